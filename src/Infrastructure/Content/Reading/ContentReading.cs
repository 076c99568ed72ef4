using System.Text;
using Director.Application.Interchange.Screenplays;
using Director.Domain.Content;
using Director.Infrastructure.Content.Languages;
using Director.Infrastructure.Interchange.Fdx;
using Director.Infrastructure.Interchange.Fountain;
using Director.Infrastructure.Interchange.Text;

namespace Director.Infrastructure.Content.Reading;

/// <summary>Makes a text of bytes. Pure: no network, no database; it runs in a process of its own (<see cref="ReaderProcess"/>).</summary>
internal static class ContentReading
{
    /// <exception cref="ContentTroubleException">It cannot be read.</exception>
    internal static ReadText Read(ReadOnlyMemory<byte> bytes, ReadWish wish)
    {
        var told = ContentFormat.Tell(bytes.Span, wish.ContentType, wish.FileName ?? wish.Address)
            ?? throw new ContentTroubleException(ExtractionCause.Unsupported, bytes.IsEmpty ? "There is nothing in it." : "It is neither a web page nor a PDF, and no text.");
        var kind = wish.Kind ?? told;
        if ((kind is SourceKind.Pdf) != (told is SourceKind.Pdf)) throw new ContentTroubleException(ExtractionCause.Unsupported, $"It was said to be {Name(kind)}, but it is {Name(told)}.");
        var read = kind switch
        {
            SourceKind.Pdf => PdfText.Read(bytes),
            SourceKind.Web => HtmlText.Read(bytes, wish),
            SourceKind.Fountain => Script(new FountainReader().Read(bytes), SourceKind.Fountain, Decoded(bytes)),
            SourceKind.Fdx => Script(new FdxReader().Read(bytes), SourceKind.Fdx, null),
            SourceKind.Text => new ReadText(SourceKind.Text, null, Decoded(bytes), null, null),
            _ => throw new ContentTroubleException(ExtractionCause.Unsupported, "A video is not read; its transcript is."),
        };
        var text = PlainText.Tidy(read.Text);
        if (!text.Any(char.IsLetterOrDigit))
            throw new ContentTroubleException(ExtractionCause.NoText, kind is SourceKind.Pdf ? "The PDF has no text in it; it may be a scan." : "There are no words in it.");
        if (text.Length > ExtractionLimits.Text) throw new ContentTroubleException(ExtractionCause.TooLarge, $"The text has more than {ExtractionLimits.Text:N0} characters.");
        return read with { Text = text, Title = Title(read, text, wish), Language = LanguageDetector.Detect(text) ?? Tag(read.Language) };
    }

    private static ReadText Script(ScreenplayReading reading, SourceKind kind, string? source)
    {
        if (reading.Screenplay is not { } screenplay)
            throw new ContentTroubleException(ExtractionCause.Unreadable, $"Line {reading.Problems[0].Line}: {reading.Problems[0].Reason}");
        return new ReadText(kind, screenplay.Title, source ?? new FountainWriter().Write(screenplay), null, screenplay.Scenes.Count);
    }

    private static string Decoded(ReadOnlyMemory<byte> bytes) =>
        TextDecoding.TryDecode(bytes.Span, out var text, out _, out var reason) ? text.Text : throw new ContentTroubleException(ExtractionCause.Unreadable, reason);

    /// <summary>What the text calls itself, else what its file or address is called, else its first line.</summary>
    private static string Title(ReadText read, string text, ReadWish wish)
    {
        if (OneLine(read.Title) is { } said) return said;
        if (OneLine(Path.GetFileNameWithoutExtension(wish.FileName)) is { } file) return file;
        if (read.Kind is not SourceKind.Web && Uri.TryCreate(wish.Address, UriKind.Absolute, out var address)
            && OneLine(Path.GetFileNameWithoutExtension(Uri.UnescapeDataString(address.Segments[^1].Trim('/')))) is { } segment) return segment;
        return OneLine(text.Split('\n')[0].TrimStart('#')) ?? "Text";
    }

    private static string? OneLine(string? text)
    {
        var line = string.Join(' ', PlainText.Tidy(text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length == 0 ? null : line.Length > ExtractionLimits.Title ? line[..ExtractionLimits.Title] : line;
    }

    private static string? Tag(string? language) =>
        language?.Trim() is { Length: >= 2 and <= ExtractionLimits.Language } tag && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? tag : null;

    private static string Name(SourceKind kind) => kind switch
    {
        SourceKind.Pdf => "a PDF",
        SourceKind.Web => "a web page",
        SourceKind.Fountain => "Fountain",
        SourceKind.Fdx => "FDX",
        SourceKind.Video => "a video",
        _ => "a text",
    };
}
