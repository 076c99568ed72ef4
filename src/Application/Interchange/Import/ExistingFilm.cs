using Director.Domain.Films;

namespace Director.Application.Interchange.Import;

/// <summary>The film as it stands before an import.</summary>
/// <param name="Scenes">All scenes in film order, omitted ones too, deleted ones not.</param>
/// <param name="FilmShots">Shots that belong to the film itself, in order: the opening of an earlier import, and what the crew put there.</param>
/// <param name="Scheme">How the film names its shots.</param>
/// <param name="ReservedCodes">Codes that are taken although their shots are not listed (deleted shots).</param>
public sealed record ExistingFilm(
    IReadOnlyList<ExistingScene> Scenes,
    IReadOnlyList<ExistingShot> FilmShots,
    ShotCodeScheme Scheme = default,
    IReadOnlyList<string>? ReservedCodes = null);

/// <summary>A scene of the film.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Heading">Its heading as the last import or the crew left it.</param>
/// <param name="Number">Its number; null when it has none.</param>
/// <param name="Synopsis">Its synopsis.</param>
/// <param name="ImportKey">What the last import kept with it (<see cref="PlannedScene.ImportKey"/>); null on scenes made by hand.</param>
/// <param name="IsOmitted">Whether an earlier import omitted it.</param>
/// <param name="Shots">All its shots in order, omitted ones too.</param>
public sealed record ExistingScene(
    Guid Id, string Heading, string? Number, string? Synopsis, string? ImportKey, bool IsOmitted, IReadOnlyList<ExistingShot> Shots);

/// <summary>A shot of the film.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Code">Its code.</param>
/// <param name="Description">Its description as it is now.</param>
/// <param name="ImportKey">What the last import kept with it (<see cref="PlannedShot.ImportKey"/>); null on shots made by hand, which an import never touches.</param>
/// <param name="IsOmitted">Whether an earlier import omitted it.</param>
public sealed record ExistingShot(Guid Id, string Code, string Description, string? ImportKey, bool IsOmitted);
