using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Collections;
using Microsoft.EntityFrameworkCore;

namespace Director.Infrastructure.Persistence.Repositories;

internal sealed class CollectionRepository(DirectorDbContext db, ICaller caller) : ICollectionRepository
{
    private Guid Workspace => caller.Workspace().Value;

    public Task<AssetCollection?> FindAsync(CollectionId id, CancellationToken ct) =>
        db.Collections.FromSql($"select * from asset_collections where workspace_id = {Workspace} and id = {id.Value} for no key update").SingleOrDefaultAsync(ct);

    public async Task<IReadOnlyList<AssetCollection>> WithinAsync(CollectionId parent, CancellationToken ct) =>
        await db.Collections.FromSql($"select * from asset_collections where workspace_id = {Workspace} and parent_id = {parent.Value} order by id for no key update").ToListAsync(ct);

    public async Task<bool> IsWithinAsync(CollectionId id, CollectionId ancestor, CancellationToken ct)
    {
        // Two moves without a common row can close one circle together, so locking rows is not enough.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('collections ' || {Workspace}::text, 0))", ct);
        return await db.Database.SqlQuery<bool>(
            $"""
             with recursive up (id, parent_id) as (
               select id, parent_id from asset_collections where workspace_id = {Workspace} and id = {id.Value}
               union
               select c.id, c.parent_id from asset_collections c join up on c.id = up.parent_id where c.workspace_id = {Workspace})
             select exists (select 1 from up where id = {ancestor.Value}) as "Value"
             """).SingleAsync(ct);
    }

    public async Task<int> DepthAsync(CollectionId parent, CollectionId? moved, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('collections ' || {Workspace}::text, 0))", ct);
        var root = moved?.Value;
        return await db.Database.SqlQuery<int>(
            $"""
             with recursive up (id, parent_id, levels) as (
               select id, parent_id, 1 from asset_collections where workspace_id = {Workspace} and id = {parent.Value}
               union all
               select c.id, c.parent_id, up.levels + 1 from asset_collections c join up on c.id = up.parent_id where c.workspace_id = {Workspace}),
             down (id, levels) as (
               select {root}::uuid, 1
               union all
               select c.id, down.levels + 1 from asset_collections c join down on c.parent_id = down.id where c.workspace_id = {Workspace})
             select (coalesce((select max(levels) from up), 0) + (select max(levels) from down))::int as "Value"
             """).SingleAsync(ct);
    }

    public async Task<IReadOnlySet<Guid>> LiveAsync(IReadOnlyCollection<Guid> assets, CancellationToken ct)
    {
        var wanted = assets.ToArray();
        return (await db.Database.SqlQuery<Guid>(
            $"""select id as "Value" from assets where workspace_id = {Workspace} and id = any({wanted}) and deleted_at is null and deleted_with is null""").ToListAsync(ct)).ToHashSet();
    }

    public async Task<IReadOnlySet<Guid>> PresentAsync(IReadOnlyCollection<Guid> assets, CancellationToken ct)
    {
        var wanted = assets.ToArray();
        return (await db.Database.SqlQuery<Guid>($"""select id as "Value" from assets where workspace_id = {Workspace} and id = any({wanted})""").ToListAsync(ct)).ToHashSet();
    }

    public async Task<IReadOnlyList<AssetId>> MembersAsync(CollectionId id, CancellationToken ct) =>
        await db.CollectionMembers.AsNoTracking().Where(m => m.CollectionId == id).OrderBy(m => m.Sequence).ThenBy(m => m.AssetId).Select(m => m.AssetId).ToListAsync(ct);

    public Task SetMembersAsync(CollectionId id, IReadOnlyList<Guid> assets, CancellationToken ct)
    {
        var wanted = assets.ToArray();
        return db.Database.ExecuteSqlAsync(
            $"""
             with gone as (
               delete from asset_collection_members where workspace_id = {Workspace} and collection_id = {id.Value} and not asset_id = any({wanted}))
             insert into asset_collection_members (workspace_id, collection_id, asset_id, sequence)
             select {Workspace}, {id.Value}, a.id, a.place - 1 from unnest({wanted}) with ordinality as a (id, place)
             on conflict (workspace_id, collection_id, asset_id) do update set sequence = excluded.sequence
             where asset_collection_members.sequence <> excluded.sequence
             """, ct);
    }

    public void Add(AssetCollection collection) => db.Collections.Add(collection);

    public void Remove(AssetCollection collection) => db.Collections.Remove(collection);
}
