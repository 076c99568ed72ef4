using Director.Application.Generation;
using Director.Domain.Assets;
using Director.Domain.Generation;
using Director.Domain.Workspaces;
using Director.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Director.Infrastructure.Jobs;

/// <summary>What a worker has to know before it claims.</summary>
internal sealed record Facts(
    GenerationStatus Status, string Provider, string? ExternalId, AssetId ShotId, UserId CreatedBy, string CreatedByName, ProviderRequest? Last)
{
    /// <summary>What the provider has, under an id of its own; null when it has nothing, or nobody knows.</summary>
    internal ProviderWork? Work => ExternalId is not null && Last is not null ? new ProviderWork(ExternalId, Last) : null;
}

/// <summary>Reads it; locks nothing.</summary>
internal sealed class GenerationFacts(DirectorDbContext db)
{
    internal async Task<Facts?> ReadAsync(GenerationId id, CancellationToken ct)
    {
        var run = await db.Set<GenerationRun>().AsNoTracking().Include(g => g.Attempts).SingleOrDefaultAsync(g => g.Id == id, ct);
        if (run is null) return null;
        var name = await db.Users.Where(u => u.Id == run.CreatedBy.Value).Select(u => u.DisplayName).SingleOrDefaultAsync(ct);
        return new Facts(run.Status, run.Provider, run.ExternalId, run.ShotId, run.CreatedBy, name ?? "",
            run.Attempts.MaxBy(a => a.Ordinal) is { } last ? ProviderRequests.Of(run, last) : null);
    }
}
