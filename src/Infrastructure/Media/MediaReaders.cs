namespace Director.Infrastructure.Media;

/// <summary>
/// How ffmpeg reads each type. It is told, and does not guess: a file that is a playlist in truth would make it read others. Only files may
/// be opened, so nothing that a file says can make it call somebody.
/// </summary>
internal static class MediaReaders
{
    private static readonly Dictionary<string, string> Readers = new(StringComparer.Ordinal)
    {
        ["video/mp4"] = "mov",
        ["video/quicktime"] = "mov",
        ["video/webm"] = "matroska",
        ["video/ogg"] = "ogg",
        ["audio/mp4"] = "mov",
        ["audio/wav"] = "wav",
        ["audio/flac"] = "flac",
        ["audio/mpeg"] = "mp3",
        ["audio/ogg"] = "ogg",
        ["audio/aac"] = "aac",
        ["image/png"] = "png_pipe",
        ["image/jpeg"] = "jpeg_pipe",
        ["image/webp"] = "webp_pipe",
        ["image/gif"] = "gif",
    };

    /// <summary>The name of the reader; null for a type that is not read.</summary>
    internal static string? Of(string contentType) => Readers.GetValueOrDefault(contentType);

    /// <summary>The arguments that open a file as what it is.</summary>
    internal static string[] Input(string reader, string path) => ["-protocol_whitelist", "file", "-f", reader, "-i", $"file:{path}"];
}
