using Npgsql;

namespace Director.Infrastructure.Jobs;

/// <summary>Prolongs a lease while a step is at work; ends with it, also when it throws. A lost claim cancels the step.</summary>
internal sealed class Heartbeat : IAsyncDisposable
{
    private readonly CancellationTokenSource ended = new();
    private readonly CancellationTokenSource lost;
    private readonly Task beating;

    /// <param name="renew">Prolongs the lease; false when the claim is somebody else's.</param>
    /// <param name="broken">Told when the database could not be asked.</param>
    internal Heartbeat(Func<CancellationToken, Task<bool>> renew, Action<Exception> broken, CancellationToken ct)
    {
        lost = CancellationTokenSource.CreateLinkedTokenSource(ct);
        beating = BeatAsync(renew, broken);
    }

    /// <summary>Cancelled when the claim is lost or the process stops.</summary>
    internal CancellationToken Token => lost.Token;

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await beating;
        ended.Dispose();
        lost.Dispose();
    }

    private async Task BeatAsync(Func<CancellationToken, Task<bool>> renew, Action<Exception> broken)
    {
        try
        {
            do await Task.Delay(GenerationWorker.Lease / 3, ended.Token);
            while (await renew(ended.Token));
        }
        catch (OperationCanceledException)
        {
            // The step is over.
            return;
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException or TimeoutException)
        {
            broken(e);
        }

        await lost.CancelAsync();
    }
}
