using Director.Application.Interchange.Screenplays;

namespace Director.Application.Interchange.Shots;

/// <summary>
/// Finds the people of a film in its action. A name counts when it is written as one, with a capital ("Will", not "will"), also in a Russian
/// case ("Марине" for МАРИНА).
/// </summary>
public sealed class CharacterIndex
{
    private const int ShortestStem = 4;
    private const int LongestEnding = 3;

    private readonly HashSet<string> names;
    private readonly Dictionary<string, List<string[]>> byFirstWord = new(StringComparer.Ordinal);
    private readonly List<(string Stem, string Name)> stems = [];

    public CharacterIndex(IEnumerable<string> names)
    {
        this.names = names.Where(name => name.Length > 1).ToHashSet(StringComparer.Ordinal);
        foreach (var name in this.names.Order(StringComparer.Ordinal))
        {
            var words = name.Split(' ');
            if (!byFirstWord.TryGetValue(words[0], out var candidates)) byFirstWord[words[0]] = candidates = [];
            candidates.Add(words);
            if (words.Length == 1 && name[^1] is >= 'А' and <= 'Я' && name.TrimEnd('А', 'Я', 'О', 'Е', 'Й', 'Ь') is { Length: >= ShortestStem } stem)
                stems.Add((stem, name));
        }

        foreach (var candidates in byFirstWord.Values) candidates.Sort((left, right) => right.Length.CompareTo(left.Length));
    }

    /// <summary>The people of a cue, in order: one, or all of a shared cue that are known by themselves.</summary>
    public IReadOnlyList<string> Speakers(string name) =>
        names.Contains(name) ? [name] : CharacterCue.Together(name, names.Contains) ?? (name.Length > 0 ? [name] : []);

    /// <summary>Everybody whom a text names, in order of mention.</summary>
    public IReadOnlyList<string> NamedIn(string text)
    {
        var found = new List<string>();
        var words = text.Split([' ', '\n', '\t', ',', '.', ';', ':', '!', '?', '(', ')', '"', '“', '”', '«', '»', '—', '–', '/', '…'], StringSplitOptions.RemoveEmptyEntries);
        for (var at = 0; at < words.Length; at++)
        {
            if (!char.IsUpper(words[at][0])) continue;
            var word = WithoutPossessive(words[at].ToUpperInvariant());
            var name = Longest(words, at, word) ?? Inflected(word);
            if (name is null) continue;
            if (!found.Contains(name)) found.Add(name);
            at += name.Count(character => character == ' ');
        }

        return found;
    }

    private string? Longest(string[] words, int at, string first)
    {
        if (!byFirstWord.TryGetValue(first, out var candidates)) return null;
        foreach (var candidate in candidates)
        {
            var matched = 1;
            while (matched < candidate.Length && at + matched < words.Length
                && WithoutPossessive(words[at + matched].ToUpperInvariant()) == WithoutPossessive(candidate[matched])) matched++;
            if (matched == candidate.Length) return string.Join(' ', candidate);
        }

        return null;
    }

    private string? Inflected(string word)
    {
        foreach (var (stem, name) in stems)
        {
            if (word.Length <= stem.Length + LongestEnding && word.StartsWith(stem, StringComparison.Ordinal)) return name;
        }

        return null;
    }

    private static string WithoutPossessive(string word) =>
        word.EndsWith("'S", StringComparison.Ordinal) || word.EndsWith("’S", StringComparison.Ordinal) ? word[..^2] : word;
}
