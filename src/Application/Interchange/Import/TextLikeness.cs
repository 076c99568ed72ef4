using Director.Application.Interchange.Shots;

namespace Director.Application.Interchange.Import;

/// <summary>How alike two texts are, by the pairs of neighbouring words they share (Dice's coefficient over word bigrams, 0 … 1).</summary>
internal sealed class TextLikeness
{
    private readonly HashSet<ulong> pairs = [];
    private readonly HashSet<ulong> words = [];

    public TextLikeness(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            var before = 0UL;
            foreach (var word in TextFingerprint.Words(text))
            {
                var hash = Hash(word);
                words.Add(hash);
                pairs.Add(before * 31 + hash);
                before = hash;
            }
        }
    }

    public IReadOnlySet<ulong> Pairs => pairs;

    public double To(TextLikeness other) => Dice(pairs, other.pairs);

    /// <summary>The same by single words: kinder, for texts that stand in the same place.</summary>
    public double WordsTo(TextLikeness other) => Dice(words, other.words);

    private static double Dice(HashSet<ulong> one, HashSet<ulong> two)
    {
        if (one.Count == 0 || two.Count == 0) return 0;
        var (small, large) = one.Count < two.Count ? (one, two) : (two, one);
        return 2.0 * small.Count(large.Contains) / (one.Count + two.Count);
    }

    // FNV-1a: string.GetHashCode differs from run to run, and a plan must not.
    private static ulong Hash(string word) => word.Aggregate(14695981039346656037UL, (hash, character) => (hash ^ character) * 1099511628211UL);
}
