namespace Director.Api.Hosting;

/// <summary>Asks every check, each with little patience, and remembers the answer for a moment: the address is open to
/// everybody, and asking it in a loop must cost nothing.</summary>
internal sealed class Readiness(IEnumerable<IReadinessCheck> checks, TimeProvider clock, ILogger<Readiness> logger) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim one = new(1);
    private (DateTimeOffset At, IReadOnlyDictionary<string, string?> Problems)? last;

    /// <summary>The problem of each check by its name; null where there is none.</summary>
    internal async Task<IReadOnlyDictionary<string, string?>> AskAsync(CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            if (last is { } kept && clock.GetUtcNow() - kept.At < Kept) return kept.Problems;

            var found = await Task.WhenAll(checks.Select(async check => (check.Name, Problem: await AskAsync(check))));
            var problems = found.ToDictionary(answer => answer.Name, answer => answer.Problem);
            last = (clock.GetUtcNow(), problems);
            return problems;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private async Task<string?> AskAsync(IReadinessCheck check)
    {
        try
        {
            using var patience = new CancellationTokenSource(Patience, clock);
            return await check.FindProblemAsync(patience.Token).WaitAsync(Patience, clock);
        }
#pragma warning disable CA1031 // whatever a check throws, the answer is that it is not ready
        catch (Exception exception)
#pragma warning restore CA1031
        {
            logger.LogWarning("Not ready: {Check:l} failed with {Reason:l}", check.Name, exception.Message);
            return "does not answer";
        }
    }
}
