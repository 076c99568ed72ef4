using System.Diagnostics.CodeAnalysis;
using Director.Application.Assets;

namespace Director.Application.Films;

/// <summary>Which takes the structure carries.</summary>
public enum TakesShown
{
    /// <summary>The selected one of each shot.</summary>
    Selected,
    /// <summary>All of them.</summary>
    All,
    /// <summary>None.</summary>
    None,
}

/// <summary>A film with everything in it, in film order. Omitted scenes and shots are left out.</summary>
/// <param name="Film">The film.</param>
/// <param name="Scenes">Its scenes with their shots.</param>
/// <param name="Shots">Shots without a scene.</param>
/// <param name="Characters">The cast.</param>
/// <param name="Progress">How far the film is.</param>
/// <param name="Cost">What all takes cost, failed attempts included; null when nothing did.</param>
/// <param name="Revision">Raised by every change of the film; the ETag.</param>
public sealed record FilmStructureDto(
    AssetDto Film, IReadOnlyList<SceneNodeDto> Scenes, IReadOnlyList<ShotNodeDto> Shots, IReadOnlyList<AssetDto> Characters,
    FilmProgressDto Progress, CostDto? Cost, long Revision);

/// <summary>A scene and its shots.</summary>
public sealed record SceneNodeDto : AssetDto
{
    /// <summary>The scene itself.</summary>
    [SetsRequiredMembers]
    public SceneNodeDto(AssetDto scene, IReadOnlyList<ShotNodeDto> shots) : base(scene) => Shots = shots;

    /// <summary>In film order.</summary>
    public IReadOnlyList<ShotNodeDto> Shots { get; init; }
}

/// <summary>A shot as the structure shows it.</summary>
public sealed record ShotNodeDto : AssetDto
{
    /// <summary>The shot itself.</summary>
    [SetsRequiredMembers]
    public ShotNodeDto(AssetDto shot, IReadOnlyList<Guid> characterIds) : base(shot) => CharacterIds = characterIds;

    /// <summary>The take that is in the film; null when none is.</summary>
    public SelectedTakeDto? SelectedTake { get; init; }
    /// <summary>Every live take in order of number, when asked for.</summary>
    public IReadOnlyList<AssetDto>? Takes { get; init; }
    /// <summary>Generations that are queued or running.</summary>
    public int PendingCount { get; init; }
    /// <summary>How many frames it runs in the film: its own length, or, while none is given, three seconds.</summary>
    public int RunsFrames { get; init; }
    /// <summary>Ids of the characters it shows, in order.</summary>
    public IReadOnlyList<Guid> CharacterIds { get; init; }
}

/// <summary>The selected take, as kept on the shot.</summary>
/// <param name="Id">The take.</param>
/// <param name="Number">Its number.</param>
/// <param name="Media">Its main output; null while it has none.</param>
public sealed record SelectedTakeDto(Guid Id, int Number, MediaDto? Media)
{
    /// <summary>Whether something it was made from has changed since: the shot's or scene's words, or a reference's words or picture.</summary>
    public bool Stale { get; init; }
}

/// <summary>How far a film is.</summary>
/// <param name="Shots">Shots, without omitted ones.</param>
/// <param name="WithTakes">Shots that have at least one take.</param>
/// <param name="Selected">Shots that have a selected take.</param>
/// <param name="Pending">Generations queued or running.</param>
/// <param name="DurationFrames">Frames of all shots together, at the film's rate.</param>
public sealed record FilmProgressDto(int Shots, int WithTakes, int Selected, int Pending, long DurationFrames);

/// <summary>A film in the list of films.</summary>
/// <param name="Film">The film.</param>
/// <param name="Progress">How far it is.</param>
/// <param name="Cost">What it cost so far.</param>
/// <param name="PosterId">An asset whose thumbnail stands for the film; null when there is none yet.</param>
/// <param name="PosterSha256">The poster's bytes' hash.</param>
public sealed record FilmSummaryDto(AssetDto Film, FilmProgressDto Progress, CostDto? Cost, Guid? PosterId, string? PosterSha256);
