using Director.Application.Generation;
using Director.Domain.Generation;

namespace Director.Infrastructure.Jobs;

/// <summary>
/// Calls to providers, each with a time of its own, and what a broken one means: a look that breaks is repeated, a submission that breaks is
/// unclear, and finished work that cannot be fetched is fetched again and never made again.
/// </summary>
internal static class ProviderCalls
{
    /// <summary>How often in a row finished work may fail to arrive.</summary>
    private const int MostFetches = 6;

    private static readonly TimeSpan SubmitWithin = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan AskWithin = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan FetchWithin = TimeSpan.FromMinutes(30);

    internal static Task<ProviderAnswer> SubmitAsync(IGenerationProvider provider, ProviderRequest request, CancellationToken ct) =>
        WithinAsync(SubmitWithin, token => provider.SubmitAsync(request, token), ct);

    internal static Task<ProviderAnswer> ReconcileAsync(IGenerationProvider provider, ProviderRequest request, CancellationToken ct) =>
        WithinAsync(AskWithin, token => provider.ReconcileAsync(request, token), ct);

    internal static Task<ProviderAnswer> PollAsync(IGenerationProvider provider, ProviderWork work, CancellationToken ct) =>
        WithinAsync(AskWithin, token => provider.PollAsync(work, token), ct);

    /// <summary>Brings finished work.</summary>
    /// <returns>The work, or why it cannot be had; null when it should be tried again.</returns>
    internal static async Task<ProviderAnswer?> FetchAsync(IGenerationProvider provider, ProviderWork work, ProviderAnswer.Ready ready, int failedLooks, CancellationToken ct)
    {
        var answer = await WithinAsync(FetchWithin, token => provider.FetchAsync(work, token), ct);
        return answer switch
        {
            ProviderAnswer.Refused { Failure.Retryable: true } when failedLooks < MostFetches => null,
            // It was made and will be charged; making it again by itself would be charged again.
            ProviderAnswer.Refused refused => new ProviderAnswer.Refused(refused.Failure with { Retryable = false, Billable = true }, refused.Cost ?? ready.Cost),
            ProviderAnswer.Finished or ProviderAnswer.Forgotten => answer,
            _ => null,
        };
    }

    internal static async Task<bool> CancelAsync(IGenerationProvider provider, ProviderWork work, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await WithinAsync(AskWithin, async token =>
                {
                    await provider.CancelAsync(work, token);
                    return true;
                }, ct);
                return true;
            }
            catch (Exception e) when (e is not OutOfMemoryException && !ct.IsCancellationRequested)
            {
                if (tries == 3) return false;
                await Task.Delay(TimeSpan.FromSeconds(tries), ct);
            }
        }
    }

    /// <summary>When to look again after looks that came to nothing: two seconds, growing to five minutes.</summary>
    internal static TimeSpan LookAgain(int failedLooks) => TimeSpan.FromSeconds(Math.Min(300, 2 * Math.Pow(2, Math.Min(10, failedLooks))));

    private static async Task<T> WithinAsync<T>(TimeSpan time, Func<CancellationToken, Task<T>> call, CancellationToken ct)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        over.CancelAfter(time);
        try
        {
            return await call(over.Token);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException("The provider did not answer in time.", e);
        }
    }
}
