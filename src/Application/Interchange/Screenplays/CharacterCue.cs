using System.Text;

namespace Director.Application.Interchange.Screenplays;

/// <summary>Names over speeches.</summary>
public static class CharacterCue
{
    /// <summary>"OSCAR (V.O.)(CONT'D) ^" → "OSCAR": extensions and marks stripped, white space collapsed, upper case.</summary>
    public static string Name(string cue)
    {
        var text = new StringBuilder(cue.Length);
        var depth = 0;
        foreach (var character in Emphasis.Strip(cue))
        {
            if (character is '(' or '（') depth++;
            else if (character is ')' or '）') depth = Math.Max(0, depth - 1);
            else if (depth == 0 && char.IsWhiteSpace(character) && text.Length > 0 && text[^1] != ' ') text.Append(' ');
            else if (depth == 0 && !char.IsWhiteSpace(character)) text.Append(character);
        }

        return text.ToString().TrimEnd('^', ' ', ':').Trim().ToUpperInvariant();
    }

    /// <summary>"YOUNG OSCAR" → "Young Oscar"; words with digits stay: "R2D2".</summary>
    public static string DisplayName(string name) => string.Join(' ', name.Split(' ').Select(word =>
        word.Any(char.IsDigit) ? word : InTitleCase(word)));

    private static string InTitleCase(string word) => string.Create(word.Length, word, static (target, source) =>
    {
        // Letters after a hyphen begin a name of their own; letters after an apostrophe do not ("Will's").
        for (var at = 0; at < source.Length; at++)
            target[at] = at == 0 || source[at - 1] is '-' or '.' ? source[at] : char.ToLowerInvariant(source[at]);
    });

    internal static IReadOnlyList<ScreenplayCharacter> Collect(IReadOnlyList<ScreenplayElement> elements)
    {
        var order = new List<string>();
        var found = new Dictionary<string, ScreenplayCharacter>(StringComparer.Ordinal);
        foreach (var element in elements)
        {
            if (element.Kind != ScreenplayElementKind.Character || Name(element.Text) is not { Length: > 0 } name) continue;
            if (found.TryGetValue(name, out var known))
            {
                found[name] = known with { Speeches = known.Speeches + 1 };
            }
            else
            {
                found[name] = new ScreenplayCharacter(name, element.Line, 1);
                order.Add(name);
            }
        }

        // "ANNA AND BORIS" is two people when both speak alone elsewhere.
        return [.. order.Where(name => Together(name, found.ContainsKey) is null).Select(name => found[name])];
    }

    /// <summary>The people of a shared cue, "ANNA &amp; BORIS", if each is known by that name alone; else null.</summary>
    public static IReadOnlyList<string>? Together(string name, Func<string, bool> isKnown)
    {
        var parts = name.Split([" & ", " AND ", "/", " И ", " + ", ", "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1 && parts.All(isKnown) ? parts : null;
    }
}
