using System.Globalization;
using Director.Application.Assets;
using Director.Application.Collections;
using Director.Application.Common.Paging;
using Director.Domain.Collections;
using Director.Domain.Common;
using Npgsql;
using NpgsqlTypes;

namespace Director.Infrastructure.Persistence.Queries;

/// <summary>Reads collections and their members.</summary>
internal sealed class CollectionReader(DirectorSql sql) : ICollectionReader
{
    private const string Columns = """
        c.id, c.name, c.kind, c.parent_id,
        (select count(*)::int from asset_collection_members m join assets a on a.workspace_id = m.workspace_id and a.id = m.asset_id
         where m.workspace_id = c.workspace_id and m.collection_id = c.id and a.deleted_at is null and a.deleted_with is null),
        c.created_at, c.created_by, c.updated_at, c.version
        """;

    public async Task<CollectionDto?> GetAsync(CollectionId id, CancellationToken ct) =>
        (await sql.ReadAsync($"select {Columns} from asset_collections c where c.workspace_id = @workspace and c.id = @id", p => p.AddWithValue("id", id.Value), Read, ct)).SingleOrDefault();

    public async Task<Result<Page<CollectionDto>>> ListAsync(CollectionFilter filter, CancellationToken ct)
    {
        const string order = "collections";
        var cursor = Cursor.Read(filter.Cursor, order);
        if (cursor.Error is { } bad) return bad;
        var rows = await sql.ReadAsync($"""
            select {Columns} from asset_collections c
            where c.workspace_id = @workspace and (@kind::text is null or c.kind = @kind) and (@parent::uuid is null or c.parent_id = @parent)
              and (@afterId::uuid is null or (c.name collate "und-x-icu", c.id) > (@after::text, @afterId))
            order by c.name collate "und-x-icu", c.id limit @limit
            """, p =>
        {
            p.Add(new NpgsqlParameter("kind", NpgsqlDbType.Text) { Value = (object?)filter.Kind ?? DBNull.Value });
            p.Add(new NpgsqlParameter("parent", NpgsqlDbType.Uuid) { Value = (object?)filter.ParentId ?? DBNull.Value });
            p.Add(new NpgsqlParameter("after", NpgsqlDbType.Text) { Value = (object?)cursor.Value?.Value ?? DBNull.Value });
            p.Add(new NpgsqlParameter("afterId", NpgsqlDbType.Uuid) { Value = (object?)cursor.Value?.Id ?? DBNull.Value });
            p.AddWithValue("limit", filter.Limit + 1);
        }, Read, ct);
        var page = rows.Take(filter.Limit).ToList();
        return new Page<CollectionDto>(page, rows.Count > filter.Limit ? new Cursor(order, page[^1].Name, page[^1].Id).Write() : null);
    }

    public async Task<Result<Page<AssetDto>>> MembersAsync(CollectionId id, string? cursor, int limit, CancellationToken ct)
    {
        const string order = "members";
        var after = Cursor.Read(cursor, order);
        if (after.Error is { } bad) return bad;
        var sequence = -1;
        if (after.Value is { } from && !int.TryParse(from.Value, NumberStyles.None, CultureInfo.InvariantCulture, out sequence)) return Cursor.Invalid;
        var rows = await sql.ReadAsync($"""
            select {AssetColumns.Select}, m.sequence from asset_collection_members m
            join assets a on a.workspace_id = m.workspace_id and a.id = m.asset_id
            where m.workspace_id = @workspace and m.collection_id = @id and {AssetColumns.Live} and (m.sequence, a.id) > (@sequence, @afterId)
            order by m.sequence, a.id limit @limit
            """, p =>
        {
            p.AddWithValue("id", id.Value);
            p.AddWithValue("sequence", sequence);
            p.AddWithValue("afterId", after.Value?.Id ?? Guid.Empty);
            p.AddWithValue("limit", limit + 1);
        }, r => (Asset: AssetColumns.Read(r), Sequence: r.GetInt32(AssetColumns.Count)), ct);
        var page = rows.Take(limit).ToList();
        var next = rows.Count > limit ? new Cursor(order, page[^1].Sequence.ToString(CultureInfo.InvariantCulture), page[^1].Asset.Id).Write() : null;
        return new Page<AssetDto>([.. page.Select(r => r.Asset)], next);
    }

    private static CollectionDto Read(NpgsqlDataReader r) => new(
        r.GetGuid(0), r.GetString(1), r.GetString(2), r.IsDBNull(3) ? null : r.GetGuid(3), r.GetInt32(4),
        r.GetFieldValue<DateTimeOffset>(5), r.GetGuid(6), r.GetFieldValue<DateTimeOffset>(7), r.GetInt64(8));
}
