namespace Director.Infrastructure.Jobs;

/// <summary>Wakes this process's pump: somebody waits for a turn, or a place has become free. Setting it twice is setting it once.</summary>
internal sealed class TurnSignal : IDisposable
{
    /// <summary>The channel on which processes tell each other.</summary>
    internal const string Channel = "director_turns";

    private readonly SemaphoreSlim set = new(0, 1);

    internal void Set()
    {
        try
        {
            if (set.CurrentCount == 0) set.Release();
        }
        catch (Exception e) when (e is SemaphoreFullException or ObjectDisposedException)
        {
            // Set by somebody else in the same moment, or the server stops.
        }
    }

    internal Task WaitAsync(TimeSpan atMost, CancellationToken ct) => set.WaitAsync(atMost, ct);

    public void Dispose() => set.Dispose();
}
