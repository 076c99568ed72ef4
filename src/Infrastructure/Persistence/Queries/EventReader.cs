using System.Text.Json;
using Director.Application.Events;
using Npgsql;

namespace Director.Infrastructure.Persistence.Queries;

/// <summary>Reads the log below the horizon: a row of a transaction that is older than one still running could otherwise appear behind the reader's back.</summary>
internal sealed class EventReader(DirectorSql sql) : IEventReader
{
    private const string Readable = "a.workspace_id = @workspace and a.tx < pg_snapshot_xmin(pg_current_snapshot())";

    public Task<IReadOnlyList<EventDto>> ReadAsync(EventPlace after, Guid? rootId, Guid? subjectId, int limit, CancellationToken ct) => RowsAsync($"""
        select a.tx::text, a.seq, a.kind, a.subject_type, a.subject_id, a.root_id, a.at, a.actor_kind, a.actor_id, a.actor_name, a.before::text, a.after::text, a.request_id
        from activity a where {Readable} and (a.tx, a.seq) > (@tx::text::xid8, @seq)
          {(rootId is null ? "" : "and a.root_id = @root")} {(subjectId is null ? "" : "and a.subject_id = @subject")}
        order by a.tx, a.seq limit @limit
        """, p =>
    {
        At(p, after);
        if (rootId is { } root) p.AddWithValue("root", root);
        if (subjectId is { } subject) p.AddWithValue("subject", subject);
        p.AddWithValue("limit", limit);
    }, ct);

    public async Task<EventPlace> HeadAsync(CancellationToken ct) =>
        (await sql.ReadAsync($"select a.tx::text, a.seq from activity a where {Readable} order by a.tx desc, a.seq desc limit 1", _ => { },
            r => new EventPlace(ulong.Parse(r.GetString(0), System.Globalization.CultureInfo.InvariantCulture), r.GetInt64(1)), ct)).FirstOrDefault();

    public async Task<int?> BehindAsync(EventPlace place, int cap, CancellationToken ct) => (await sql.ReadAsync($"""
        select case when (@tx::text = '0' and @seq = 0) or exists (select from activity a where a.workspace_id = @workspace and a.tx = @tx::text::xid8 and a.seq = @seq)
          then (select count(*)::int from (select from activity a where {Readable} and (a.tx, a.seq) > (@tx::text::xid8, @seq) limit @cap) newer) end
        """, p =>
    {
        At(p, place);
        p.AddWithValue("cap", cap);
    }, r => r.IsDBNull(0) ? (int?)null : r.GetInt32(0), ct)).Single();

    private static void At(NpgsqlParameterCollection p, EventPlace place)
    {
        p.AddWithValue("tx", place.Tx.ToString(System.Globalization.CultureInfo.InvariantCulture));
        p.AddWithValue("seq", place.Seq);
    }

    private async Task<IReadOnlyList<EventDto>> RowsAsync(string statement, Action<NpgsqlParameterCollection> bind, CancellationToken ct) =>
        await sql.ReadAsync(statement, bind, r => new EventDto(
            $"{r.GetString(0)}-{r.GetInt64(1)}", r.GetString(2), r.GetString(3), r.GetGuid(4), r.IsDBNull(5) ? null : r.GetGuid(5), r.GetFieldValue<DateTimeOffset>(6),
            new EventActorDto(r.GetString(7), r.IsDBNull(8) ? null : r.GetGuid(8), r.GetString(9)), Json(r, 10), Json(r, 11), r.GetString(12)), ct);

    private static JsonElement? Json(NpgsqlDataReader r, int at) => r.IsDBNull(at) ? null : JsonDocument.Parse(r.GetString(at)).RootElement;
}
