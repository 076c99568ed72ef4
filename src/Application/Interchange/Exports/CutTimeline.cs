using Director.Domain.Films;

namespace Director.Application.Interchange.Exports;

/// <summary>A film as an edit: what every export format is written from. All times are whole frames at <paramref name="Rate"/>.</summary>
/// <param name="FilmId">The film.</param>
/// <param name="Title">Its title.</param>
/// <param name="Rate">Pictures a second.</param>
/// <param name="Clips">The picture, in film order, one clip a shot, without gaps.</param>
/// <param name="Audio">Layers of sound, bottom first.</param>
public sealed record CutTimeline(Guid FilmId, string Title, FrameRate Rate, IReadOnlyList<CutClip> Clips, IReadOnlyList<CutAudioLayer> Audio);

/// <summary>One shot in the cut.</summary>
/// <param name="ShotId">The shot.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="SceneNumber">The scene's number, if the scene has one.</param>
/// <param name="SceneName">The scene's name; null for a shot without a scene.</param>
/// <param name="Frames">How long it runs.</param>
/// <param name="Takes">All its takes in order of number.</param>
/// <param name="SelectedNumber">Which one is in the film; null: none is.</param>
public sealed record CutClip(
    Guid ShotId, string Code, string Name, string? SceneNumber, string? SceneName, long Frames, IReadOnlyList<CutTake> Takes, int? SelectedNumber);

/// <summary>One take of a shot.</summary>
/// <param name="TakeId">The take.</param>
/// <param name="Number">Its number.</param>
/// <param name="Url">Where its picture lies: relative to the edit, or an address; null while it has none.</param>
/// <param name="Frames">How many frames there are of it; a still has as many as the shot needs.</param>
/// <param name="Circled">A keeper.</param>
/// <param name="Rejected">Hidden.</param>
/// <param name="Notes">The director's notes.</param>
public sealed record CutTake(Guid TakeId, int Number, string? Url, long Frames, bool Circled, bool Rejected, string? Notes);

/// <summary>A layer of sound.</summary>
/// <param name="Index">0 is the lowest.</param>
/// <param name="Clips">In film order.</param>
public sealed record CutAudioLayer(int Index, IReadOnlyList<CutAudioClip> Clips);

/// <summary>A sound under a shot.</summary>
/// <param name="AssetId">The audio asset.</param>
/// <param name="Name">Its name.</param>
/// <param name="StartFrame">Where it begins in the film.</param>
/// <param name="Frames">How long it sounds: the shot's length.</param>
/// <param name="Url">Where it lies; null while it has no file.</param>
public sealed record CutAudioClip(Guid AssetId, string Name, long StartFrame, long Frames, string? Url);

/// <summary>Writes edits in one format.</summary>
public interface IEditWriter
{
    /// <summary>The format's name in the path.</summary>
    string Format { get; }
    /// <summary>The file's type.</summary>
    string ContentType { get; }
    /// <summary>The file's ending, with its dot.</summary>
    string Extension { get; }

    /// <summary>Writes an edit.</summary>
    Task WriteAsync(CutTimeline cut, Stream to, CancellationToken ct);
}
