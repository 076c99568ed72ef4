using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Generation;
using Microsoft.EntityFrameworkCore;

namespace Director.Infrastructure.Persistence.Repositories;

/// <summary>Generations; every condition on a claim is part of the statement, and leases are the database's clock's affair.</summary>
internal sealed class GenerationRepository(DirectorDbContext db, ICaller caller) : IGenerationRepository
{
    private Guid Workspace => caller.Workspace().Value;

    public void Add(GenerationRun generation) => db.Add(generation);

    public Task<GenerationRun?> FindAsync(GenerationId id, CancellationToken ct) =>
        OneAsync($"select * from generations where workspace_id = {Workspace} and id = {id.Value} for no key update", ct);

    public Task<GenerationRun?> FindHeldAsync(GenerationId id, Guid token, CancellationToken ct) =>
        OneAsync($"select * from generations where workspace_id = {Workspace} and id = {id.Value} and claim_token = {token} for no key update", ct);

    public Task<IReadOnlyList<GenerationRun>> PendingOfFilmAsync(AssetId filmId, CancellationToken ct) =>
        SeveralAsync($"select * from generations where workspace_id = {Workspace} and root_id = {filmId.Value} and ended_at is null order by id for no key update", ct);

    public Task<IReadOnlyList<GenerationRun>> PendingOfShotAsync(AssetId shotId, CancellationToken ct) =>
        SeveralAsync($"select * from generations where workspace_id = {Workspace} and shot_id = {shotId.Value} and ended_at is null order by id for no key update", ct);

    public async Task<IReadOnlyList<AssetId>> PendingSubjectsAsync(AssetId filmId, CancellationToken ct) =>
        await db.Set<GenerationRun>().Where(g => g.RootId == filmId && g.EndedAt == null).Select(g => g.ShotId).Distinct().ToListAsync(ct);

    private async Task<IReadOnlyList<GenerationRun>> SeveralAsync(FormattableString sql, CancellationToken ct)
    {
        var found = await db.Set<GenerationRun>().FromSql(sql).ToListAsync(ct);
        var ids = found.Select(g => g.Id).ToList();
        await db.Set<GenerationAttempt>().Where(a => ids.Contains(a.GenerationId)).OrderBy(a => a.Ordinal).LoadAsync(ct);
        return found;
    }

    public async Task<IReadOnlySet<AssetId>> ShotsWithPendingAsync(IReadOnlyCollection<AssetId> shots, CancellationToken ct)
    {
        var wanted = shots.Select(s => s.Value).ToArray();
        var pending = await db.Database.SqlQuery<Guid>(
            $"""select distinct shot_id as "Value" from generations where workspace_id = {Workspace} and shot_id = any({wanted}) and ended_at is null""").ToListAsync(ct);
        return pending.Select(id => new AssetId(id)).ToHashSet();
    }

    public Task KeepSourcesAsync(AssetId take, AssetId film, IReadOnlyCollection<RecipeSource> sources, CancellationToken ct) => sources.Count == 0
        ? Task.CompletedTask
        : db.Database.ExecuteSqlAsync(
            $"""
             insert into take_sources (workspace_id, take_id, film_id, asset_id, asset_version, words, aside, sha256)
             select {Workspace}, {take.Value}, {film.Value}, s.asset_id, s.version, s.words, string_to_array(s.aside, ','), s.sha256
             from unnest({sources.Select(s => s.AssetId).ToArray()}, {sources.Select(s => s.Version).ToArray()}, {sources.Select(s => s.Words).ToArray()},
               {sources.Select(s => string.Join(',', s.Aside)).ToArray()}, {sources.Select(s => s.Sha256).ToArray()}) as s (asset_id, version, words, aside, sha256)
             on conflict do nothing
             """, ct);

    public async Task<bool> ClaimAsync(GenerationId id, Guid token, TimeSpan lease, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync(
            $"""
             update generations set claim_token = {token}, lease_until = clock_timestamp() + {lease}
             where workspace_id = {Workspace} and id = {id.Value} and ended_at is null and (lease_until is null or lease_until < clock_timestamp())
             """, ct) == 1;

    public async Task<bool> RenewAsync(GenerationId id, Guid token, TimeSpan lease, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync(
            $"""
             update generations set lease_until = clock_timestamp() + {lease}
             where workspace_id = {Workspace} and id = {id.Value} and claim_token = {token} and ended_at is null
             """, ct) == 1;

    public async Task<TimeSpan?> HeldForAsync(GenerationId id, CancellationToken ct)
    {
        var left = await db.Database.SqlQuery<TimeSpan>(
            $"""
             select lease_until - clock_timestamp() as "Value" from generations
             where workspace_id = {Workspace} and id = {id.Value} and ended_at is null and lease_until > clock_timestamp()
             """).ToListAsync(ct);
        return left.Count == 0 ? null : left[0];
    }

    private async Task<GenerationRun?> OneAsync(FormattableString sql, CancellationToken ct)
    {
        var found = await db.Set<GenerationRun>().FromSql(sql).SingleOrDefaultAsync(ct);
        if (found is not null) await db.Set<GenerationAttempt>().Where(a => a.GenerationId == found.Id).OrderBy(a => a.Ordinal).LoadAsync(ct);
        return found;
    }
}
