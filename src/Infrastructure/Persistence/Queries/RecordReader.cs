using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Director.Application.Events;

namespace Director.Infrastructure.Persistence.Queries;

/// <summary>Reads the record from its beginning in pages, each a short statement: an export of hours holds no transaction open.</summary>
internal sealed class RecordReader(DirectorSql sql) : IRecordReader
{
    private const int PageSize = 1_000;

    public async IAsyncEnumerable<ExportedEvent> AllAsync([EnumeratorCancellation] CancellationToken ct)
    {
        // Where it ends is settled at the beginning: its own reading, and what happens meanwhile, is not in it.
        var end = (await sql.ReadAsync("select pg_snapshot_xmin(pg_current_snapshot())::text", _ => { }, r => r.GetString(0), ct)).Single();
        var after = EventPlace.Beginning;
        while (true)
        {
            var page = await sql.ReadAsync("""
                select tx::text as tx_text, seq, kind, subject_type, subject_id, root_id, at, actor_kind, actor_id, actor_name, before::text, after::text, request_id, origin
                from activity where workspace_id = @workspace and tx < @end::text::xid8 and (tx, seq) > (@tx::text::xid8, @seq)
                order by tx, seq limit @limit
                """, p =>
            {
                p.AddWithValue("end", end);
                p.AddWithValue("tx", after.Tx.ToString(CultureInfo.InvariantCulture));
                p.AddWithValue("seq", after.Seq);
                p.AddWithValue("limit", PageSize);
            }, r => new ExportedEvent(
                new EventDto($"{r.GetString(0)}-{r.GetInt64(1)}", r.GetString(2), r.GetString(3), r.GetGuid(4), r.IsDBNull(5) ? null : r.GetGuid(5), r.GetFieldValue<DateTimeOffset>(6),
                    new EventActorDto(r.GetString(7), r.IsDBNull(8) ? null : r.GetGuid(8), r.GetString(9)), Json(r, 10), Json(r, 11), r.GetString(12)),
                r.IsDBNull(13) ? null : r.GetString(13)), ct);
            foreach (var happened in page) yield return happened;
            if (page.Count < PageSize) yield break;
            _ = EventPlace.TryParse(page[^1].Event.Id, out after);
        }
    }

    private static JsonElement? Json(Npgsql.NpgsqlDataReader r, int at) => r.IsDBNull(at) ? null : JsonElement.Parse(r.GetString(at));
}
