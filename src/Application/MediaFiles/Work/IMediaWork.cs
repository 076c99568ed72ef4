using Director.Application.Common.Ports;

namespace Director.Application.MediaFiles.Work;

/// <summary>What is made of a clip or a sound beside the original.</summary>
public enum MediaProduct
{
    /// <summary>A small clip to scrub in: at most 540 lines, a key frame every 12, no B-frames, constant frame rate; frame n of it is frame n of the original.</summary>
    Proxy,
    /// <summary>One picture that stands for the clip.</summary>
    Poster,
    /// <summary>Up to twelve pictures evenly through the clip, side by side.</summary>
    ContactSheet,
    /// <summary>How loud it is over time.</summary>
    Waveform,
}

/// <summary>How far the work at a file is.</summary>
public enum MediaWorkState
{
    /// <summary>It waits for its turn, or is being done.</summary>
    Waiting,
    /// <summary>It is done; what could be made is there.</summary>
    Ready,
    /// <summary>Nothing can be made of this file; the reason says why.</summary>
    Failed,
}

/// <summary>What ffprobe says of a clip or a sound. Null is what the file has not, or does not say.</summary>
/// <param name="Width">Pixels across, as it is shown.</param>
/// <param name="Height">Pixels down, as it is shown.</param>
/// <param name="FrameRate">Pictures a second as a rational: <c>24000/1001</c>.</param>
/// <param name="Frames">How many pictures it has.</param>
/// <param name="DurationMs">Milliseconds.</param>
/// <param name="Codec">Of the pictures: h264, vp9…</param>
/// <param name="AudioCodec">Of the sound: aac, pcm_s16le…</param>
/// <param name="SampleRate">Samples a second.</param>
/// <param name="Channels">1 mono, 2 stereo…</param>
/// <param name="Bitrate">Bits a second of the sound.</param>
/// <param name="Steady">Whether its pictures come at a constant rate.</param>
public sealed record MediaFacts(
    int? Width, int? Height, string? FrameRate, int? Frames, int? DurationMs, string? Codec, string? AudioCodec, int? SampleRate, int? Channels, int? Bitrate, bool Steady);

/// <summary>How far the work at a file is, and what there is.</summary>
/// <param name="State">waiting, ready or failed.</param>
/// <param name="Reason">Why nothing can be made, or what it waits for.</param>
/// <param name="Products">What has been made: proxy, poster, contactSheet, waveform. Empty for pictures and texts, of which nothing is made.</param>
/// <param name="Facts">What was measured; null until then.</param>
public sealed record MediaWorkDto(MediaWorkState State, string? Reason, IReadOnlyList<MediaProduct> Products, MediaFacts? Facts);

/// <summary>How loud a clip or sound is over time.</summary>
/// <param name="DurationMs">Milliseconds of sound.</param>
/// <param name="PeaksPerSecond">How many peaks stand for a second.</param>
/// <param name="Peaks">The loudest sample of each stretch, 0 to 255, of all channels together.</param>
public sealed record WaveformDto(long DurationMs, double PeaksPerSecond, IReadOnlyList<int> Peaks);

/// <summary>The work at the clips and sounds of the caller's workspace.</summary>
public interface IMediaWork
{
    /// <summary>How far it is; a file of which nothing is noted waits.</summary>
    Task<MediaWorkDto> FindAsync(string sha256, CancellationToken ct);

    /// <summary>Opens what was made; null when it is not there. What should be there and is lost is made again.</summary>
    Task<Stream?> OpenAsync(string sha256, MediaProduct product, CancellationToken ct);

    /// <summary>The assets that hold a file themselves, deleted ones too.</summary>
    Task<IReadOnlyList<MediaHolder>> HoldersAsync(string sha256, CancellationToken ct);

    /// <summary>Inside a transaction: notes how it ended, if the turn is still the caller's.</summary>
    Task<bool> StoreAsync(WorkTurn turn, MediaWorkDto outcome, CancellationToken ct);
}

/// <summary>An asset that holds a file.</summary>
/// <param name="Id">The asset.</param>
/// <param name="Type">Its type's slug.</param>
/// <param name="RootId">Its film, or itself.</param>
public sealed record MediaHolder(Guid Id, string Type, Guid RootId);
