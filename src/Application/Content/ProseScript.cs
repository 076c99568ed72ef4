using System.Text;

namespace Director.Application.Content;

/// <summary>
/// Writes prose as Fountain, so that a film can be made of it as of any script: a heading begins a scene, a paragraph is action. It invents
/// nothing: no places, no speakers. Deterministic.
/// </summary>
public static class ProseScript
{
    /// <summary>A paragraph that is longer is parted between sentences: one line of action should be filmed in a few shots.</summary>
    private const int MostOfAParagraph = 1_200;

    private const int MostOfAHeading = 150;

    /// <summary>Fountain; null when there are no words outside the headings.</summary>
    /// <param name="title">The film's title, and the first scene's heading where the text begins without one.</param>
    /// <param name="text">Paragraphs separated by empty lines; headings begin with one or more <c>#</c>.</param>
    public static string? Write(string title, string text)
    {
        var script = new StringBuilder().Append("Title: ").Append(Plain(title)).Append("\n\n");
        string? heading = Plain(title);
        var filmed = false;
        foreach (var paragraph in text.Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (paragraph[0] == '#')
            {
                var said = Plain(paragraph.TrimStart('#'));
                if (said.Length > 0) heading = said;
                continue;
            }

            var action = Plain(paragraph);
            if (!action.Any(char.IsLetterOrDigit)) continue;
            // A heading is written when something follows it: two in a row are a title and its section.
            if (heading is not null) script.Append('.').Append(Heading(heading)).Append("\n\n");
            heading = null;
            filmed = true;
            foreach (var part in Parts(action)) script.Append('!').Append(part).Append("\n\n");
        }

        return filmed ? script.ToString() : null;
    }

    /// <summary>One line without what Fountain reads as something else: notes, boneyard, emphasis, numbers of scenes.</summary>
    private static string Plain(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Replace("[[", "[ [", StringComparison.Ordinal).Replace("]]", "] ]", StringComparison.Ordinal)
            .Replace("/*", "/ *", StringComparison.Ordinal).Replace("*/", "* /", StringComparison.Ordinal)
            .Replace("\\", "", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
    }

    private static string Heading(string heading)
    {
        // A forced heading begins with a letter or digit, and what stands between two # would be its number.
        var said = heading.Replace("#", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal).TrimStart(c => !char.IsLetterOrDigit(c)).Trim();
        if (said.Length == 0) said = "Scene";
        return said.Length > MostOfAHeading ? said[..(MostOfAHeading - 1)] + "…" : said;
    }

    private static IEnumerable<string> Parts(string paragraph)
    {
        while (paragraph.Length > MostOfAParagraph)
        {
            var end = paragraph.LastIndexOfAny(['.', '!', '?', '…', '。'], MostOfAParagraph - 1) + 1;
            if (end < MostOfAParagraph / 4) end = paragraph.LastIndexOf(' ', MostOfAParagraph - 1) + 1;
            if (end <= 0) end = char.IsHighSurrogate(paragraph[MostOfAParagraph - 1]) ? MostOfAParagraph - 1 : MostOfAParagraph;
            yield return paragraph[..end].TrimEnd();
            paragraph = paragraph[end..].TrimStart();
        }

        if (paragraph.Length > 0) yield return paragraph;
    }

    private static string TrimStart(this string text, Func<char, bool> away)
    {
        var at = 0;
        while (at < text.Length && away(text[at])) at++;
        return text[at..];
    }
}
