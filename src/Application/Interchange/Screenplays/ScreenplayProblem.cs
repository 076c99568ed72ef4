namespace Director.Application.Interchange.Screenplays;

/// <summary>Something about a file that its writer should know.</summary>
/// <param name="Line">The line of the source, from 1.</param>
/// <param name="Reason">A sentence for people.</param>
public sealed record ScreenplayProblem(int Line, string Reason);
