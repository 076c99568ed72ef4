using System.Collections.Concurrent;

namespace Director.Api.Security;

/// <summary>Counts tries in a moving window, in this process. A try counts from its beginning, so that a volley is not let through at once.</summary>
internal sealed class AttemptLimit(TimeProvider clock)
{
    /// <summary>Keys kept before those that have run out are swept.</summary>
    private const int SweepAbove = 10_000;

    private readonly ConcurrentDictionary<string, List<DateTimeOffset>> tries = new(StringComparer.Ordinal);

    /// <summary>Takes one of <paramref name="allowed"/> tries within <paramref name="window"/>.</summary>
    /// <returns>Null when there was one left, else how long to wait for the next.</returns>
    internal TimeSpan? Take(string key, int allowed, TimeSpan window)
    {
        var now = clock.GetUtcNow();
        if (tries.Count > SweepAbove) Sweep(now - window);
        var made = tries.GetOrAdd(key, _ => new List<DateTimeOffset>());
        lock (made)
        {
            made.RemoveAll(at => at <= now - window);
            if (made.Count >= allowed) return made[0] + window - now;
            made.Add(now);
            return null;
        }
    }

    /// <summary>The try was a good one: the key starts afresh.</summary>
    internal void Forgive(string key) => Change(key, made => made.Clear());

    /// <summary>The try was no guess at all: it does not count, those before it do.</summary>
    internal void GiveBack(string key) => Change(key, made => made.RemoveRange(Math.Max(0, made.Count - 1), Math.Min(1, made.Count)));

    private void Change(string key, Action<List<DateTimeOffset>> change)
    {
        if (!tries.TryGetValue(key, out var made)) return;
        lock (made) change(made);
    }

    private void Sweep(DateTimeOffset before)
    {
        foreach (var (key, made) in tries)
        {
            lock (made)
            {
                if (!made.Any(at => at > before)) tries.TryRemove(key, out _);
            }
        }
    }
}
