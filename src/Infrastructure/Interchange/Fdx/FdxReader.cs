using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Director.Application.Interchange.Screenplays;
using Kind = Director.Application.Interchange.Screenplays.ScreenplayElementKind;

namespace Director.Infrastructure.Interchange.Fdx;

/// <summary>
/// Reads Final Draft's XML (.fdx): the paragraphs of <c>Content</c>, their scene numbers and the lengths Final Draft counted. Document type
/// definitions are refused and nothing outside the file is opened.
/// </summary>
public sealed class FdxReader : IScreenplayReader
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = Screenplay.MaxBytes,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <inheritdoc/>
    public string Format => "fdx";

    /// <inheritdoc/>
    public ScreenplayReading Read(ReadOnlyMemory<byte> content)
    {
        if (content.IsEmpty) return ScreenplayReading.Refused(1, "The file is empty.");
        if (content.Length > Screenplay.MaxBytes)
            return ScreenplayReading.Refused(1, $"The file has more than {Screenplay.MaxBytes / (1024 * 1024)} MB.");
        if (Text.BinarySignature.Recognise(content.Span) is { } kind)
            return ScreenplayReading.Refused(1, $"The file looks like {kind}, not a Final Draft document.");
        try
        {
            using var stream = new MemoryStream(content.ToArray(), writable: false);
            using var reader = XmlReader.Create(stream, Settings);
            return Read(XDocument.Load(reader, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace));
        }
        catch (XmlException error)
        {
            return ScreenplayReading.Refused(Math.Max(1, error.LineNumber), $"The file is not readable XML: {error.Message}");
        }
    }

    private static ScreenplayReading Read(XDocument document)
    {
        var root = document.Root!;
        if (root.Name.LocalName != "FinalDraft" || root.Element("Content") is not { } content)
            return ScreenplayReading.Refused(LineOf(root), $"The file is XML, but <{root.Name.LocalName}> is not a Final Draft document.");

        var elements = new List<ScreenplayElement>();
        var eighths = new Dictionary<int, int>();
        foreach (var paragraph in content.Elements("Paragraph"))
        {
            if (paragraph.Element("DualDialogue") is { } dual)
            {
                var cues = 0;
                foreach (var spoken in dual.Elements("Paragraph")) Add(spoken, elements, eighths, IsCue(spoken) && ++cues > 1);
            }
            else
            {
                Add(paragraph, elements, eighths, isDual: false);
            }
        }

        return Screenplay.Assemble("fdx", TitlePage(root), elements, eighths);
    }

    private static bool IsCue(XElement paragraph) => (string?)paragraph.Attribute("Type") == "Character";

    private static void Add(XElement paragraph, List<ScreenplayElement> elements, Dictionary<int, int> eighths, bool isDual)
    {
        var line = LineOf(paragraph);
        var text = TextOf(paragraph).Trim();
        if ((string?)paragraph.Attribute("StartsNewPage") == "Yes") elements.Add(new ScreenplayElement(Kind.PageBreak, "", line));
        if (text.Length > 0)
        {
            var kind = KindOf(paragraph);
            if (kind == Kind.Parenthetical) text = text.TrimStart('(').TrimEnd(')').Trim();
            var number = kind == Kind.SceneHeading ? ((string?)paragraph.Attribute("Number"))?.Trim() : null;
            elements.Add(new ScreenplayElement(kind, text, line) { IsDual = isDual, Number = string.IsNullOrEmpty(number) ? null : number });
            if (kind == Kind.SceneHeading) AddProperties(paragraph, line, elements, eighths);
        }

        foreach (var note in paragraph.Elements("ScriptNote"))
        {
            var noteText = string.Join('\n', note.Elements("Paragraph").Select(TextOf)).Trim();
            if (noteText.Length > 0) elements.Add(new ScreenplayElement(Kind.Note, noteText, LineOf(note)));
        }
    }

    private static void AddProperties(XElement paragraph, int line, List<ScreenplayElement> elements, Dictionary<int, int> eighths)
    {
        if (paragraph.Element("SceneProperties") is not { } properties) return;
        if (EighthsOf((string?)properties.Attribute("Length")) is { } length) eighths[line] = length;
        if (properties.Element("Summary") is not { } summary) return;
        var text = string.Join(' ', summary.Elements("Paragraph").Select(TextOf)).Trim();
        if (text.Length > 0) elements.Add(new ScreenplayElement(Kind.Synopsis, text, LineOf(summary)));
    }

    private static Kind KindOf(XElement paragraph) => (string?)paragraph.Attribute("Type") switch
    {
        "Scene Heading" => Kind.SceneHeading,
        "Character" => Kind.Character,
        "Parenthetical" => Kind.Parenthetical,
        "Dialogue" => Kind.Dialogue,
        "Lyrics" or "Singing" => Kind.Lyric,
        "Transition" => Kind.Transition,
        "New Act" or "End of Act" or "Show/Ep. Title" or "Cast List" => Kind.Centered,
        _ => (string?)paragraph.Attribute("Alignment") == "Center" ? Kind.Centered : Kind.Action,
    };

    /// <summary>The runs of a paragraph joined; only its own, not those of notes and properties inside it.</summary>
    private static string TextOf(XElement paragraph) => string.Concat(paragraph.Elements("Text").Select(run =>
        ((string?)run.Attribute("Style"))?.Contains("AllCaps", StringComparison.Ordinal) == true ? run.Value.ToUpperInvariant() : run.Value))
        .ReplaceLineEndings("\n");

    /// <summary>"3/8" → 3, "1 2/8" → 10, "2" → 16; null for anything else.</summary>
    private static int? EighthsOf(string? length)
    {
        var total = 0;
        foreach (var part in (length ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var isEighths = part.EndsWith("/8", StringComparison.Ordinal);
            if (!int.TryParse(isEighths ? part[..^2] : part, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > 1000) return null;
            total += isEighths ? count : count * 8;
        }

        return total > 0 ? total : null;
    }

    private static List<TitlePageEntry> TitlePage(XElement root)
    {
        var lines = root.Element("TitlePage")?.Element("Content")?.Elements("Paragraph").Select(paragraph => TextOf(paragraph).Trim())
            .Where(text => text.Length > 0).ToList() ?? [];
        return lines.Count == 0 ? [] : [new TitlePageEntry("Title", lines[0])];
    }

    private static int LineOf(XElement element) => element is IXmlLineInfo info && info.HasLineInfo() ? info.LineNumber : 1;
}
