using System.Text;
using System.Text.RegularExpressions;
using Director.Domain.Content;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace Director.Infrastructure.Content.Reading;

/// <summary>Reads the text of PDFs: words into lines, lines into paragraphs by the space between them. A scan has none.</summary>
internal static partial class PdfText
{
    private const int MaxPages = 3_000;

    internal static ReadText Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = PdfDocument.Open(bytes.ToArray(), new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            if (document.NumberOfPages > MaxPages) throw new ContentTroubleException(ExtractionCause.TooLarge, $"The PDF has more than {MaxPages} pages.");
            var paragraphs = new List<List<string>>();
            var length = 0;
            for (var page = 1; page <= document.NumberOfPages; page++)
            {
                foreach (var paragraph in Paragraphs(document.GetPage(page)))
                {
                    paragraphs.Add(paragraph);
                    length += paragraph.Sum(line => line.Length + 1);
                    if (length > ExtractionLimits.Text) throw new ContentTroubleException(ExtractionCause.TooLarge, $"The PDF's text has more than {ExtractionLimits.Text:N0} characters.");
                }
            }

            // A script's lines mean something; those of prose end where the page does.
            var script = paragraphs.Any(p => Heading().IsMatch(p[0]));
            var text = string.Join("\n\n", paragraphs.Select(p => script ? string.Join('\n', p) : Joined(p)));
            return new ReadText(SourceKind.Pdf, document.Information.Title, text, null, null);
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new ContentTroubleException(ExtractionCause.Unreadable, "The PDF is locked by a password.");
        }
        catch (Exception e) when (e is not (ContentTroubleException or OutOfMemoryException))
        {
            // The library names what it trips over in many ways; all of them mean that this is no PDF that can be read.
            throw new ContentTroubleException(ExtractionCause.Unreadable, "The PDF is damaged and cannot be read.");
        }
    }

    private static IEnumerable<List<string>> Paragraphs(Page page)
    {
        var lines = Lines(page);
        var gaps = lines.Zip(lines.Skip(1), (upper, lower) => upper.Base - lower.Base).Where(g => g > 0).Order().ToList();
        var usual = gaps.Count == 0 ? 0 : gaps[gaps.Count / 4];
        var current = new List<string>();
        for (var i = 0; i < lines.Count; i++)
        {
            var gap = i == 0 ? 0 : lines[i - 1].Base - lines[i].Base;
            var apart = i > 0 && (gap < 0 || gap > Math.Max(usual * 1.35, lines[i].Height * 1.9));
            if (apart && current.Count > 0)
            {
                yield return current;
                current = [];
            }

            current.Add(lines[i].Text);
        }

        if (current.Count > 0) yield return current;
    }

    private static List<Line> Lines(Page page)
    {
        var lines = new List<Line>();
        var words = page.GetWords().Where(w => !string.IsNullOrWhiteSpace(w.Text)).ToList();
        var onLine = new List<Word>();
        double at = 0;
        foreach (var word in words.OrderByDescending(w => Math.Round(w.BoundingBox.Bottom)).ThenBy(w => w.BoundingBox.Left))
        {
            var bottom = word.BoundingBox.Bottom;
            if (onLine.Count > 0 && Math.Abs(bottom - at) > Math.Max(2.5, word.BoundingBox.Height * 0.5))
            {
                lines.Add(Line.Of(onLine, at));
                onLine = [];
            }

            if (onLine.Count == 0) at = bottom;
            onLine.Add(word);
        }

        if (onLine.Count > 0) lines.Add(Line.Of(onLine, at));
        return lines;
    }

    private static string Joined(List<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            if (text.Length > 1 && text[^1] == '-' && char.IsLetter(text[^2]) && char.IsLower(line[0])) text.Length--;
            else if (text.Length > 0) text.Append(' ');
            text.Append(line);
        }

        return text.ToString();
    }

    [GeneratedRegex(@"^\s*[0-9A-Z]{0,5}\.?\s*(INT|EXT|EST|INT\.?/EXT|I/E|ИНТ|НАТ|ЭКСТ)[. ]", RegexOptions.NonBacktracking)]
    private static partial Regex Heading();

    private readonly record struct Line(string Text, double Base, double Height)
    {
        internal static Line Of(List<Word> words, double at) =>
            new(string.Join(' ', words.OrderBy(w => w.BoundingBox.Left).Select(w => w.Text)), at, words.Max(w => w.BoundingBox.Height));
    }
}
