using Director.Application.Interchange.Screenplays;
using Director.Infrastructure.Interchange.Text;

namespace Director.Infrastructure.Interchange.Fountain;

/// <summary>
/// Reads Fountain 1.1 (https://fountain.io/syntax). Beyond the letter of it, as real files ask for: a heading need not be followed by an
/// empty line, ИНТ., НАТ. and ЭКСТ. begin headings, and leading white space means nothing except in action. Linear in the file's length.
/// </summary>
public sealed class FountainReader : IScreenplayReader
{
    /// <inheritdoc/>
    public string Format => "fountain";

    /// <inheritdoc/>
    public ScreenplayReading Read(ReadOnlyMemory<byte> content)
    {
        if (content.Length > Screenplay.MaxBytes)
            return ScreenplayReading.Refused(1, $"The file has more than {Screenplay.MaxBytes / (1024 * 1024)} MB.");
        if (!TextDecoding.TryDecode(content.Span, out var text, out var line, out var reason)) return ScreenplayReading.Refused(line, reason);
        return Read(text.Text, text.Damaged);
    }

    /// <summary>Reads a text that is already decoded.</summary>
    public static ScreenplayReading Read(string text) => Read(text, 0);

    private static ScreenplayReading Read(string text, int damaged)
    {
        var source = FountainSource.Read(text);
        if (damaged > 0) source.Problems.Add(new ScreenplayProblem(1, $"{damaged} damaged characters of the file could not be read."));
        var titlePage = FountainTitlePage.Read(source.Lines, out var bodyStart);
        var elements = new FountainBody(source.Lines, bodyStart).Read();
        return Screenplay.Assemble("fountain", titlePage, Merge(elements, source.Lifted), null, source.Problems);
    }

    /// <summary>Notes and boneyard go behind the paragraph that they stood in.</summary>
    private static List<ScreenplayElement> Merge(List<ScreenplayElement> elements, List<ScreenplayElement> lifted)
    {
        if (lifted.Count == 0) return elements;
        var merged = new List<ScreenplayElement>(elements.Count + lifted.Count);
        var next = 0;
        foreach (var element in elements)
        {
            while (next < lifted.Count && lifted[next].Line < element.Line) merged.Add(lifted[next++]);
            merged.Add(element);
        }

        merged.AddRange(lifted.Skip(next));
        return merged;
    }
}
