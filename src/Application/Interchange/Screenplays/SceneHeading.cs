using System.Collections.Frozen;

namespace Director.Application.Interchange.Screenplays;

/// <summary>A scene heading taken apart: INT. or EXT., location, time of day and what follows, in English, Russian and Ukrainian.</summary>
/// <param name="Text">The whole heading, white space collapsed.</param>
public sealed record SceneHeading(string Text, string? IntExt, string? Location, string? TimeOfDay, string? Setting)
{
    private static readonly FrozenDictionary<string, string> Prefixes = new Dictionary<string, string>
    {
        ["INT"] = "INT",
        ["INTERIOR"] = "INT",
        ["EXT"] = "EXT",
        ["EXTERIOR"] = "EXT",
        ["EST"] = "EST",
        ["I"] = "INT",
        ["E"] = "EXT",
        ["ИНТ"] = "INT",
        ["ИНТЕРЬЕР"] = "INT",
        ["НАТ"] = "EXT",
        ["НАТУРА"] = "EXT",
        ["ЭКСТ"] = "EXT",
        ["ЭКСТЕРЬЕР"] = "EXT",
        ["ІНТ"] = "INT",
        ["ЕКСТ"] = "EXT",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Times = new[]
    {
        "DAY", "NIGHT", "MORNING", "EVENING", "AFTERNOON", "DAWN", "DUSK", "NOON", "MIDNIGHT", "SUNRISE", "SUNSET", "TWILIGHT", "LATER",
        "CONTINUOUS", "SAME", "MOMENTS", "MAGIC", "PREDAWN", "PRE-DAWN", "EARLY", "LATE",
        "ДЕНЬ", "НОЧЬ", "УТРО", "ВЕЧЕР", "РАССВЕТ", "ЗАКАТ", "СУМЕРКИ", "ПОЛДЕНЬ", "ПОЛНОЧЬ", "ПОЗЖЕ", "ДНЁМ", "ДНЕМ", "НОЧЬЮ", "УТРОМ",
        "ВЕЧЕРОМ", "НІЧ", "РАНОК", "ВЕЧІР", "СВІТАНОК",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a line begins as scene headings do: "INT. …", "I/E …", "НАТ. …". "INTERCUT" and "Exterior" prose are not.</summary>
    public static bool StartsLikeOne(ReadOnlySpan<char> line) => ReadPrefix(line, out _) is var length and > 0 && length < line.Length;

    /// <summary>A numbered place from which a scene was taken out.</summary>
    public static bool IsOmitted(string heading) =>
        heading.Trim().TrimEnd('.').ToUpperInvariant() is "OMITTED" or "OMIT" or "SCENE OMITTED" or "ВЫРЕЗАНО";

    /// <summary>"FADE IN:", "CUT TO:", "SMASH CUT:", "FADE TO BLACK.", whichever kind of paragraph it was typed as.</summary>
    public static bool IsTransition(string text)
    {
        text = text.Trim();
        if (text.Length is 0 or > 40 || text.Contains('\n', StringComparison.Ordinal) || text.Any(char.IsLower)) return false;
        var body = text.TrimEnd(':', '.');
        return body.EndsWith(" TO", StringComparison.Ordinal) && text[^1] == ':'
            || body.StartsWith("FADE ", StringComparison.Ordinal) || body is "FADE" or "THE END" or "КОНЕЦ"
            || body.EndsWith(" CUT", StringComparison.Ordinal) && text[^1] == ':' || body.StartsWith("CUT TO", StringComparison.Ordinal)
            || body is "ЗТМ" or "ИЗ ЗТМ" or "В ЗТМ" or "ЗАТЕМНЕНИЕ" or "ИЗ ЗАТЕМНЕНИЯ";
    }

    public static SceneHeading Parse(string text)
    {
        text = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var length = ReadPrefix(text, out var intExt);
        var rest = text[length..].TrimStart(' ', '.', '-', '–', '—', ':').Trim();
        if (rest.Length == 0) return new SceneHeading(text, intExt, null, null, null);

        // The time of day is the first part, after the place, that begins with a word for one.
        for (var at = SeparatorFrom(rest, 0); at >= 0; at = SeparatorFrom(rest, at + 1))
        {
            var part = rest[(at + 1)..].TrimStart(' ', '-', '–', '—');
            if (!Times.Contains(Word(part)) || at == 0) continue;
            var end = SeparatorFrom(part, 0);
            var paren = part.IndexOf('(', StringComparison.Ordinal);
            if (paren > 0 && (end < 0 || paren < end)) end = paren;
            var time = (end < 0 ? part : part[..end]).Trim(' ', '.', ',');
            var setting = end < 0 ? "" : part[end..].Trim(' ', '-', '–', '—', '.', ',');
            return new SceneHeading(text, intExt, Trimmed(rest[..at]), time, setting.Length == 0 ? null : setting);
        }

        // "INT HOUSE DAY": no separators, but a last word that can only be a time.
        var space = rest.LastIndexOf(' ');
        return space > 0 && Times.Contains(rest[(space + 1)..])
            ? new SceneHeading(text, intExt, Trimmed(rest[..space]), rest[(space + 1)..], null)
            : new SceneHeading(text, intExt, Trimmed(rest), null, null);
    }

    private static string Trimmed(string location) => location.Trim(' ', '-', '–', '—', ',', '.');

    private static string Word(string part)
    {
        var end = part.AsSpan().IndexOfAny(" ,.(/");
        return end < 0 ? part : part[..end];
    }

    /// <summary>A dash with white space on one side, or a full stop or comma followed by white space.</summary>
    private static int SeparatorFrom(string text, int start)
    {
        for (var at = start; at < text.Length; at++)
        {
            var spaceAfter = at + 1 < text.Length && text[at + 1] == ' ';
            if (text[at] is '-' or '–' or '—' && (spaceAfter || at > 0 && text[at - 1] == ' ')) return at;
            if (text[at] is '.' or ',' && spaceAfter) return at;
        }

        return -1;
    }

    /// <summary>The length of "INT.", "INT./EXT.", "I/E" … at the start, 0 when there is none or it is only the start of a longer word.</summary>
    private static int ReadPrefix(ReadOnlySpan<char> line, out string? intExt)
    {
        intExt = null;
        var at = ReadWord(line, out var first);
        if (first is null) return 0;
        var single = at == 1;
        if (at < line.Length && line[at] == '.') at++;
        if (at < line.Length && line[at] == '/')
        {
            var end = at + 1 + ReadWord(line[(at + 1)..], out var second);
            if (second is not null && second != first)
            {
                if (end < line.Length && line[end] == '.') end++;
                if (end < line.Length && !IsEnd(line[end])) return 0;
                intExt = "INT/EXT";
                return end;
            }
        }

        // A lone I or E is a word or an initial; only I/E is a heading.
        if (single || at >= line.Length || line[at - 1] != '.' && !IsEnd(line[at])) return 0;
        intExt = first;
        return at;
    }

    private static bool IsEnd(char character) => char.IsWhiteSpace(character) || character is '-' or '–' or '—' or '.';

    private static int ReadWord(ReadOnlySpan<char> line, out string? meaning)
    {
        meaning = null;
        var length = 0;
        while (length < line.Length && length < 12 && char.IsLetter(line[length])) length++;
        return length > 0 && Prefixes.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(line[..length], out meaning) ? length : 0;
    }
}
