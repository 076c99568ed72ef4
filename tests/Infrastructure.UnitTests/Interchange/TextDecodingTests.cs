using System.Text;
using Director.Infrastructure.Interchange.Text;

namespace Director.Infrastructure.UnitTests.Interchange;

public sealed class TextDecodingTests
{
    private const string English = "INT. CAFÉ - NIGHT\n\nMira’s lamp – the last one – goes out.\n";
    private const string Russian = "ИНТ. МАЯК - НОЧЬ\n\nМарина несёт лампу вверх по лестнице.\n";

    private static Encoding Page(int number) => CodePagesEncodingProvider.Instance.GetEncoding(number)!;

    public static TheoryData<byte[], string, string> Files() => new()
    {
        { new UTF8Encoding(false).GetBytes(English), English, "utf-8" },
        { [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Russian)], Russian, "utf-8" },
        { [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Russian)], Russian, "utf-16le" },
        { [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(English)], English, "utf-16be" },
        { Encoding.Unicode.GetBytes(English), English, "utf-16le" },
        { Encoding.BigEndianUnicode.GetBytes(English), English, "utf-16be" },
        { Encoding.Unicode.GetBytes(Russian), Russian, "utf-16le" },
        { Encoding.BigEndianUnicode.GetBytes(Russian), Russian, "utf-16be" },
        { Page(1252).GetBytes(English), English, "windows-1252" },
        { Page(1251).GetBytes(Russian), Russian, "windows-1251" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void The_encoding_is_recognised(byte[] content, string text, string encoding)
    {
        TextDecoding.TryDecode(content, out var decoded, out _, out _).Should().BeTrue();

        decoded.Text.Should().Be(text);
        decoded.Encoding.Should().Be(encoding);
    }

    [Fact]
    public void A_damaged_utf8_file_is_read_with_gaps_and_says_so()
    {
        byte[] content = [.. Encoding.UTF8.GetBytes(Russian), 0xFF, .. Encoding.UTF8.GetBytes(Russian)];

        TextDecoding.TryDecode(content, out var decoded, out _, out _).Should().BeTrue();
        (decoded.Encoding, decoded.Damaged).Should().Be(("utf-8", 1));
    }

    public static TheoryData<byte[], string> Binaries() => new()
    {
        { [], "empty" },
        { Encoding.ASCII.GetBytes(" \r\n\r\n\t"), "no text" },
        { Encoding.ASCII.GetBytes("%PDF-1.7\n%âãÏÓ\n1 0 obj"), "a PDF" },
        { Encoding.Latin1.GetBytes("PK\x03\x04....[Content_Types].xml....word/document.xml"), "a Word document" },
        { Encoding.Latin1.GetBytes("PK\x03\x04....photo.txt"), "a zip archive" },
        { [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG picture" },
        { [0xFF, 0xD8, 0xFF, 0xE0, 0, 16], "a JPEG picture" },
        { Encoding.ASCII.GetBytes("{\\rtf1\\ansi INT. A - DAY}"), "an RTF document" },
        { Encoding.ASCII.GetBytes("INT. A - DAY\n\nText with a \0 in it."), "NUL" },
        { [.. Enumerable.Range(0, 4000).Select(number => (byte)(number * 7 % 31 + 1))], "control characters" },
    };

    [Theory]
    [MemberData(nameof(Binaries))]
    public void What_is_not_text_is_refused_by_what_it_looks_like(byte[] content, string reason)
    {
        TextDecoding.TryDecode(content, out _, out _, out var given).Should().BeFalse();

        given.Should().Contain(reason);
    }

    [Fact]
    public void A_NUL_is_reported_with_its_line()
    {
        TextDecoding.TryDecode("one\ntwo\nthr\0ee"u8, out _, out var line, out _).Should().BeFalse();

        line.Should().Be(3);
    }
}
