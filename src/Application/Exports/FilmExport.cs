using Director.Domain.Common;

namespace Director.Application.Exports;

/// <summary>How one shot follows another.</summary>
public enum ExportTransition
{
    /// <summary>At once.</summary>
    Cut,
    /// <summary>The former shot fades out over the first frames of the next one; the film keeps its length.</summary>
    Dissolve,
}

/// <summary>What is heard.</summary>
public enum ExportAudio
{
    /// <summary>The takes' own sound and the audio layers of the shots, mixed.</summary>
    All,
    /// <summary>The audio layers alone.</summary>
    Layers,
    /// <summary>Nothing.</summary>
    None,
}

/// <summary>How a film is put together.</summary>
public sealed record FilmExportOptions
{
    /// <summary>How one shot follows another: cut or dissolve.</summary>
    public ExportTransition Transition { get; init; }
    /// <summary>How many frames a dissolve takes, 1 to 240; 12 when absent. A shot that is not longer than that gets a cut.</summary>
    public int DissolveFrames { get; init; } = 12;
    /// <summary>Writes the shot's code, the take, the frame's number and its timecode into the picture.</summary>
    public bool BurnIn { get; init; }
    /// <summary>A slate stands for a shot without a picture; without slates it is black.</summary>
    public bool Slates { get; init; } = true;
    /// <summary>What is heard: all, layers or none.</summary>
    public ExportAudio Audio { get; init; }
    /// <summary>Pixels of the picture's longer side, 160 to 4096; 1920 when absent. The other side follows from the film's aspect ratio.</summary>
    public int Size { get; init; } = 1920;
}

/// <summary>Where an export stands.</summary>
public enum FilmExportState
{
    /// <summary>It waits for its turn.</summary>
    Queued,
    /// <summary>It is being made.</summary>
    Running,
    /// <summary>It is there.</summary>
    Succeeded,
    /// <summary>It cannot be made; the reason says why.</summary>
    Failed,
    /// <summary>Somebody called it off.</summary>
    Cancelled,
}

/// <summary>A film that is put together in the background.</summary>
/// <param name="Id">Its id.</param>
/// <param name="FilmId">The film.</param>
/// <param name="Format">mp4.</param>
/// <param name="Options">How it is put together.</param>
/// <param name="State">queued, running, succeeded, failed or cancelled.</param>
/// <param name="Progress">From 0 to 1.</param>
/// <param name="Reason">Why it failed, or what it waits for.</param>
/// <param name="AssetId">The finished film, a video asset linked <c>final_edit</c>; null until then.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="EndedAt">When it ended.</param>
public sealed record FilmExportDto(
    Guid Id, Guid FilmId, string Format, FilmExportOptions Options, FilmExportState State, double Progress, string? Reason, Guid? AssetId, DateTimeOffset CreatedAt, DateTimeOffset? EndedAt);

/// <summary>The exports of the caller's workspace.</summary>
public interface IFilmExports
{
    /// <summary>The kind of background work.</summary>
    const string Work = "export";

    /// <summary>Inside a transaction: notes one and asks for the work.</summary>
    Task AddAsync(FilmExportDto export, CancellationToken ct);

    /// <summary>Finds one; null when there is none.</summary>
    Task<FilmExportDto?> FindAsync(Guid id, CancellationToken ct);

    /// <summary>The newest of a film, at most so many.</summary>
    Task<IReadOnlyList<FilmExportDto>> ListAsync(Guid film, int limit, CancellationToken ct);

    /// <summary>Inside a transaction: ends one that has not ended; false when it has.</summary>
    Task<bool> EndAsync(Guid id, FilmExportState state, string? reason, Guid? asset, CancellationToken ct);
}

/// <summary>Every refusal that concerns exports.</summary>
public static class ExportErrors
{
    /// <summary>Unknown, or another workspace's.</summary>
    public static readonly Error NotFound = new("export.notFound", "There is no such export.", ErrorKind.NotFound);
    /// <summary>Nothing to show.</summary>
    public static readonly Error NoShots = new("export.noShots", "The film has no shots yet.");
    /// <summary>It has ended.</summary>
    public static readonly Error Ended = new("export.ended", "The export has ended already.", ErrorKind.Conflict);
    /// <summary>Not one of ours.</summary>
    public static Error UnknownFormat(string format) => Error.Field("format", $"There is no rendered export to \"{format}\"; there is mp4.", "export.unknownFormat");
}
