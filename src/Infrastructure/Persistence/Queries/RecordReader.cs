using System.Globalization;
using System.Runtime.CompilerServices;
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
            var page = await sql.ReadAsync($"""
                select {ActivityColumns.OfEvent}, a.origin
                from activity a where a.workspace_id = @workspace and a.tx < @end::text::xid8 and (a.tx, a.seq) > (@tx::text::xid8, @seq)
                order by a.tx, a.seq limit @limit
                """, p =>
            {
                p.AddWithValue("end", end);
                p.AddWithValue("tx", after.Tx.ToString(CultureInfo.InvariantCulture));
                p.AddWithValue("seq", after.Seq);
                p.AddWithValue("limit", PageSize);
            }, r => new ExportedEvent(ActivityColumns.ReadEvent(r), r.IsDBNull(ActivityColumns.Count) ? null : r.GetString(ActivityColumns.Count)), ct);
            foreach (var happened in page) yield return happened;
            if (page.Count < PageSize) yield break;
            _ = EventPlace.TryParse(page[^1].Event.Id, out after);
        }
    }
}
