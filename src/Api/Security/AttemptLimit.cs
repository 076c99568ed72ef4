using System.Collections.Concurrent;

namespace Director.Api.Security;

/// <summary>Counts tries in a moving window, in this process. A try counts from its beginning, so that a volley is not let through at once.</summary>
internal sealed class AttemptLimit(TimeProvider clock)
{
    /// <summary>Keys kept before those that have run out are swept.</summary>
    private const int SweepAbove = 10_000;

    private readonly ConcurrentDictionary<string, Queue<DateTimeOffset>> tries = new(StringComparer.Ordinal);

    /// <summary>Takes one of <paramref name="allowed"/> tries within <paramref name="window"/>.</summary>
    /// <returns>Null when there was one left, else how long to wait for the next.</returns>
    internal TimeSpan? Take(string key, int allowed, TimeSpan window)
    {
        var now = clock.GetUtcNow();
        if (tries.Count > SweepAbove) Sweep(now - window);
        var made = tries.GetOrAdd(key, _ => new Queue<DateTimeOffset>());
        lock (made)
        {
            while (made.TryPeek(out var oldest) && oldest <= now - window) made.Dequeue();
            if (made.Count >= allowed) return made.Peek() + window - now;
            made.Enqueue(now);
            return null;
        }
    }

    /// <summary>The try was a good one: the key starts afresh.</summary>
    internal void Forgive(string key) => tries.TryRemove(key, out _);

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
