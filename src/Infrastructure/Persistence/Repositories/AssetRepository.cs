using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Relationships;
using Microsoft.EntityFrameworkCore;

namespace Director.Infrastructure.Persistence.Repositories;

/// <summary>The one repository of the one table.</summary>
internal sealed class AssetRepository(DirectorDbContext db, ICaller caller) : IAssetRepository
{
    /// <summary>Types in the order in which their rows are locked.</summary>
    private static readonly string[] LockOrder = [.. AssetTypes.All.OrderBy(t => t.Level).Select(t => t.Slug)];

    private Guid Workspace => caller.Workspace().Value;

    public async Task<Asset?> FindAsync(AssetId id, CancellationToken ct) =>
        (await FindAllAsync([id], ct)).GetValueOrDefault(id);

    public async Task<IReadOnlyDictionary<AssetId, Asset>> FindAllAsync(IReadOnlyCollection<AssetId> ids, CancellationToken ct)
    {
        // Locked first and then read: EF names the file's columns differently when it reads from a statement of ours.
        var wanted = ids.Select(i => i.Value).Distinct().ToArray();
        await db.Database.ExecuteSqlAsync(
            $"""
             select 1 from assets where workspace_id = {Workspace} and id = any({wanted})
             order by array_position({LockOrder}, type::text), id for no key update
             """, ct);
        var typed = wanted.Select(id => new AssetId(id)).ToList();
        return await db.Assets.Where(a => typed.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
    }

    public async Task<IReadOnlyList<Asset>> FindBranchAsync(AssetId id, CancellationToken ct)
    {
        var branch = await db.Database.SqlQuery<Guid>(
            $"""
             with recursive up (id, parent_id, depth) as (
               select id, parent_id, 0 from assets where workspace_id = {Workspace} and id = {id.Value}
               union all
               select a.id, a.parent_id, up.depth + 1 from assets a join up on a.id = up.parent_id where a.workspace_id = {Workspace})
             select id as "Value" from up order by depth desc
             """).ToListAsync(ct);
        var loaded = await FindAllAsync([.. branch.Select(b => new AssetId(b))], ct);
        return [.. branch.Select(b => loaded[new AssetId(b)])];
    }

    public async Task<IReadOnlyList<Asset>> TreeAsync(AssetId rootId, IReadOnlyCollection<AssetType> types, CancellationToken ct)
    {
        var slugs = types.Select(t => t.Slug).ToArray();
        await db.Database.ExecuteSqlAsync(
            $"""
             select 1 from assets
             where workspace_id = {Workspace} and root_id = {rootId.Value} and type = any({slugs}) and deleted_at is null and deleted_with is null
             order by array_position({LockOrder}, type::text), id for no key update
             """, ct);
        var tree = await db.Assets.Where(a => a.RootId == rootId && types.Contains(a.Type) && a.DeletedAt == null && a.DeletedWith == null).ToListAsync(ct);
        return [.. tree.OrderBy(a => a.Type.Level).ThenBy(a => a.Position, StringComparer.Ordinal).ThenBy(a => a.Id.Value)];
    }

    public async Task<(string? Lower, string? Upper)?> NeighboursAsync(AssetId? parentId, AssetType type, AssetId? after, AssetId? before, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        var siblings = Siblings(parentId);
        if ((after ?? before) is not { } named) return (await KeyAsync($"{siblings} order by position desc limit 1", parentId, type, null, ct), null);

        var at = await KeyAsync($"{siblings} and id = {{3}}", parentId, type, named.Value, ct);
        if (at is null) return null;
        return after is not null
            ? (at, await KeyAsync($"{siblings} and position > {{3}} order by position limit 1", parentId, type, at, ct))
            : (await KeyAsync($"{siblings} and position < {{3}} order by position desc limit 1", parentId, type, at, ct), at);
    }

#pragma warning disable EF1002 // what is put together here are wordings of ours; every value is a parameter
    public async Task<IReadOnlyList<string>> KeysFromAsync(AssetId? parentId, AssetType type, string key, AssetId except, CancellationToken ct) =>
        await db.Database.SqlQueryRaw<string>(
            $"""select position as "Value" from assets where {Siblings(parentId)} and position >= {"{3}"} and id <> {"{4}"} order by position limit 2""",
            Workspace, parentId?.Value ?? Guid.Empty, type.Slug, key, except.Value).ToListAsync(ct);

    private async Task<string?> KeyAsync(string where, AssetId? parentId, AssetType type, object? given, CancellationToken ct) =>
        (await db.Database.SqlQueryRaw<string>(
            $"""select position as "Value" from assets where {where}""", Workspace, parentId?.Value ?? Guid.Empty, type.Slug, given ?? "").ToListAsync(ct)).FirstOrDefault();

    /// <summary>The children of one type of one owner, or of none. In two wordings: no index finds <c>is not distinct from</c>.</summary>
    private static string Siblings(AssetId? parentId) =>
        $"workspace_id = {{0}} and {(parentId is null ? "parent_id is null" : "parent_id = {1}")} and type = {{2}}";

    public async Task RespaceAsync(AssetId? parentId, AssetType type, CancellationToken ct)
    {
        var children = await db.Database.SqlQueryRaw<Guid>(
            $"""select id as "Value" from assets where {Siblings(parentId)} order by position, id""", Workspace, parentId?.Value ?? Guid.Empty, type.Slug).ToListAsync(ct);
#pragma warning restore EF1002
        var keys = OrderKey.Sequence(children.Count).Select(k => k.Value).ToArray();
        var ids = children.ToArray();
        await db.Database.ExecuteSqlAsync(
            $"""
             update assets set position = n.key from unnest({ids}, {keys}) as n (id, key)
             where assets.workspace_id = {Workspace} and assets.id = n.id
             """, ct);
        foreach (var tracked in db.ChangeTracker.Entries<Asset>().Where(e => ids.Contains(e.Entity.Id.Value)).ToList()) await tracked.ReloadAsync(ct);
    }

    public async Task<AssetId?> ParentOfAsync(AssetId id, CancellationToken ct) =>
        await db.Assets.AsNoTracking().Where(a => a.Id == id).Select(a => a.ParentId).FirstOrDefaultAsync(ct);

    public async Task<(string? Behind, string? InFront)> CodesAroundAsync(Asset parent, AssetId? after, CancellationToken ct)
    {
        // Film order: shots without a scene come behind the scenes' shots, as the structure shows them.
        var order = await db.Database.SqlQuery<ShotInOrder>(
            $"""
             select s.id, s.code, s.parent_id from assets s join assets p on p.workspace_id = s.workspace_id and p.id = s.parent_id
             where s.workspace_id = {Workspace} and s.root_id = {parent.RootId.Value} and s.type = 'shot' and s.deleted_at is null and s.deleted_with is null
             order by case when p.type = 'scene' then 0 else 1 end, case when p.type = 'scene' then p.position else '' end collate "C", s.position, s.id
             """).ToListAsync(ct);
        var at = after is { } named ? order.FindIndex(s => s.Id == named.Value) : order.FindLastIndex(s => s.ParentId == parent.Id.Value);
        if (at < 0) at = await EndOfScenesBefore(parent, order, ct);
        return (at >= 0 ? order[at].Code : null, at + 1 < order.Count ? order[at + 1].Code : null);
    }

    /// <summary>The index of the last shot in front of a parent that has none yet; −1 at the film's start.</summary>
    private async Task<int> EndOfScenesBefore(Asset parent, List<ShotInOrder> order, CancellationToken ct)
    {
        if (parent.Id == parent.RootId) return order.Count - 1;
        var position = parent.Position;
        var before = (await db.Database.SqlQuery<Guid>(
            $"""
             select id as "Value" from assets where workspace_id = {Workspace} and root_id = {parent.RootId.Value} and type = 'scene' and position < {position}
             """).ToListAsync(ct)).ToHashSet();
        return order.FindLastIndex(s => before.Contains(s.ParentId));
    }

    private sealed record ShotInOrder(Guid Id, string? Code, Guid ParentId);

    public void Add(Asset asset) => db.Assets.Add(asset);

    public Task<bool> IsWithinAsync(AssetId id, AssetId ancestor, CancellationToken ct) =>
        db.Database.SqlQuery<bool>(
            $"""
             with recursive up (id, parent_id) as (
               select id, parent_id from assets where workspace_id = {Workspace} and id = {id.Value}
               union all
               select a.id, a.parent_id from assets a join up on a.id = up.parent_id where a.workspace_id = {Workspace})
             select exists (select 1 from up where id = {ancestor.Value}) as "Value"
             """).SingleAsync(ct);

    public Task<int> DeleteBelowAsync(AssetId id, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""
             with recursive below (id) as (
               select id from assets where workspace_id = {Workspace} and parent_id = {id.Value} and deleted_at is null and deleted_with is null
               union all
               select a.id from assets a join below on a.parent_id = below.id
               where a.workspace_id = {Workspace} and a.deleted_at is null and a.deleted_with is null)
             update assets set deleted_with = {id.Value} where workspace_id = {Workspace} and id in (select id from below)
             """, ct);

    public Task<int> RestoreBelowAsync(AssetId id, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"update assets set deleted_with = null where workspace_id = {Workspace} and deleted_with = {id.Value}", ct);

    public Task<int> RerootBelowAsync(AssetId id, AssetId newRoot, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""
             with recursive below (id) as (
               select id from assets where workspace_id = {Workspace} and parent_id = {id.Value}
               union all
               select a.id from assets a join below on a.parent_id = below.id where a.workspace_id = {Workspace}),
             made as (
               update take_sources set film_id = {newRoot.Value} where workspace_id = {Workspace} and take_id in (select id from below))
             update assets set root_id = {newRoot.Value} where workspace_id = {Workspace} and id in (select id from below)
             """, ct);

    public async Task<IReadOnlyList<string>> CodesAsync(AssetId filmId, CancellationToken ct) =>
        await db.Assets.AsNoTracking().Where(a => a.RootId == filmId && a.Code != null).OrderBy(a => a.Code).Select(a => a.Code!).ToListAsync(ct);

    public async Task<bool> WouldCircleAsync(AssetId parent, AssetId child, CancellationToken ct)
    {
        // Two links without a common end can close one circle together, so locking the ends is not enough.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('lineage ' || {Workspace}::text, 0))", ct);
        var lineage = RelationshipKind.All.Where(k => k.Lineage).Select(k => k.Slug).ToArray();
        return await db.Database.SqlQuery<bool>(
            $"""
             with recursive reached (id) as (
               select {child.Value}::uuid
               union
               select r.child_id from asset_relationships r join reached on r.parent_id = reached.id
               where r.workspace_id = {Workspace} and r.kind = any({lineage}))
             select exists (select 1 from reached where id = {parent.Value}) as "Value"
             """).SingleAsync(ct);
    }

    public Task<AssetRelationship?> FindLinkAsync(RelationshipId id, CancellationToken ct) =>
        db.Relationships.FromSql($"select * from asset_relationships where workspace_id = {Workspace} and id = {id.Value} for no key update").SingleOrDefaultAsync(ct);

    public async Task<IReadOnlyList<AssetRelationship>> LinksOfAsync(AssetId parent, IReadOnlyCollection<RelationshipKind> kinds, CancellationToken ct) =>
        await db.Relationships.Where(r => r.ParentId == parent && kinds.Contains(r.Kind)).OrderBy(r => r.Kind).ThenBy(r => r.Sequence).ThenBy(r => r.Id).ToListAsync(ct);

    public async Task<IReadOnlyList<AssetRelationship>> LinksToAsync(AssetId child, RelationshipKind kind, CancellationToken ct) =>
        await db.Relationships.Where(r => r.ChildId == child && r.Kind == kind).OrderBy(r => r.Sequence).ThenBy(r => r.Id).ToListAsync(ct);

    public void Add(AssetRelationship link) => db.Relationships.Add(link);

    public void Remove(AssetRelationship link) => db.Relationships.Remove(link);
}
