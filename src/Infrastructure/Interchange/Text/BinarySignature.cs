using System.Text;

namespace Director.Infrastructure.Interchange.Text;

/// <summary>Tells what a file that is not plain text looks like, so that the refusal can say it.</summary>
internal static class BinarySignature
{
    private static readonly (byte[] Bytes, int Offset, string Name)[] Signatures =
    [
        ("{\\rtf"u8.ToArray(), 0, "an RTF document"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], 0, "an old Office document (.doc)"),
        ([0x89, 0x50, 0x4E, 0x47], 0, "a PNG picture"),
        ([0xFF, 0xD8, 0xFF], 0, "a JPEG picture"),
        ("GIF8"u8.ToArray(), 0, "a GIF picture"),
        ("II*\0"u8.ToArray(), 0, "a TIFF picture"),
        ("MM\0*"u8.ToArray(), 0, "a TIFF picture"),
        ("WEBP"u8.ToArray(), 8, "a WebP picture"),
        ("WAVE"u8.ToArray(), 8, "a WAV recording"),
        ("AVI "u8.ToArray(), 8, "an AVI video"),
        ("ftyp"u8.ToArray(), 4, "an MP4 or QuickTime video"),
        ([0x1A, 0x45, 0xDF, 0xA3], 0, "a Matroska video"),
        ("ID3"u8.ToArray(), 0, "an MP3 recording"),
        ("OggS"u8.ToArray(), 0, "an Ogg recording"),
        ([0x1F, 0x8B, 0x08], 0, "a gzip archive"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], 0, "a 7z archive"),
        ("Rar!"u8.ToArray(), 0, "a RAR archive"),
        ("SQLite format 3"u8.ToArray(), 0, "an SQLite database"),
        ([0x7F, 0x45, 0x4C, 0x46], 0, "a program"),
    ];

    /// <summary>"a PDF", "a Word document (.docx)" …; null when nothing known is recognised.</summary>
    public static string? Recognise(ReadOnlySpan<byte> content)
    {
        // The PDF rule allows its mark anywhere in the first kilobyte; text that only mentions it would not begin with it.
        var head = content[..Math.Min(content.Length, 1024)];
        if (head.IndexOf("%PDF-"u8) is 0 or > 0 and < 16 || head.IndexOf("%PDF-"u8) > 0 && head.Contains((byte)0)) return "a PDF";
        if (head.StartsWith("PK\x03\x04"u8)) return Zip(content);
        foreach (var (bytes, offset, name) in Signatures)
        {
            if (head.Length >= offset + bytes.Length && head.Slice(offset, bytes.Length).SequenceEqual(bytes)) return name;
        }

        return null;
    }

    private static string Zip(ReadOnlySpan<byte> content)
    {
        if (content.IndexOf("word/"u8) >= 0) return "a Word document (.docx)";
        if (content.IndexOf("xl/workbook"u8) >= 0) return "an Excel workbook (.xlsx)";
        if (content.IndexOf("ppt/"u8) >= 0) return "a PowerPoint presentation (.pptx)";
        if (content.IndexOf("opendocument"u8) >= 0) return "an OpenDocument file";
        return content.IndexOf(Encoding.ASCII.GetBytes(".textbundle/")) >= 0 ? "a Highland document" : "a zip archive";
    }
}
