using System.Globalization;
using System.Text.Json;
using Director.Application.Common.Paging;
using Director.Application.Events;
using Director.Domain.Assets;
using Director.Domain.Common;
using Npgsql;

namespace Director.Infrastructure.Persistence.Queries;

/// <summary>Reads the record: single rows for undoing, for an asset's history its own rows and those that name it.</summary>
internal sealed class ActivityReader(DirectorSql sql) : IActivityReader
{
    // The text has a name of its own: rows are ordered by the number.
    private const string Columns = "tx::text as tx_text, seq, at, actor_kind, actor_id, actor_name, kind, subject_type, subject_id, before::text, after::text";

    public async Task<RecordedEvent?> FindAsync(EventPlace id, CancellationToken ct) =>
        (await sql.ReadAsync($"select {Columns} from activity where workspace_id = @workspace and tx = @tx::text::xid8 and seq = @seq", p =>
        {
            p.AddWithValue("tx", Text(id.Tx));
            p.AddWithValue("seq", id.Seq);
        }, Read, ct)).SingleOrDefault();

    public async Task<IReadOnlyList<RecordedEvent>> OfUnitAsync(ulong tx, Guid subject, CancellationToken ct) =>
        await sql.ReadAsync($"select {Columns} from activity where workspace_id = @workspace and subject_id = @subject and tx = @tx::text::xid8 order by seq", p =>
        {
            p.AddWithValue("subject", subject);
            p.AddWithValue("tx", Text(tx));
        }, Read, ct);

    public async Task<IReadOnlyList<RecordedEvent>> SinceAsync(ulong tx, Guid subject, int cap, CancellationToken ct) =>
        await sql.ReadAsync($"select {Columns} from activity where workspace_id = @workspace and subject_id = @subject and tx > @tx::text::xid8 order by tx desc, seq desc limit @cap", p =>
        {
            p.AddWithValue("subject", subject);
            p.AddWithValue("tx", Text(tx));
            p.AddWithValue("cap", cap);
        }, Read, ct);

    public async Task<EventPlace?> NewestAsync(Guid subject, CancellationToken ct) =>
        (await sql.ReadAsync($"select {Columns} from activity where workspace_id = @workspace and subject_id = @subject and tx = pg_current_xact_id() order by seq desc limit 1",
            p => p.AddWithValue("subject", subject), Read, ct)).SingleOrDefault()?.Id;

    public async Task<Result<Page<RecordedEvent>>?> HistoryAsync(AssetId asset, string? cursor, int limit, CancellationToken ct)
    {
        const string order = "history";
        var after = Cursor.Read(cursor, order);
        if (after.Error is { } bad) return bad;
        var from = new EventPlace(ulong.MaxValue, long.MaxValue);
        if (after.Value is { } last && !EventPlace.TryParse(last.Value, out from)) return Cursor.Invalid;

        var known = await sql.ReadAsync("select root_id from assets where workspace_id = @workspace and id = @id", p => p.AddWithValue("id", asset.Value), r => r.GetGuid(0), ct);
        if (known.Count == 0) return null;
        var rows = await sql.ReadAsync($"""
            select {Columns}, {ActivityColumns.SubjectName} from activity a where a.workspace_id = @workspace and (a.tx, a.seq) < (@tx::text::xid8, @seq) and (
              a.subject_id = @id
              or (a.subject_type = 'relationship' and a.subject_id in (
                select r.id from asset_relationships r where r.workspace_id = @workspace and @id in (r.parent_id, r.child_id)
                union all
                select l.subject_id from activity l where l.workspace_id = @workspace and l.subject_type = 'relationship'
                  and @text in (l.before ->> 'parentId', l.before ->> 'childId', l.after ->> 'parentId', l.after ->> 'childId')))
              or (a.root_id = @root and @text in (a.before ->> 'parentId', a.after ->> 'parentId', a.before ->> 'selectedChildId', a.after ->> 'selectedChildId')))
            order by a.tx desc, a.seq desc limit @limit
            """, p =>
        {
            p.AddWithValue("id", asset.Value);
            p.AddWithValue("text", asset.Value.ToString());
            p.AddWithValue("root", known[0]);
            p.AddWithValue("tx", Text(from.Tx));
            p.AddWithValue("seq", from.Seq);
            p.AddWithValue("limit", limit + 1);
        }, r => Read(r) with { SubjectName = r.IsDBNull(11) ? null : r.GetString(11) }, ct);
        var page = rows.Take(limit).ToList();
        return new Page<RecordedEvent>(page, rows.Count > limit ? new Cursor(order, page[^1].Id.ToString(), asset.Value).Write() : null);
    }

    private static RecordedEvent Read(NpgsqlDataReader r) => new(
        new EventPlace(ulong.Parse(r.GetString(0), CultureInfo.InvariantCulture), r.GetInt64(1)), r.GetFieldValue<DateTimeOffset>(2), r.GetString(3),
        r.IsDBNull(4) ? null : r.GetGuid(4), r.GetString(5), r.GetString(6), r.GetString(7), r.GetGuid(8), Json(r, 9), Json(r, 10));

    private static JsonElement? Json(NpgsqlDataReader r, int at) => r.IsDBNull(at) ? null : JsonElement.Parse(r.GetString(at));

    private static string Text(ulong tx) => tx.ToString(CultureInfo.InvariantCulture);
}
