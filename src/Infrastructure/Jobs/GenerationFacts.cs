using Director.Application.Generation;
using Director.Domain.Assets;
using Director.Domain.Generation;
using Director.Domain.Workspaces;
using Director.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Director.Infrastructure.Jobs;

/// <summary>What a worker has to know before it claims.</summary>
internal sealed record Facts(GenerationStatus Status, string Provider, string? ExternalId, AssetId SubjectId, UserId CreatedBy, string CreatedByName, ProviderRequest? Last)
{
    /// <summary>What the provider has, under an id of its own; null when it has nothing, or nobody knows.</summary>
    internal ProviderWork? Work => ExternalId is not null && Last is not null ? new ProviderWork(ExternalId, Last) : null;

    /// <summary>When it expires.</summary>
    internal DateTimeOffset? DeadlineAt { get; init; }

    /// <summary>How often in a row a look came to nothing.</summary>
    internal int FailedLooks { get; init; }

    /// <summary>Attempts that broke off before the provider had anything.</summary>
    internal int Interrupted { get; init; }

    /// <summary>Whether the last attempt's cost is an estimate that the provider may still correct.</summary>
    internal bool CostAssumed { get; init; }
}

/// <summary>Reads it; locks nothing.</summary>
internal sealed class GenerationFacts(DirectorDbContext db)
{
    internal async Task<Facts?> ReadAsync(GenerationId id, CancellationToken ct)
    {
        var run = await db.Set<GenerationRun>().AsNoTracking().Include(g => g.Attempts).SingleOrDefaultAsync(g => g.Id == id, ct);
        if (run is null) return null;
        var name = await db.Users.Where(u => u.Id == run.CreatedBy.Value).Select(u => u.DisplayName).SingleOrDefaultAsync(ct);
        var last = run.Attempts.MaxBy(a => a.Ordinal);
        return new Facts(run.Status, run.Provider, run.ExternalId, run.ShotId, run.CreatedBy, name ?? "", last is null ? null : ProviderRequests.Of(run, last))
        {
            DeadlineAt = run.DeadlineAt,
            FailedLooks = run.FailedLooks,
            Interrupted = run.Attempts.Count(a => a.Outcome is AttemptOutcome.Interrupted),
            CostAssumed = last is { CostAssumed: true },
        };
    }
}
