using System.Globalization;
using System.Text.Json;
using Director.Infrastructure.Legacy.Archive;
using Director.Infrastructure.Legacy.Rules;
using Director.Infrastructure.Media;
using Director.Infrastructure.Persistence.Setup;
using Npgsql;
using NpgsqlTypes;
using SkiaSharp;

namespace Director.Infrastructure.Legacy.Import;

/// <summary>
/// Reads a whole export into temporary tables of one session, where the database joins and sorts a million rows without this process holding
/// them. Nothing else is touched before every line has been looked at.
/// </summary>
internal sealed class LegacyStaging(NpgsqlConnection db, LegacyArchive archive, Action<string> tell)
{
    private const int LongestId = 500;

    private static readonly HashSet<string> Numbers = ["sequence_order", "shot_number", "scene_number"];

    /// <summary>The temporary table of a former one.</summary>
    internal static string Of(string table) => $"pg_temp.s_{table}";

    internal async Task LoadAsync(CancellationToken ct)
    {
        foreach (var table in LegacySchema.Tables)
        {
            await Sql.ExecuteAsync(db, $"create temp table s_{table.Name} (line bigint, id text, k1 text, k2 text, k3 text, k4 text, doc text)", ct);
            if (archive.Manifest.Tables.FirstOrDefault(t => t.Name == table.Name) is { } listed) await LoadAsync(table, listed, ct);
            await Sql.ExecuteAsync(db, $"create index on {Of(table.Name)} (id); create index on {Of(table.Name)} (k1); create index on {Of(table.Name)} (k2); analyze {Of(table.Name)}", ct);
            if (await Sql.ScalarAsync<string>(db, $"select max(line) || ' ' || id from {Of(table.Name)} group by id having count(*) > 1 limit 1", ct) is { } twice)
                throw LegacyException.At(table.Entry, long.Parse(twice.Split(' ')[0], CultureInfo.InvariantCulture), $"the id {twice[(twice.IndexOf(' ', StringComparison.Ordinal) + 1)..]} stands twice.");
        }

        await LoadFilesAsync(ct);
    }

    private async Task LoadAsync(LegacyTable table, LegacyManifestTable listed, CancellationToken ct)
    {
        await using var copy = await db.BeginBinaryImportAsync($"copy {Of(table.Name)} (line, id, k1, k2, k3, k4, doc) from stdin (format binary)", ct);
        await foreach (var (line, text) in archive.LinesAsync(table.Entry, listed.Rows, listed.Sha256, ct))
        {
            var row = Check(table, line, text);
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(line, NpgsqlDbType.Bigint, ct);
            await copy.WriteAsync(row.Id, NpgsqlDbType.Text, ct);
            for (var k = 0; k < 4; k++)
            {
                if (k < table.Keys.Length && Key(row, table.Keys[k]) is { } key) await copy.WriteAsync(key, NpgsqlDbType.Text, ct);
                else await copy.WriteNullAsync(ct);
            }

            await copy.WriteAsync(text, NpgsqlDbType.Text, ct);
        }

        await copy.CompleteAsync(ct);
        tell($"read {table.Name}: {listed.Rows} rows");
    }

    private static LegacyRow Check(LegacyTable table, long line, string text)
    {
        JsonElement root;
        try
        {
            root = JsonSerializer.Deserialize<JsonElement>(text);
        }
        catch (JsonException)
        {
            throw LegacyException.At(table.Entry, line, "it is not JSON.");
        }

        if (root.ValueKind is not JsonValueKind.Object || !root.TryGetProperty("row", out var row) || row.ValueKind is not JsonValueKind.Object)
            throw LegacyException.At(table.Entry, line, "it has no object “row”.");
        var bare = new LegacyRow(table.Name, "", line, row);
        var parts = table.Identity.Select(bare.Text).ToList();
        var lacking = parts.IndexOf(null);
        if (lacking >= 0) throw LegacyException.At(table.Entry, line, $"it has no {table.Identity[lacking]}.");
        var id = string.Join('|', parts);
        return id.Length > LongestId ? throw LegacyException.At(table.Entry, line, $"its id is longer than {LongestId} characters.") : new LegacyRow(table.Name, id, line, row);
    }

    private static string? Key(LegacyRow row, string column) =>
        column == "created_at" ? row.Moment(column, out _)?.ToString("yyyy-MM-ddTHH:mm:ss.ffffff", CultureInfo.InvariantCulture)
        : Numbers.Contains(column) ? row.Whole(column)?.ToString(CultureInfo.InvariantCulture)
        : row.Text(column) is { } text ? (column == "name" ? text.ToLowerInvariant() : text)[..Math.Min(text.Length, LongestId * 2)] : null;

    /// <summary>Reads the list of files, looks at each file that came along, and keeps what was measured.</summary>
    private async Task LoadFilesAsync(CancellationToken ct)
    {
        await Sql.ExecuteAsync(db, "create temp table s_files (ref text, sha256 text, size bigint, type text, width int, height int, missing text)", ct);
        Dictionary<string, (string? Type, int? Width, int? Height)> measured = new(StringComparer.Ordinal);
        await using (var copy = await db.BeginBinaryImportAsync("copy pg_temp.s_files (ref, sha256, size, type, width, height, missing) from stdin (format binary)", ct))
        {
            await foreach (var (number, text) in archive.LinesAsync(LegacyManifest.MediaList, archive.Manifest.Media.References, archive.Manifest.Media.Sha256, ct))
            {
                var line = ReadFileLine(number, text);
                (string? Type, int? Width, int? Height) facts = default;
                if (line.Sha256 is { } sha256 && !measured.TryGetValue(sha256, out facts)) measured[sha256] = facts = await MeasureAsync(number, line, sha256, ct);
                await copy.StartRowAsync(ct);
                await copy.WriteAsync(line.Ref, NpgsqlDbType.Text, ct);
                await WriteAsync(copy, line.Sha256, NpgsqlDbType.Text, ct);
                await WriteAsync(copy, line.Size, NpgsqlDbType.Bigint, ct);
                await WriteAsync(copy, facts.Type, NpgsqlDbType.Text, ct);
                await WriteAsync(copy, facts.Width, NpgsqlDbType.Integer, ct);
                await WriteAsync(copy, facts.Height, NpgsqlDbType.Integer, ct);
                await WriteAsync(copy, line.Missing, NpgsqlDbType.Text, ct);
            }

            await copy.CompleteAsync(ct);
        }

        await Sql.ExecuteAsync(db, "create index on pg_temp.s_files (md5(ref)); analyze pg_temp.s_files", ct);
        tell($"looked at {measured.Count} files");
    }

    private static LegacyMediaLine ReadFileLine(long number, string text)
    {
        try
        {
            var line = JsonSerializer.Deserialize<LegacyMediaLine>(text, LegacyManifest.Json);
            if (line is { Ref.Length: > 0 } && (line.Sha256 is null) == (line.Missing is not null) && (line.Sha256 is null || line.Size is > 0)) return line;
        }
        catch (JsonException)
        {
            // Said below.
        }

        throw LegacyException.At(LegacyManifest.MediaList, number, "it is no file and no reason why there is none.");
    }

    private async Task<(string? Type, int? Width, int? Height)> MeasureAsync(long number, LegacyMediaLine line, string sha256, CancellationToken ct)
    {
        var head = new byte[FileSignature.Length];
        await using (var file = archive.OpenFile(sha256) ?? throw LegacyException.At(LegacyManifest.MediaList, number, $"the file {sha256} is not in the export."))
        await using (var hashed = new Backup.HashedStream(file))
        {
            var read = await hashed.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
            head = head[..read];
            try
            {
                await hashed.CopyToAsync(Stream.Null, ct);
            }
            catch (InvalidDataException)
            {
                throw LegacyException.At(LegacyManifest.MediaList, number, $"the file {sha256} is damaged.");
            }

            if (hashed.Count != line.Size || hashed.Finish() != sha256) throw LegacyException.At(LegacyManifest.MediaList, number, $"the file {sha256} is not what its hash says.");
        }

        var type = FileSignature.ContentTypeOf(head);
        if (type?.StartsWith("image/", StringComparison.Ordinal) is not true) return (type, null, null);
        await using var picture = archive.OpenFile(sha256)!;
        using var codec = SKCodec.Create(picture);
        if (codec is null || codec.Info.Width < 1 || codec.Info.Height < 1 || (long)codec.Info.Width * codec.Info.Height > MediaProbe.MaxPixels) return (null, null, null);
        var (width, height) = MediaProbe.Upright(codec);
        return (type, width, height);
    }

    private static Task WriteAsync<T>(NpgsqlBinaryImporter copy, T? value, NpgsqlDbType type, CancellationToken ct) =>
        value is null ? copy.WriteNullAsync(ct) : copy.WriteAsync(value, type, ct);
}
