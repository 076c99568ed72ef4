using Director.Application.Notes;
using Director.Domain.Sharing;

namespace Director.Application.Sharing.Guests;

/// <summary>Exactly what a link shows.</summary>
/// <param name="Name">What the review is called.</param>
/// <param name="GuestName">Who is looking.</param>
/// <param name="Allow">What they may do beside looking.</param>
/// <param name="Watermark">Whether their name is burnt into what they get.</param>
/// <param name="ExpiresAt">When it ends.</param>
/// <param name="Film">The film that all of it belongs to; null when it is of several.</param>
/// <param name="Scenes">The scenes in order, with their shots.</param>
/// <param name="Shots">Shots without a scene, and those of takes that are shown by themselves.</param>
public sealed record SharedContentDto(
    string Name, string GuestName, ShareAllowance Allow, bool Watermark, DateTimeOffset? ExpiresAt, SharedFilmDto? Film, IReadOnlyList<SharedSceneDto> Scenes, IReadOnlyList<SharedShotDto> Shots);

/// <summary>The film that is shown.</summary>
/// <param name="Name">Its title.</param>
/// <param name="FrameRate">Pictures a second, for its timecode.</param>
/// <param name="AspectRatio">Its shape.</param>
public sealed record SharedFilmDto(string Name, string? FrameRate, string? AspectRatio);

/// <summary>A scene that is shown.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its heading.</param>
/// <param name="Shots">Its shots in order.</param>
public sealed record SharedSceneDto(Guid Id, string Name, IReadOnlyList<SharedShotDto> Shots);

/// <summary>A shot that is shown.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">What happens in it; null when only takes of it are shown.</param>
/// <param name="DurationFrames">How long it runs, if it was said.</param>
/// <param name="SelectedTakeId">The take that is in the film, when it is among those shown.</param>
/// <param name="Takes">Its takes by number, or in the order in which they are shared.</param>
public sealed record SharedShotDto(Guid Id, string? Code, string Name, string? Description, int? DurationFrames, Guid? SelectedTakeId, IReadOnlyList<SharedTakeDto> Takes);

/// <summary>A take that is shown.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Circled">A keeper.</param>
/// <param name="Selected">Whether it is in the film.</param>
/// <param name="Media">Its file; null when it has none yet.</param>
/// <param name="Notes">What guests of this link wrote.</param>
public sealed record SharedTakeDto(Guid Id, int? Number, string Name, bool Circled, bool Selected, SharedMediaDto? Media, IReadOnlyList<NoteDto> Notes);

/// <summary>A file that is shown.</summary>
/// <param name="ContentType">What is sent.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="DurationMs">Milliseconds.</param>
/// <param name="FrameRate">A rational.</param>
/// <param name="Url">Where it is, for this guest alone.</param>
/// <param name="ThumbnailUrl">Where a small picture of it is; null for what is no picture.</param>
public sealed record SharedMediaDto(string ContentType, int? Width, int? Height, int? DurationMs, string? FrameRate, string Url, string? ThumbnailUrl);

/// <summary>The rows of what a link shows.</summary>
/// <param name="Shots">Shots with their places.</param>
/// <param name="Takes">Takes, each with its shot.</param>
public sealed record SharedRows(IReadOnlyList<SharedShotRow> Shots, IReadOnlyList<SharedTakeRow> Takes);

/// <summary>A shot, with the scene and the film it is in.</summary>
/// <param name="Id">The shot.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">What happens.</param>
/// <param name="DurationFrames">How long it runs.</param>
/// <param name="Position">Its place.</param>
/// <param name="SelectedChildId">Its pick.</param>
/// <param name="SceneId">Its scene; null: none.</param>
/// <param name="SceneName">The scene's heading.</param>
/// <param name="ScenePosition">The scene's place.</param>
/// <param name="FilmId">Its film.</param>
/// <param name="Film">The film's facts.</param>
/// <param name="Whole">Whether the shot itself is shared, not takes of it alone.</param>
public sealed record SharedShotRow(
    Guid Id, string? Code, string Name, string? Description, int? DurationFrames, string Position, Guid? SelectedChildId, Guid? SceneId, string? SceneName, string? ScenePosition,
    Guid FilmId, SharedFilmDto Film, bool Whole);

/// <summary>A take, and where it stands among those that are shared by themselves.</summary>
/// <param name="Id">The take.</param>
/// <param name="ShotId">Its shot.</param>
/// <param name="Number">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Circled">A keeper.</param>
/// <param name="Media">Its file.</param>
/// <param name="Sequence">Its place in the list that was shared; null when its shot is shared.</param>
public sealed record SharedTakeRow(Guid Id, Guid ShotId, int? Number, string Name, bool Circled, Assets.MediaDto? Media, int? Sequence);
