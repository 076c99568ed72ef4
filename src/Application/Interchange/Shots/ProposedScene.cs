using Director.Application.Interchange.Screenplays;

namespace Director.Application.Interchange.Shots;

/// <summary>A scene of the script and the shots proposed for it, at least one.</summary>
/// <param name="Scene">The scene; its <c>IsOpening</c> says that the shots belong to the film itself.</param>
/// <param name="Fingerprint">Of its content without the heading; null when it has no content.</param>
/// <param name="Shots">In order.</param>
public sealed record ProposedScene(ScreenplayScene Scene, string? Fingerprint, IReadOnlyList<ProposedShot> Shots);
