using System.Text;

namespace Director.Infrastructure.Interchange.Text;

/// <summary>
/// Bytes of an unknown encoding to text. Recognised: UTF-8 and UTF-16 of either byte order, each with and without a byte order mark, and,
/// when the bytes are none of these, Windows-1251 if they are clearly Cyrillic, else Windows-1252. Binary files are refused by what they look like.
/// </summary>
public static class TextDecoding
{
    private const int ReplacementCharacter = 0xFFFD;

    /// <summary>False, with a reason and the line it holds for, when the bytes are not text.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> content, out DecodedText text, out int line, out string reason)
    {
        (text, line, reason) = (new DecodedText("", "utf-8"), 1, "");
        if (content.IsEmpty)
        {
            reason = "The file is empty.";
            return false;
        }

        if (BinarySignature.Recognise(content) is { } kind)
        {
            reason = $"The file looks like {kind}, not plain text.";
            return false;
        }

        text = Decode(content);
        var nul = text.Text.IndexOf('\0', StringComparison.Ordinal);
        if (nul >= 0)
        {
            line = 1 + text.Text.AsSpan(0, nul).Count('\n');
            reason = "The file contains NUL characters, so it looks like binary data, not plain text.";
            return false;
        }

        if (ControlShare(text.Text) > 0.02)
        {
            reason = "The file is full of control characters, so it looks like binary data, not plain text.";
            return false;
        }

        if (!string.IsNullOrWhiteSpace(text.Text)) return true;
        reason = "The file has no text in it.";
        return false;
    }

    private static DecodedText Decode(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return Utf8(content[3..]) ?? Damaged(content[3..]);
        if (content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return new DecodedText(Encoding.Unicode.GetString(content[2..]), "utf-16le");
        if (content.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return new DecodedText(Encoding.BigEndianUnicode.GetString(content[2..]), "utf-16be");
        if (content.Contains((byte)0) && Utf16WithoutMark(content) is { } wide) return wide;
        if (Utf8(content) is { } utf8) return utf8;
        return MostlyUtf8(content) ? Damaged(content) : SingleByte(content);
    }

    private static DecodedText? Utf8(ReadOnlySpan<byte> content) =>
        System.Text.Unicode.Utf8.IsValid(content) ? new DecodedText(Encoding.UTF8.GetString(content), "utf-8") : null;

    private static DecodedText Damaged(ReadOnlySpan<byte> content)
    {
        var text = Encoding.UTF8.GetString(content);
        return new DecodedText(text, "utf-8", text.AsSpan().Count((char)ReplacementCharacter));
    }

    /// <summary>
    /// Spaces and line ends tell the byte order: read the wrong way round they become U+2000 and U+0A00, which no script is full of.
    /// </summary>
    private static DecodedText? Utf16WithoutMark(ReadOnlySpan<byte> content)
    {
        if (content.Length % 2 != 0) return null;
        int little = 0, big = 0, nul = 0, stray = 0;
        for (var at = 0; at < content.Length; at += 2)
        {
            var (first, second) = (content[at], content[at + 1]);
            if (first == 0 && second == 0) nul++;
            else if (second == 0 && first is (0x20 or 0x0A or 0x0D)) little++;
            else if (first == 0 && second is (0x20 or 0x0A or 0x0D)) big++;
            else if (first is 0x20 or 0x0A || second is 0x20 or 0x0A) stray++;
        }

        // A text has white space at least every few dozen characters, and hardly any beside another letter in the same two bytes.
        if (nul > 0 || stray > Math.Max(little, big) || Math.Max(little, big) * 100 < content.Length / 2 || Math.Min(little, big) * 10 > Math.Max(little, big)) return null;
        return little > big
            ? new DecodedText(Encoding.Unicode.GetString(content), "utf-16le")
            : new DecodedText(Encoding.BigEndianUnicode.GetString(content), "utf-16be");
    }

    /// <summary>Whether the bytes are UTF-8 but for a few: a damaged UTF-8 file reads better with gaps than as another encoding.</summary>
    private static bool MostlyUtf8(ReadOnlySpan<byte> content)
    {
        int whole = 0, broken = 0;
        while (!content.IsEmpty)
        {
            if (content[0] < 0x80)
            {
                var ascii = content.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
                if (ascii < 0) break;
                content = content[ascii..];
            }

            var status = Rune.DecodeFromUtf8(content, out _, out var used);
            if (status == System.Buffers.OperationStatus.Done) whole++;
            else broken++;
            content = content[used..];
        }

        return whole >= 10 * broken;
    }

    private static DecodedText SingleByte(ReadOnlySpan<byte> content)
    {
        // In Russian, letters above 0xBF stand side by side; in Western text they are single accents among ASCII letters.
        int high = 0, paired = 0;
        for (var at = 0; at < content.Length; at++)
        {
            if (content[at] < 0xC0) continue;
            high++;
            if (at > 0 && content[at - 1] >= 0xC0 || at + 1 < content.Length && content[at + 1] >= 0xC0) paired++;
        }

        var (page, name) = high >= 8 && paired * 4 > high * 3 ? (1251, "windows-1251") : (1252, "windows-1252");
        return new DecodedText(CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetString(content), name);
    }

    private static double ControlShare(string text)
    {
        var controls = 0;
        foreach (var character in text)
        {
            if (character < ' ' && character is not ('\n' or '\r' or '\t' or '\f' or '\v')) controls++;
        }

        return controls / (double)Math.Max(1, text.Length);
    }
}
