namespace Director.Infrastructure.Notifications.Telegram;

/// <summary>Wakes this process's sender. Setting it twice is setting it once.</summary>
internal sealed class TelegramSignal : IDisposable
{
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
