using Director.Application.Interchange.Screenplays;

namespace Director.Infrastructure.Interchange.Fountain;

/// <summary>The "Key: value" block at the very start of a file, up to the first empty line.</summary>
internal static class FountainTitlePage
{
    private const int MaxKeyLength = 40;

    /// <param name="lines">The whole file.</param>
    /// <param name="bodyStart">The index of the first line after the title page; 0 when there is none.</param>
    public static IReadOnlyList<TitlePageEntry> Read(List<SourceLine> lines, out int bodyStart)
    {
        bodyStart = 0;
        var start = lines.FindIndex(line => line.Text.Trim().Length > 0);
        if (start < 0 || !IsTitlePage(lines, start)) return [];

        var entries = new List<TitlePageEntry>();
        var at = start;
        for (; at < lines.Count && lines[at].Text.Trim().Length > 0; at++)
        {
            var line = lines[at].Text;
            if (IsKey(line, out var colon)) entries.Add(new TitlePageEntry(line[..colon].Trim(), line[(colon + 1)..].Trim()));
            else entries[^1] = entries[^1] with { Value = Joined(entries[^1].Value, line.Trim()) };
        }

        bodyStart = at;
        return entries;
    }

    private static string Joined(string value, string line) => value.Length == 0 ? line : value + "\n" + line;

    /// <summary>
    /// "FADE IN:" and "CUT TO:" look like keys too. A key is followed by a value on its line or by indented lines, and is not all capitals unless it has a value.
    /// </summary>
    private static bool IsTitlePage(List<SourceLine> lines, int start)
    {
        var first = lines[start].Text;
        if (!IsKey(first, out var colon) || SceneHeading.StartsLikeOne(first) || SceneHeading.IsTransition(first)) return false;
        if (first[..colon].Any(char.IsLower) && first[(colon + 1)..].Trim().Length > 0) return true;
        if (first[(colon + 1)..].Trim().Length > 0) return first[..colon].Trim().ToUpperInvariant() is "TITLE" or "НАЗВАНИЕ" or "AUTHOR" or "АВТОР";
        return start + 1 < lines.Count && lines[start + 1].Text is [' ' or '\t', ..] or [_, ..] && lines[start + 1].Text.Trim().Length > 0
            && (char.IsWhiteSpace(lines[start + 1].Text[0]) || IsKey(lines[start + 1].Text, out _));
    }

    private static bool IsKey(string line, out int colon)
    {
        colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon is > 0 and <= MaxKeyLength && !char.IsWhiteSpace(line[0]);
    }
}
