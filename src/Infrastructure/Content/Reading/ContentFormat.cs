using System.Text;
using Director.Domain.Content;

namespace Director.Infrastructure.Content.Reading;

/// <summary>Tells what bytes are. The bytes decide; a name only tells Fountain from other plain texts, and a server's word only HTML without its first line.</summary>
internal static class ContentFormat
{
    /// <summary>How many bytes are looked at.</summary>
    internal const int Length = 4_096;

    /// <summary>The kind; null for what is not read.</summary>
    internal static SourceKind? Tell(ReadOnlySpan<byte> head, string? contentType, string? name)
    {
        if (head.Length > Length) head = head[..Length];
        // The header may stand behind up to 1,024 bytes of something else (ISO 32000-2, annex I).
        if (head[..Math.Min(head.Length, 1_024)].IndexOf("%PDF-"u8) >= 0) return SourceKind.Pdf;
        if (head.IsEmpty || !LooksLikeText(head)) return null;
        var start = Encoding.Latin1.GetString(head).Replace("\0", "", StringComparison.Ordinal);
        if (start.Contains("<FinalDraft", StringComparison.Ordinal)) return SourceKind.Fdx;
        if (start.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.Contains("<html", StringComparison.OrdinalIgnoreCase)) return SourceKind.Web;
        if (contentType is not null && (contentType.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) || contentType.StartsWith("application/xhtml", StringComparison.OrdinalIgnoreCase)))
            return SourceKind.Web;
        var path = name?.Split('?', '#')[0] ?? "";
        return path.EndsWith(".fountain", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".spmd", StringComparison.OrdinalIgnoreCase) ? SourceKind.Fountain : SourceKind.Text;
    }

    /// <summary>No NUL, unless it is UTF-16, and next to no control characters.</summary>
    private static bool LooksLikeText(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return true;
        var (nul, odd) = (0, 0);
        foreach (var b in head)
        {
            if (b == 0) nul++;
            else if (b < 32 && b is not (9 or 10 or 12 or 13 or 27)) odd++;
        }

        return (nul == 0 || nul > head.Length / 3) && odd <= head.Length / 50;
    }
}
