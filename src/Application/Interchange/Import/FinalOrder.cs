namespace Director.Application.Interchange.Import;

/// <summary>
/// Puts the script's order and the film's own order together so that as few things as possible move. Things the script says nothing of (made
/// by hand, omitted) never move; new and moved ones go right before the next one that stays.
/// </summary>
internal static class FinalOrder
{
    /// <param name="existingCount">How many things there are in the film's order.</param>
    /// <param name="script">The script's order: for each thing its index in the film's order, or -1 when it is new here.</param>
    /// <returns>The final order: index in the film's order (-1 new here), index in the script's order (-1 not in it), and whether it keeps its place.</returns>
    public static List<(int Existing, int Script, bool Stays)> Of(int existingCount, IReadOnlyList<int> script)
    {
        var stays = Alignment.Stationary(script);
        var inScript = script.Where(index => index >= 0).ToHashSet();
        var order = new List<(int, int, bool)>(existingCount + script.Count);
        var next = 0;

        void UpTo(int limit)
        {
            for (; next < limit; next++)
            {
                if (!inScript.Contains(next)) order.Add((next, -1, true));
            }
        }

        for (var at = 0; at < script.Count; at++)
        {
            // A run of arrivals goes behind whatever stands before the next one that stays.
            var anchor = at;
            while (anchor < script.Count && !stays[anchor]) anchor++;
            UpTo(anchor < script.Count ? script[anchor] : existingCount);
            for (; at < anchor; at++) order.Add((script[at], at, false));
            if (anchor == script.Count) break;
            order.Add((script[anchor], anchor, true));
            next = script[anchor] + 1;
        }

        UpTo(existingCount);
        return order;
    }
}
