using System.Data;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Director.Infrastructure.Legacy.Archive;
using Director.Infrastructure.Persistence.Setup;
using Npgsql;

namespace Director.Infrastructure.Legacy.Export;

/// <summary>
/// Reads the former system's tables into an export, row by row, in one transaction that sees one moment and may write nothing.
/// </summary>
internal sealed class LegacyExport(NpgsqlConnection source, MediaRoot media, TimeProvider clock, Action<string> tell)
{
    private const string TablesThere = """
        select c.relname::text from pg_catalog.pg_class c
        where c.relnamespace = (select oid from pg_catalog.pg_namespace where nspname = current_schema()) and c.relkind in ('r', 'p', 'v', 'm', 'f') order by 1
        """;

    private const string ColumnsOf = "select column_name::text from information_schema.columns where table_schema = current_schema() and table_name = $1 order by ordinal_position";

    private static readonly JsonSerializerOptions Line = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    private readonly Dictionary<string, List<string>> columns = new(StringComparer.Ordinal);

    /// <summary>Writes everything and the manifest.</summary>
    internal async Task<LegacyManifest> WriteAsync(LegacyArchiveWriter archive, CancellationToken ct)
    {
        await using var snapshot = await source.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await Sql.ExecuteAsync(source, "set transaction read only; set local time zone 'UTC'; set local datestyle = 'ISO'; set local extra_float_digits = 1", ct);
        var there = await Sql.ListAsync(source, TablesThere, ct);
        var known = LegacySchema.Tables.Where(t => there.Contains(t.Name)).ToList();
        if (known.Count == 0) throw new LegacyException("The database holds none of the former system's tables. Is it the right one?");

        List<LegacyManifestTable> tables = [];
        foreach (var table in known)
        {
            var columnsThere = await Sql.ListAsync(source, ColumnsOf, ct, table.Name);
            if (table.Identity.Except(columnsThere).FirstOrDefault() is { } lacking)
                throw new LegacyException($"The table {table.Name} has no column {lacking}: it is not the former system's.");
            columns[table.Name] = columnsThere;
            var (rows, sha256) = await archive.LinesAsync(table.Entry, RowsAsync(table, columnsThere, ct), ct);
            tables.Add(new LegacyManifestTable(table.Name, rows, sha256, [.. columnsThere.Except(table.Columns)], [.. table.Columns.Except(columnsThere)]));
            tell($"{table.Name}: {rows} rows");
        }

        var found = await MediaAsync(archive, known, ct);
        Dictionary<string, long> unknown = [];
        foreach (var other in there.Except(LegacySchema.Tables.Select(t => t.Name)))
            unknown[other] = await Sql.ScalarAsync<long>(source, $"select count(*) from {Sql.Identifier(other)}", ct);
        var manifest = new LegacyManifest(LegacyManifest.CurrentFormat, clock.GetUtcNow(), tables, found, unknown);
        await archive.FinishAsync(manifest, ct);
        await snapshot.RollbackAsync(ct);
        return manifest;
    }

    private async IAsyncEnumerable<string> RowsAsync(LegacyTable table, List<string> there, [EnumeratorCancellation] CancellationToken ct)
    {
        var aside = there.Except(table.Columns).ToList();
        var row = $"select {string.Join(", ", there.Intersect(table.Columns).Select(c => $"t.{Sql.Identifier(c)}"))}";
        var extra = aside.Count == 0 ? "" : $", 'extra', (select row_to_json(x) from (select {string.Join(", ", aside.Select(c => $"t.{Sql.Identifier(c)}"))}) x)";
        var order = string.Join(", ", table.Identity.Select(c => $"t.{Sql.Identifier(c)}"));
        await using var command = new NpgsqlCommand(
            $"select json_build_object('row', (select row_to_json(r) from ({row}) r){extra})::text from {Sql.Identifier(table.Name)} t order by {order}", source) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, ct);
        // A json column is shown as it was written, line ends and all; within JSON they are blanks, and a row is one line.
        while (await reader.ReadAsync(ct)) yield return reader.GetString(0).Replace('\n', ' ').Replace('\r', ' ');
    }

    private async Task<LegacyManifestMedia> MediaAsync(LegacyArchiveWriter archive, IEnumerable<LegacyTable> tables, CancellationToken ct)
    {
        var wanted = tables.SelectMany(t => t.Files.Where(columns[t.Name].Contains).Select(c => Named(t.Name, c))).ToList();
        if (wanted.Count == 0) wanted.Add("select null::text as ref where false");
        using var list = new TemporaryLines();
        HashSet<string> packed = new(StringComparer.Ordinal);
        long files = 0;
        await using (var command = new NpgsqlCommand($"select distinct ref from ({string.Join(" union all ", wanted)}) r where ref is not null and ref <> '' order by ref", source) { CommandTimeout = 0 })
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
            {
                var reference = reader.GetString(0);
                var line = await PackAsync(archive, reference, packed, ct);
                if (line.Sha256 is not null) files++;
                list.Add(JsonSerializer.Serialize(line, Line));
            }
        }

        var (references, sha256) = await archive.LinesAsync(LegacyManifest.MediaList, list.ReadAsync(ct), ct);
        tell($"files: {files} of {references}");
        return new LegacyManifestMedia(references, files, sha256);
    }

    private async Task<LegacyMediaLine> PackAsync(LegacyArchiveWriter archive, string reference, HashSet<string> packed, CancellationToken ct)
    {
        var (path, missing) = media.Find(reference);
        if (path is null) return new LegacyMediaLine(reference, Missing: missing);
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 128 * 1024, FileOptions.Asynchronous | FileOptions.SequentialScan);
            if (file.Length == 0) return new LegacyMediaLine(reference, Missing: "the file is empty");
            var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
            if (packed.Add(sha256))
            {
                file.Position = 0;
                await archive.FileAsync(sha256, file, ct);
            }

            return new LegacyMediaLine(reference, sha256, file.Length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new LegacyMediaLine(reference, Missing: "the file cannot be read");
        }
    }

    /// <summary>Every path and address in a column, also where a list of them, or something else, stands in JSON.</summary>
    private static string Named(string table, string column) => column switch
    {
        "reference_images" => $$"""
            select trim(both '"' from x.v) as ref from {{table}} t, lateral (
              select case when json_typeof(e) = 'object' then coalesce(e ->> 'url', e ->> 'image_url', e ->> 'src', '') else e #>> '{}' end as v
              from json_array_elements(case json_typeof(t.reference_images::json) when 'array' then t.reference_images::json else json_build_array(t.reference_images::json) end) e) x
            where t.reference_images is not null
            """,
        "extracted_text_paths" => $"select x.value as ref from {table} t, lateral jsonb_each_text(case jsonb_typeof(t.extracted_text_paths::jsonb) when 'object' then t.extracted_text_paths::jsonb else '{{}}' end) x where t.extracted_text_paths is not null",
        _ => $"select {Sql.Identifier(column)}::text as ref from {table}",
    };
}
