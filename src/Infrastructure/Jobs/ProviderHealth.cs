using Director.Application.Generation;
using Director.Domain.Generation;
using Director.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Director.Infrastructure.Jobs;

/// <summary>One row a provider, shared by all workers; times are the database's.</summary>
internal sealed class ProviderHealth(DirectorDbContext db) : IProviderHealth
{
    /// <summary>Failures in a row, all of them the provider's fault, after which it is left alone.</summary>
    internal const int Patience = 5;

    private const int FirstPauseSeconds = 30;
    private const int LongestPauseSeconds = 600;

    public async Task ReportAsync(string provider, GenerationFailure? failure, CancellationToken ct)
    {
        switch (failure?.Kind)
        {
            case null or FailureKind.Moderation or FailureKind.InvalidInput or FailureKind.ReferenceUnavailable or FailureKind.CorruptOutput or FailureKind.Unknown:
                // Somebody answered, whatever it was. The condition keeps this from writing every time.
                if (failure?.Kind is FailureKind.Unknown) return;
                await db.Database.ExecuteSqlAsync(
                    $"update provider_health set failures = 0, degraded_since = null, why = null, paused_until = null where provider = {provider} and (failures > 0 or degraded_since is not null)", ct);
                return;
            case FailureKind.RateLimited:
                // It works, and wants fewer calls: nobody asks before the time it named.
                if (failure.RetryAfter is not { } rest) return;
                await db.Database.ExecuteSqlAsync(
                    $"""
                     insert into provider_health (provider, paused_until) values ({provider}, clock_timestamp() + {rest})
                     on conflict (provider) do update set paused_until = greatest(provider_health.paused_until, excluded.paused_until)
                     """, ct);
                return;
            default:
                await db.Database.ExecuteSqlAsync(
                    $"""
                     insert into provider_health (provider, failures, why) values ({provider}, 1, {failure.Message})
                     on conflict (provider) do update set failures = provider_health.failures + 1, why = excluded.why,
                       degraded_since = case when provider_health.failures + 1 >= {Patience} then coalesce(provider_health.degraded_since, clock_timestamp()) end,
                       paused_until = case when provider_health.failures + 1 >= {Patience}
                         then clock_timestamp() + make_interval(secs => least({LongestPauseSeconds}, {FirstPauseSeconds} * power(2, least(20, provider_health.failures + 1 - {Patience}))))
                         else provider_health.paused_until end
                     """, ct);
                return;
        }
    }

    public async Task<IReadOnlyDictionary<string, ProviderTrouble>> TroublesAsync(CancellationToken ct)
    {
        var rows = await db.Database.SqlQuery<Row>(
            $"select provider, degraded_since as since, coalesce(why, '') as why, coalesce(paused_until, clock_timestamp()) as try_again_at from provider_health where degraded_since is not null").ToListAsync(ct);
        return rows.ToDictionary(r => r.Provider, r => new ProviderTrouble(r.Since, r.Why, r.TryAgainAt));
    }

    private sealed record Row(string Provider, DateTimeOffset Since, string Why, DateTimeOffset TryAgainAt);
}
