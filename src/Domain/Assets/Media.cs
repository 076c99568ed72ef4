namespace Director.Domain.Assets;

/// <summary>A file's facts as they were measured when it arrived. The bytes lie in the workspace's store under their hash.</summary>
/// <param name="ContentType">The measured type, such as <c>image/png</c>.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Lower-case hex.</param>
/// <param name="Width">Pixels across, of pictures.</param>
/// <param name="Height">Pixels down, of pictures.</param>
/// <param name="DurationMs">Milliseconds, of what runs.</param>
/// <param name="FrameRate">Pictures a second as a rational, of video.</param>
public sealed record Media(
    string ContentType, long Size, string Sha256, int? Width = null, int? Height = null, int? DurationMs = null, string? FrameRate = null);
