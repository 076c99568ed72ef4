using Director.Application.Assets;
using Director.Application.Common.Paging;
using Director.Application.Films;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Relationships;
using Npgsql;

namespace Director.Infrastructure.Persistence.Queries;

/// <summary>Reads assets for showing; lists are in <see cref="AssetListing"/>, films in <see cref="FilmReader"/>.</summary>
internal sealed class AssetReader(DirectorSql sql, AssetListing listing, FilmReader films) : IAssetReader
{
    private const string One = $"select {AssetColumns.Select} from assets a where a.workspace_id = @workspace and a.id = @id and {AssetColumns.Live}";
    private const string Many = $"select {AssetColumns.Select} from assets a where a.workspace_id = @workspace and a.id = any(@ids) and {AssetColumns.Live}";

    public async Task<AssetDto?> GetAsync(AssetId id, CancellationToken ct) =>
        (await sql.ReadAsync(One, p => p.AddWithValue("id", id.Value), AssetColumns.Read, ct)).SingleOrDefault();

    public async Task<IReadOnlyList<AssetDto>> GetManyAsync(IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var found = (await sql.ReadAsync(Many, p => p.AddWithValue("ids", ids.Distinct().ToArray()), AssetColumns.Read, ct)).ToDictionary(a => a.Id);
        return [.. ids.Where(found.ContainsKey).Select(id => found[id])];
    }

    public Task<Result<Page<AssetDto>>> ListAsync(AssetFilter filter, CancellationToken ct) => listing.PageAsync(filter, ct);

    public Task<Result<IReadOnlyList<Guid>>> ListIdsAsync(AssetFilter filter, int cap, CancellationToken ct) => listing.IdsAsync(filter, cap, ct);

    public Task<FilmStructureDto?> StructureAsync(AssetId film, TakesShown takes, CancellationToken ct) => films.StructureAsync(film, takes, ct);

    public Task<long?> RevisionAsync(AssetId film, CancellationToken ct) => films.RevisionAsync(film, ct);

    public Task<Result<Page<FilmSummaryDto>>> FilmsAsync(string? cursor, int limit, CancellationToken ct) => films.ListAsync(cursor, limit, ct);

    public async Task<Result<Page<LinkedAssetDto>>> LinkedAsync(AssetId id, LinkedFilter filter, CancellationToken ct)
    {
        const string order = "linked";
        var cursor = Cursor.Read(filter.Cursor, order);
        if (cursor.Error is { } bad) return bad;

        // Both halves in one statement: the tree as kind "contains", the graph by its kinds.
        var (owned, from, to) = filter.Children ? ("o.parent_id = @id", "parent_id", "child_id") : ("exists (select 1 from assets me where me.workspace_id = @workspace and me.id = @id and me.parent_id = o.id)", "child_id", "parent_id");
        var statement = $"""
            with linked (other, kind, relationship_id, sequence, sort) as (
              select o.id, 'contains', null::uuid, 0, '0' || o.position collate "C" from assets o where o.workspace_id = @workspace and {owned}
              union all
              select r.{to}, r.kind, r.id, r.sequence, '1' || r.kind || lpad(r.sequence::text, 10, '0') collate "C" from asset_relationships r
              where r.workspace_id = @workspace and r.{from} = @id)
            select {AssetColumns.Select}, l.kind, l.relationship_id, l.sequence, l.sort, coalesce(l.relationship_id, l.other) as key
            from linked l join assets a on a.workspace_id = @workspace and a.id = l.other
            where {AssetColumns.Live}
              and (cardinality(@kinds) = 0 or l.kind = any(@kinds)) and (cardinality(@types) = 0 or a.type = any(@types))
              and (@sort::text is null or (l.sort, coalesce(l.relationship_id, l.other)) > (@sort, @key))
            order by l.sort, key limit @limit
            """;
        var rows = await sql.ReadAsync(statement, p =>
        {
            p.AddWithValue("id", id.Value);
            p.AddWithValue("kinds", filter.Kinds.ToArray());
            p.AddWithValue("types", filter.Types.ToArray());
            p.Add(new NpgsqlParameter("sort", NpgsqlTypes.NpgsqlDbType.Text) { Value = (object?)cursor.Value?.Value ?? DBNull.Value });
            p.AddWithValue("key", cursor.Value?.Id ?? Guid.Empty);
            p.AddWithValue("limit", filter.Limit + 1);
        }, r => (Link: new LinkedAssetDto(r.GetString(AssetColumns.Count), r.IsDBNull(AssetColumns.Count + 1) ? null : r.GetGuid(AssetColumns.Count + 1), r.GetInt32(AssetColumns.Count + 2), AssetColumns.Read(r)),
            Sort: r.GetString(AssetColumns.Count + 3), Key: r.GetGuid(AssetColumns.Count + 4)), ct);

        var page = rows.Take(filter.Limit).ToList();
        var next = rows.Count > filter.Limit ? new Cursor(order, page[^1].Sort, page[^1].Key).Write() : null;
        return new Page<LinkedAssetDto>([.. page.Select(r => r.Link)], next);
    }

    public async Task<LineageDto> LineageAsync(AssetId id, bool upstream, int depth, int cap, CancellationToken ct)
    {
        var (from, to) = upstream ? ("parent_id", "child_id") : ("child_id", "parent_id");
        var edges = await sql.ReadAsync($"""
            with recursive reached (id, depth) as (
              select @id, 0
              union
              select r.{to}, reached.depth + 1 from asset_relationships r join reached on r.{from} = reached.id
              where r.workspace_id = @workspace and r.kind = any(@kinds) and reached.depth < @depth)
            select distinct r.parent_id, r.child_id, r.kind from reached join asset_relationships r on r.{from} = reached.id
            where r.workspace_id = @workspace and r.kind = any(@kinds) and reached.depth < @depth limit @cap
            """, p =>
        {
            p.AddWithValue("id", id.Value);
            p.AddWithValue("kinds", RelationshipKind.All.Where(k => k.Lineage).Select(k => k.Slug).ToArray());
            p.AddWithValue("depth", depth);
            p.AddWithValue("cap", cap + 1);
        }, r => new LineageEdgeDto(r.GetGuid(0), r.GetGuid(1), r.GetString(2)), ct);

        var shown = edges.Take(cap).ToList();
        var nodes = await GetManyAsync([.. shown.SelectMany(e => new[] { e.ParentId, e.ChildId }).Prepend(id.Value).Distinct()], ct);
        var live = nodes.Select(n => n.Id).ToHashSet();
        return new LineageDto(nodes, [.. shown.Where(e => live.Contains(e.ParentId) && live.Contains(e.ChildId))], edges.Count > cap);
    }
}
