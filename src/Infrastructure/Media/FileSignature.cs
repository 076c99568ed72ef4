using System.Text;

namespace Director.Infrastructure.Media;

/// <summary>Tells formats by their first bytes. What is not listed here is never served as what it claims to be: SVG and HTML are texts at best.</summary>
internal static class FileSignature
{
    /// <summary>How many bytes are needed to tell.</summary>
    internal const int Length = 4_096;

    /// <summary>The content type, or null for a format that is not taken.</summary>
    internal static string? ContentTypeOf(ReadOnlySpan<byte> head) =>
        Starts(head, [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : Starts(head, [0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : Starts(head, "GIF87a"u8) || Starts(head, "GIF89a"u8) ? "image/gif"
        : Starts(head, "RIFF"u8) && At(head, 8, "WEBP"u8) ? "image/webp"
        : Starts(head, "RIFF"u8) && At(head, 8, "WAVE"u8) ? "audio/wav"
        : At(head, 4, "ftyp"u8) ? IsoMedia(head)
        : Starts(head, [0x1A, 0x45, 0xDF, 0xA3]) && head.IndexOf("webm"u8) is > 0 and < 64 ? "video/webm"
        : Starts(head, "fLaC"u8) ? "audio/flac"
        : Starts(head, "OggS"u8) ? head.IndexOf("theora"u8) > 0 ? "video/ogg" : "audio/ogg"
        : Starts(head, "ID3"u8) ? "audio/mpeg"
        : IsAdts(head) ? "audio/aac"
        : IsMpegAudio(head) ? "audio/mpeg"
        : Starts(head, "%PDF-"u8) ? "application/pdf"
        : IsText(head) ? "text/plain"
        : null;

    private static bool Starts(ReadOnlySpan<byte> head, ReadOnlySpan<byte> with) => head.StartsWith(with);

    private static bool At(ReadOnlySpan<byte> head, int place, ReadOnlySpan<byte> with) => head.Length >= place + with.Length && head[place..].StartsWith(with);

    private static string? IsoMedia(ReadOnlySpan<byte> head) =>
        At(head, 8, "qt  "u8) ? "video/quicktime"
        : At(head, 8, "M4A "u8) || At(head, 8, "M4B "u8) ? "audio/mp4"
        : At(head, 8, "avif"u8) || At(head, 8, "heic"u8) || At(head, 8, "mif1"u8) ? null
        : "video/mp4";

    private static bool IsAdts(ReadOnlySpan<byte> head) => head.Length > 2 && head[0] == 0xFF && (head[1] & 0xF6) == 0xF0;

    private static bool IsMpegAudio(ReadOnlySpan<byte> head) =>
        head.Length > 3 && head[0] == 0xFF && (head[1] & 0xE0) == 0xE0 && (head[1] & 0x06) != 0 && (head[2] & 0xF0) != 0xF0 && (head[2] & 0x0C) != 0x0C;

    private static bool IsText(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty || head.Contains((byte)0)) return false;
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        try
        {
            // The last character may be cut in two.
            decoder.GetCharCount(head, flush: false);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
