using Director.Application.Common.Paging;
using Director.Application.Tags;
using Director.Domain.Common;
using Director.Domain.Tags;
using Npgsql;
using NpgsqlTypes;

namespace Director.Infrastructure.Persistence.Queries;

/// <summary>Reads tags.</summary>
internal sealed class TagReader(DirectorSql sql) : ITagReader
{
    private const string Columns = """
        t.id, t.name, t.category, t.colour,
        (select count(*) from asset_tags x join assets a on a.workspace_id = x.workspace_id and a.id = x.asset_id
         where x.workspace_id = t.workspace_id and x.tag_id = t.id and a.deleted_at is null and a.deleted_with is null),
        t.created_at
        """;

    public async Task<TagDto?> GetAsync(TagId id, CancellationToken ct) =>
        (await sql.ReadAsync($"select {Columns} from tags t where t.workspace_id = @workspace and t.id = @id", p => p.AddWithValue("id", id.Value), Read, ct)).SingleOrDefault();

    public async Task<Result<Page<TagDto>>> ListAsync(TagFilter filter, CancellationToken ct)
    {
        const string order = "tags";
        var cursor = Cursor.Read(filter.Cursor, order);
        if (cursor.Error is { } bad) return bad;
        var rows = await sql.ReadAsync($"""
            select {Columns} from tags t
            where t.workspace_id = @workspace and (@category::text is null or t.category = @category) and starts_with(lower(t.name), lower(@prefix))
              and (@afterId::uuid is null or (t.name collate "und-x-icu", t.id) > (@after::text, @afterId))
            order by t.name collate "und-x-icu", t.id limit @limit
            """, p =>
        {
            p.Add(new NpgsqlParameter("category", NpgsqlDbType.Text) { Value = (object?)filter.Category ?? DBNull.Value });
            p.AddWithValue("prefix", filter.Query ?? "");
            p.Add(new NpgsqlParameter("after", NpgsqlDbType.Text) { Value = (object?)cursor.Value?.Value ?? DBNull.Value });
            p.Add(new NpgsqlParameter("afterId", NpgsqlDbType.Uuid) { Value = (object?)cursor.Value?.Id ?? DBNull.Value });
            p.AddWithValue("limit", filter.Limit + 1);
        }, Read, ct);
        var page = rows.Take(filter.Limit).ToList();
        return new Page<TagDto>(page, rows.Count > filter.Limit ? new Cursor(order, page[^1].Name, page[^1].Id).Write() : null);
    }

    private static TagDto Read(NpgsqlDataReader r) => new(
        r.GetGuid(0), r.GetString(1), r.IsDBNull(2) ? null : r.GetString(2), r.IsDBNull(3) ? null : r.GetString(3), r.GetInt64(4), r.GetFieldValue<DateTimeOffset>(5));
}
