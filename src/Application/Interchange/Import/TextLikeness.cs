using Director.Application.Interchange.Shots;

namespace Director.Application.Interchange.Import;

/// <summary>How alike two texts are, by the pairs of neighbouring words they share (Dice's coefficient over word bigrams, 0 … 1).</summary>
internal sealed class TextLikeness
{
    private readonly HashSet<ulong> pairs = [];

    public TextLikeness(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            var words = TextFingerprint.Words(text);
            var before = 0UL;
            foreach (var word in words)
            {
                var hash = Hash(word);
                pairs.Add(before * 31 + hash);
                before = hash;
            }
        }
    }

    public IReadOnlySet<ulong> Pairs => pairs;

    public double To(TextLikeness other)
    {
        if (pairs.Count == 0 || other.pairs.Count == 0) return 0;
        var (small, large) = pairs.Count < other.pairs.Count ? (pairs, other.pairs) : (other.pairs, pairs);
        return 2.0 * small.Count(large.Contains) / (pairs.Count + other.pairs.Count);
    }

    // FNV-1a: string.GetHashCode differs from run to run, and a plan must not.
    private static ulong Hash(string word) => word.Aggregate(14695981039346656037UL, (hash, character) => (hash ^ character) * 1099511628211UL);
}
