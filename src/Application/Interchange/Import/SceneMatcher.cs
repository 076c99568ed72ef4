using Director.Application.Interchange.Shots;

namespace Director.Application.Interchange.Import;

/// <summary>
/// Finds for each scene of the new script the scene it was: by number and content, by content, by number with like content, by likeness, by
/// heading; scenes that are in the film before those that were omitted.
/// </summary>
internal sealed class SceneMatcher
{
    private const double AlikeWithNumber = 0.25;
    private const double Alike = 0.4;
    private const int MostCommonPair = 40;

    private readonly IReadOnlyList<ExistingScene> existing;
    private readonly IReadOnlyList<ProposedScene> proposed;
    private readonly ImportKey?[] keys;
    private readonly TextLikeness?[] before;
    private readonly TextLikeness?[] after;
    private readonly int[] match;
    private readonly bool[] taken;

    private SceneMatcher(IReadOnlyList<ExistingScene> existing, IReadOnlyList<ProposedScene> proposed)
    {
        (this.existing, this.proposed) = (existing, proposed);
        keys = [.. existing.Select(scene => ImportKey.Parse(scene.ImportKey))];
        before = new TextLikeness?[existing.Count];
        after = new TextLikeness?[proposed.Count];
        match = [.. Enumerable.Repeat(-1, proposed.Count)];
        taken = new bool[existing.Count];
    }

    /// <summary>For each proposed scene the index of the existing one, or -1.</summary>
    public static int[] Match(IReadOnlyList<ExistingScene> existing, IReadOnlyList<ProposedScene> proposed)
    {
        var matcher = new SceneMatcher(existing, proposed);
        foreach (var omitted in new[] { false, true })
        {
            matcher.ByKey(omitted, (scene, key) => scene.Number is null ? null : $"{scene.Number}\n{key.Fingerprint}",
                scene => scene.Scene.Number is null ? null : $"{scene.Scene.Number}\n{scene.Fingerprint}");
            matcher.ByKey(omitted, (scene, key) => $"{scene.Heading}\n{key.Fingerprint}", scene => $"{scene.Scene.Heading}\n{scene.Fingerprint ?? "-"}");
            matcher.ByKey(omitted, (_, key) => key.HasContent ? key.Fingerprint : null, scene => scene.Fingerprint);
            matcher.ByLikeness(omitted);
            matcher.ByKey(omitted, (scene, _) => scene.Heading, scene => scene.Scene.Heading);
        }

        return matcher.match;
    }

    // Most scenes are told by their fingerprint; only the others are read word by word.
    private TextLikeness Before(int index) =>
        before[index] ??= new TextLikeness(existing[index].Shots.Where(shot => shot.ImportKey is not null).Select(shot => shot.Description));

    private TextLikeness After(int index) =>
        after[index] ??= new TextLikeness(proposed[index].Fingerprint is null ? [] : proposed[index].Shots.Select(shot => shot.Description));

    private bool IsFree(int index, bool omitted) => !taken[index] && keys[index] is not null && existing[index].IsOmitted == omitted;

    private void ByKey(bool omitted, Func<ExistingScene, ImportKey, string?> oldKey, Func<ProposedScene, string?> newKey)
    {
        var left = Enumerable.Range(0, existing.Count).Where(index => IsFree(index, omitted) && oldKey(existing[index], keys[index]!.Value) is not null).ToList();
        var right = Enumerable.Range(0, proposed.Count).Where(index => match[index] < 0 && newKey(proposed[index]) is not null).ToList();
        var leftKeys = left.ConvertAll(index => oldKey(existing[index], keys[index]!.Value)!);
        var rightKeys = right.ConvertAll(index => newKey(proposed[index])!);

        // What kept its order first: with repeated keys that moves the fewest.
        foreach (var (at, to) in Alignment.Common(leftKeys, rightKeys)) Pair(left[at], right[to]);
        var free = left.Select((index, at) => (index, key: leftKeys[at])).Where(entry => !taken[entry.index])
            .GroupBy(entry => entry.key).ToDictionary(group => group.Key, group => new Queue<int>(group.Select(entry => entry.index)));
        for (var to = 0; to < right.Count; to++)
        {
            if (match[right[to]] < 0 && free.TryGetValue(rightKeys[to], out var queue) && queue.TryDequeue(out var index)) Pair(index, right[to]);
        }
    }

    private void ByLikeness(bool omitted)
    {
        var holders = new Dictionary<ulong, List<int>>();
        for (var index = 0; index < existing.Count; index++)
        {
            if (!IsFree(index, omitted)) continue;
            foreach (var pair in Before(index).Pairs)
            {
                if (!holders.TryGetValue(pair, out var list)) holders[pair] = list = [];
                list.Add(index);
            }
        }

        var found = new List<(double Score, int Left, int Right)>();
        for (var to = 0; to < proposed.Count; to++)
        {
            if (match[to] >= 0) continue;
            // Only scenes that share words, and not such words as every scene has.
            var candidates = After(to).Pairs.SelectMany(pair => holders.TryGetValue(pair, out var list) && list.Count <= MostCommonPair ? list : []).Distinct();
            foreach (var index in candidates)
            {
                var score = Before(index).To(After(to));
                var sameNumber = proposed[to].Scene.Number is { } number && number == existing[index].Number;
                var sameHeading = proposed[to].Scene.Heading == existing[index].Heading;
                if (score >= (sameNumber || sameHeading ? AlikeWithNumber : Alike)) found.Add((score + (sameNumber ? 0.2 : 0) + (sameHeading ? 0.2 : 0), index, to));
            }
        }

        foreach (var (_, index, to) in found.OrderByDescending(entry => entry.Score).ThenBy(entry => entry.Left).ThenBy(entry => entry.Right))
        {
            if (!taken[index] && match[to] < 0) Pair(index, to);
        }
    }

    private void Pair(int index, int to)
    {
        taken[index] = true;
        match[to] = index;
    }
}
