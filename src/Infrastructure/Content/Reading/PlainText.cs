using System.Text;

namespace Director.Infrastructure.Content.Reading;

/// <summary>Makes texts even: one kind of line end, no control characters, never more than one empty line.</summary>
internal static class PlainText
{
    internal static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        var empty = 0;
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = Clean(raw).TrimEnd();
            if (line.Length == 0)
            {
                empty++;
                continue;
            }

            if (tidy.Length > 0) tidy.Append(empty > 0 ? "\n\n" : "\n");
            empty = 0;
            tidy.Append(line);
        }

        return tidy.ToString().Normalize(NormalizationForm.FormC);
    }

    internal static int CountWords(string text)
    {
        var (words, inside) = (0, false);
        foreach (var c in text)
        {
            var part = char.IsLetterOrDigit(c) || (inside && c is '\'' or '’' or '-');
            if (part && !inside) words++;
            // Scripts without blanks: each character counts as a word, as editors count.
            else if (part && c is >= '\u3040' and <= '\u9FFF') words++;
            inside = part;
        }

        return words;
    }

    private static string Clean(string line)
    {
        // Halves of characters and controls have no place in a text, and no database takes a NUL.
        var clean = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (char.IsHighSurrogate(c) && i + 1 < line.Length && char.IsLowSurrogate(line[i + 1])) clean.Append(c).Append(line[++i]);
            else if (c == '\t' || !(char.IsControl(c) || char.IsSurrogate(c) || c is '\uFEFF' or '\u00AD' or '\uFFFE' or '\uFFFF')) clean.Append(c == '\u00A0' ? ' ' : c);
        }

        return clean.ToString();
    }
}
