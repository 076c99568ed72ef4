using Director.Application.Events;
using Npgsql;

namespace Director.Infrastructure.Persistence.Queries;

/// <summary>Reads the log below the horizon: a row of a transaction that is older than one still running could otherwise appear behind the reader's back.</summary>
internal sealed class EventReader(DirectorSql sql) : IEventReader
{
    private const string Readable = "a.workspace_id = @workspace and a.tx < pg_snapshot_xmin(pg_current_snapshot())";

    public Task<IReadOnlyList<EventDto>> ReadAsync(EventRange range, CancellationToken ct)
    {
        var filter = range.Filter;
        var direction = range.Newest ? "desc" : "asc";
        return RowsAsync($"""
            select {ActivityColumns.OfEvent}
            from activity a where {Readable}
              {(range.After is null ? "" : "and (a.tx, a.seq) > (@tx::text::xid8, @seq)")} {(range.Before is null ? "" : "and (a.tx, a.seq) < (@untilTx::text::xid8, @untilSeq)")}
              {(filter.RootId is null ? "" : "and a.root_id = @root")} {(filter.SubjectId is null ? "" : "and a.subject_id = @subject")}
              {(filter.Actor is null ? "" : "and a.actor_id = @actor")} {(filter.Kinds.Count == 0 ? "" : "and a.kind = any(@kinds)")}
              {(filter.From is null ? "" : "and a.at >= @from")} {(filter.To is null ? "" : "and a.at < @to")}
            order by a.tx {direction}, a.seq {direction} limit @limit
            """, p =>
        {
            if (range.After is { } after) At(p, after);
            if (range.Before is { } before) At(p, before, "untilTx", "untilSeq");
            if (filter.RootId is { } root) p.AddWithValue("root", root);
            if (filter.SubjectId is { } subject) p.AddWithValue("subject", subject);
            if (filter.Actor is { } actor) p.AddWithValue("actor", actor);
            if (filter.Kinds.Count > 0) p.AddWithValue("kinds", filter.Kinds.ToArray());
            if (filter.From is { } from) p.AddWithValue("from", from.ToUniversalTime());
            if (filter.To is { } to) p.AddWithValue("to", to.ToUniversalTime());
            p.AddWithValue("limit", filter.Limit);
        }, ct);
    }

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

    private static void At(NpgsqlParameterCollection p, EventPlace place, string tx = "tx", string seq = "seq")
    {
        p.AddWithValue(tx, place.Tx.ToString(System.Globalization.CultureInfo.InvariantCulture));
        p.AddWithValue(seq, place.Seq);
    }

    private async Task<IReadOnlyList<EventDto>> RowsAsync(string statement, Action<NpgsqlParameterCollection> bind, CancellationToken ct) =>
        await sql.ReadAsync(statement, bind, ActivityColumns.ReadEvent, ct);
}
