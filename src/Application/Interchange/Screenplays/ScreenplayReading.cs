namespace Director.Application.Interchange.Screenplays;

/// <summary>
/// The outcome of reading a file: a screenplay and perhaps remarks about it, or, when <see cref="Screenplay"/> is null, a refusal with at
/// least one problem that says where and why. There is nothing in between: a file is read whole or not at all.
/// </summary>
public sealed record ScreenplayReading(Screenplay? Screenplay, IReadOnlyList<ScreenplayProblem> Problems)
{
    public static ScreenplayReading Refused(int line, string reason) => new(null, [new ScreenplayProblem(line, reason)]);
}
