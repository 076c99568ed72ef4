using System.Runtime.CompilerServices;
using Director.Infrastructure.Legacy.Rules;
using Npgsql;

namespace Director.Infrastructure.Legacy.Import;

/// <summary>A staged row and where it goes.</summary>
/// <param name="Row">The row.</param>
/// <param name="Workspace">The workspace.</param>
/// <param name="A">What it belongs to, where that is there.</param>
/// <param name="B">Another thing it belongs to.</param>
/// <param name="N">A number it comes with.</param>
internal sealed record StagedRow(LegacyRow Row, Guid Workspace, string? A, string? B, long? N);

/// <summary>Reads staged rows page by page, in the order of their work table.</summary>
internal sealed class LegacyPages(NpgsqlConnection db, int pageSize)
{
    internal async IAsyncEnumerable<IReadOnlyList<StagedRow>> OfAsync(string table, [EnumeratorCancellation] CancellationToken ct)
    {
        for (long from = 0; ; from += pageSize)
        {
            var page = await ListAsync(
                $"select s.line, s.id, s.doc, w.ws, w.a, w.b, w.n from pg_temp.w_{table} w join {LegacyStaging.Of(table)} s on s.id = w.id where w.rank > $1 and w.rank <= $2 order by w.rank",
                r => new StagedRow(LegacyRow.Read(table, r.GetString(1), r.GetInt64(0), r.GetString(2)), r.GetGuid(3), Text(r, 4), Text(r, 5), r.IsDBNull(6) ? null : r.GetInt64(6)),
                ct, from, from + pageSize);
            if (page.Count == 0) yield break;
            yield return page;
        }
    }

    /// <summary>Rows that no work table took, with nothing to belong to.</summary>
    internal Task<List<LegacyRow>> LeftOverAsync(string table, string without, long after, CancellationToken ct) => ListAsync(
        $"select s.line, s.id, s.doc from {LegacyStaging.Of(table)} s where s.line > $1 and not exists ({without}) order by s.line limit $2",
        r => LegacyRow.Read(table, r.GetString(1), r.GetInt64(0), r.GetString(2)), ct, after, pageSize);

    /// <summary>The files that rows name, by the path or address.</summary>
    internal async Task<IReadOnlyDictionary<string, LegacyFile>> FilesAsync(IEnumerable<LegacyRow> rows, CancellationToken ct)
    {
        var wanted = rows.SelectMany(r => LegacySchema.Get(r.Table).Files.SelectMany(c => r.Value(c) is { } value ? c == "extracted_text_paths" ? Values(value) : LegacyLists.Read(value).Append(LegacyRow.TextOf(value)) : []))
            .OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        if (wanted.Length == 0) return new Dictionary<string, LegacyFile>();
        var files = await ListAsync(
            "select f.ref, f.sha256, coalesce(f.size, 0), f.type, f.width, f.height, f.missing from unnest($1::text[]) x(ref) join pg_temp.s_files f on md5(f.ref) = md5(x.ref) and f.ref = x.ref",
            r => (Ref: r.GetString(0), File: new LegacyFile(Text(r, 1), r.GetInt64(2), Text(r, 3), r.IsDBNull(4) ? null : r.GetInt32(4), r.IsDBNull(5) ? null : r.GetInt32(5), Text(r, 6))), ct, (object)wanted);
        return files.DistinctBy(f => f.Ref).ToDictionary(f => f.Ref, f => f.File, StringComparer.Ordinal);
    }

    internal async Task<List<T>> ListAsync<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken ct, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, db) { CommandTimeout = 0 };
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        await using var reader = await command.ExecuteReaderAsync(ct);
        List<T> rows = [];
        while (await reader.ReadAsync(ct)) rows.Add(read(reader));
        return rows;
    }

    internal static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static IEnumerable<string?> Values(System.Text.Json.JsonElement value) =>
        value.ValueKind is System.Text.Json.JsonValueKind.Object ? value.EnumerateObject().Select(p => LegacyRow.TextOf(p.Value)) : LegacyLists.Read(value);
}
