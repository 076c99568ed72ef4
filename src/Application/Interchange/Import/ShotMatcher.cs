using Director.Application.Interchange.Shots;

namespace Director.Application.Interchange.Import;

/// <summary>
/// Finds for each proposed shot the shot it was: inside its scene by fingerprint in order, by fingerprint out of order; then across scenes by fingerprint; then inside
/// its scene by likeness and by place; last among the omitted ones by fingerprint. Each shot is found at most once.
/// </summary>
internal sealed class ShotMatcher
{
    private const double Alike = 0.35;
    private const double AlikeInPlace = 0.4;
    private const long MostComparisons = 250_000;
    private const int FewestWordsToTravel = 3;

    private readonly List<(ExistingShot Shot, ImportKey Key, int Group)> pool;
    private readonly HashSet<Guid> taken = [];
    private readonly List<ProposedShot>[] proposed;
    private readonly ExistingShot?[][] match;

    private ShotMatcher(IReadOnlyList<IReadOnlyList<ExistingShot>> existing, IReadOnlyList<IReadOnlyList<ProposedShot>> proposed)
    {
        pool = [.. existing.SelectMany((shots, group) => shots
            .Select(shot => (Shot: shot, Key: ImportKey.Parse(shot.ImportKey), Group: group))
            .Where(entry => entry.Key is not null).Select(entry => (entry.Shot, entry.Key!.Value, entry.Group)))];
        this.proposed = [.. proposed.Select(shots => shots.ToList())];
        match = [.. proposed.Select(shots => new ExistingShot?[shots.Count])];
    }

    /// <param name="existing">Shots by group; a group is the film or a scene.</param>
    /// <param name="proposed">Proposed shots by proposed scene.</param>
    /// <param name="groupOf">For each proposed scene the group it was matched with, or -1.</param>
    public static ExistingShot?[][] Match(
        IReadOnlyList<IReadOnlyList<ExistingShot>> existing, IReadOnlyList<IReadOnlyList<ProposedShot>> proposed, IReadOnlyList<int> groupOf)
    {
        var matcher = new ShotMatcher(existing, proposed);
        var byGroup = matcher.pool.ToLookup(entry => entry.Group);
        for (var scene = 0; scene < proposed.Count; scene++)
        {
            if (groupOf[scene] < 0) continue;
            var live = byGroup[groupOf[scene]].Where(entry => !entry.Shot.IsOmitted).ToList();
            foreach (var (left, right) in Alignment.Common(live.ConvertAll(entry => entry.Key.Fingerprint), matcher.proposed[scene].ConvertAll(shot => shot.Fingerprint)))
                matcher.Pair(live[left].Shot, scene, right);
        }

        for (var scene = 0; scene < proposed.Count; scene++)
        {
            if (groupOf[scene] < 0) continue;
            matcher.ByFingerprint(byGroup[groupOf[scene]].Where(entry => !entry.Shot.IsOmitted), [scene], 0);
            matcher.ByFingerprint(byGroup[groupOf[scene]].Where(entry => entry.Shot.IsOmitted), [scene], 0);
        }

        int[] all = [.. Enumerable.Range(0, proposed.Count)];
        matcher.ByFingerprint(matcher.pool.Where(entry => !entry.Shot.IsOmitted), all, FewestWordsToTravel);
        for (var scene = 0; scene < proposed.Count; scene++)
        {
            if (groupOf[scene] < 0) continue;
            var live = byGroup[groupOf[scene]].Where(entry => !entry.Shot.IsOmitted).ToList();
            matcher.ByLikeness(scene, live.Select(entry => entry.Shot));
            matcher.ByPlace(scene, live);
        }

        matcher.ByFingerprint(matcher.pool.Where(entry => entry.Shot.IsOmitted), all, FewestWordsToTravel);
        return matcher.match;
    }

    private void ByFingerprint(IEnumerable<(ExistingShot Shot, ImportKey Key, int Group)> from, int[] scenes, int fewestWords)
    {
        var free = from.Where(entry => !taken.Contains(entry.Shot.Id))
            .GroupBy(entry => entry.Key.Fingerprint).ToDictionary(group => group.Key, group => new Queue<ExistingShot>(group.Select(entry => entry.Shot)));
        if (free.Count == 0) return;
        foreach (var scene in scenes)
        {
            for (var place = 0; place < proposed[scene].Count; place++)
            {
                var shot = proposed[scene][place];
                if (match[scene][place] is null && free.TryGetValue(shot.Fingerprint, out var queue) && queue.Count > 0
                    && (fewestWords == 0 || TextFingerprint.Words(shot.Description).Count >= fewestWords))
                    Pair(queue.Dequeue(), scene, place);
            }
        }
    }

    private void ByLikeness(int scene, IEnumerable<ExistingShot> from)
    {
        var free = from.Where(shot => !taken.Contains(shot.Id)).Select(shot => (Shot: shot, Text: new TextLikeness([shot.Description]))).ToList();
        var open = Enumerable.Range(0, proposed[scene].Count).Where(place => match[scene][place] is null)
            .Select(place => (Place: place, Text: new TextLikeness([proposed[scene][place].Description]))).ToList();
        if ((long)free.Count * open.Count > MostComparisons) return;
        var found = free.SelectMany((left, at) => open.Select(right => (Score: left.Text.To(right.Text), Left: at, right.Place))).Where(entry => entry.Score >= Alike);
        foreach (var (_, left, place) in found.OrderByDescending(entry => entry.Score).ThenBy(entry => entry.Left).ThenBy(entry => entry.Place))
        {
            if (match[scene][place] is null && !taken.Contains(free[left].Shot.Id)) Pair(free[left].Shot, scene, place);
        }
    }

    /// <summary>
    /// What still stands behind its old neighbour needs few words in common (a short line, rewritten), or none where the crew has written its own description.
    /// </summary>
    private void ByPlace(int scene, List<(ExistingShot Shot, ImportKey Key, int Group)> live)
    {
        var last = -1;
        foreach (var (shot, key, _) in live)
        {
            if (taken.Contains(shot.Id))
            {
                var place = Array.FindIndex(match[scene], found => found?.Id == shot.Id);
                if (place >= 0) last = place;
            }
            else if (last + 1 < match[scene].Length && match[scene][last + 1] is null
                && (key.Written != TextFingerprint.Of([shot.Description]) || AreAlikeInPlace(shot, proposed[scene][last + 1])))
            {
                Pair(shot, scene, ++last);
            }
        }
    }

    private static bool AreAlikeInPlace(ExistingShot shot, ProposedShot now) =>
        new TextLikeness([shot.Description]).WordsTo(new TextLikeness([now.Description])) >= AlikeInPlace;

    private void Pair(ExistingShot shot, int scene, int place)
    {
        taken.Add(shot.Id);
        match[scene][place] = shot;
    }
}
