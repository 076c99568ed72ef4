using System.IO.Compression;
using Director.Infrastructure.Persistence.Setup;
using Npgsql;

namespace Director.Infrastructure.Backup;

/// <summary>
/// Puts rows back. They come into a table of their own first and are inserted from there within their workspace: PostgreSQL refuses COPY into
/// a table with policies, and this way no policy has to be lifted, no table is locked, and what does not belong is refused by the database.
/// </summary>
internal sealed class RowLoader(NpgsqlConnection connection, BackupHeader header, IReadOnlyList<TableShape> tables, WorkspaceArrival? arrival)
{
    private const string Incoming = "pg_temp.incoming";
    private const string Number = "incoming_number";

    private readonly Dictionary<string, long> counts = new(StringComparer.Ordinal);
    private (TableShape Table, IReadOnlyList<string> Columns, string Part)? open;

    /// <summary>The rows of each table that were in the file.</summary>
    internal IReadOnlyDictionary<string, long> Counts => counts;

    /// <summary>Takes an entry named <c>rows/table/part/number.tsv.gz</c>.</summary>
    internal async Task LoadAsync(string entry, Stream content, CancellationToken cancellationToken)
    {
        if (entry.Split('/') is not [_, var table, var part, _]) throw ArchiveReader.CutOff();
        if (open?.Table.Name != table || open?.Part != part)
        {
            await CloseAsync(cancellationToken);
            await OpenAsync(table, part, cancellationToken);
        }

        await using var rows = new GZipStream(content, CompressionMode.Decompress, leaveOpen: true);
        await CopyAsync(rows, cancellationToken);
    }

    /// <summary>Inserts what has come last, and lets counters go on behind what was put back.</summary>
    internal async Task FinishAsync(CancellationToken cancellationToken)
    {
        await CloseAsync(cancellationToken);
        foreach (var (table, column) in tables.SelectMany(table => table.Copied, (table, column) => (table, column)).Where(pair => pair.column.Sequence is not null))
        {
            await Sql.ScalarAsync<long>(
                connection,
                $"SELECT setval($1, greatest((SELECT max({Sql.Identifier(column.Name)})::bigint FROM {Sql.Identifier(table.Name)}), nextval($1)))",
                cancellationToken, column.Sequence!);
        }
    }

    private async Task OpenAsync(string name, string part, CancellationToken cancellationToken)
    {
        var described = header.Tables.FirstOrDefault(table => table.Name == name) ?? throw ArchiveReader.CutOff();
        var table = tables.FirstOrDefault(table => table.Name == name && !TablesNotTaken.Contains(table, header.Scope))
            ?? throw new BackupException($"The backup holds rows of {name}, which Director's schema of {header.Migrations[^1]} does not take. Nothing was changed.");
        var unknown = described.Columns.Except(table.Copied.Select(column => column.Name)).ToList();
        if (unknown.Count > 0) throw new BackupException($"The backup holds columns of {name} that its schema does not have: {string.Join(", ", unknown)}. Nothing was changed.");

        await Sql.ScalarAsync<string>(
            connection, "SELECT set_config('app.workspace', $1, true)", cancellationToken, part == BackupFormat.WholeServer ? "" : part);
        await Sql.ExecuteAsync(
            connection,
            $"CREATE TEMP TABLE incoming ON COMMIT DROP AS SELECT {List(described.Columns)} FROM {Sql.Identifier(name)} WITH NO DATA; "
            + $"ALTER TABLE {Incoming} ADD COLUMN {Number} bigint GENERATED ALWAYS AS IDENTITY",
            cancellationToken);
        open = (table, described.Columns, part);
    }

    private async Task CopyAsync(Stream rows, CancellationToken cancellationToken)
    {
        var writer = await connection.BeginTextImportAsync($"COPY {Incoming} ({List(open!.Value.Columns)}) FROM STDIN", cancellationToken);
        try
        {
            await rows.CopyToAsync(((StreamWriter)writer).BaseStream, cancellationToken);
        }
        catch (Exception exception)
        {
            await ((NpgsqlCopyTextWriter)writer).CancelAsync();
            if (exception is InvalidDataException or EndOfStreamException) throw ArchiveReader.CutOff(exception);
            throw;
        }

        await writer.DisposeAsync();
    }

    private async Task CloseAsync(CancellationToken cancellationToken)
    {
        if (open is not { } group) return;
        open = null;
        var come = await Sql.ScalarAsync<long>(connection, $"SELECT count(*) FROM {Incoming}", cancellationToken);
        counts[group.Table.Name] = counts.GetValueOrDefault(group.Table.Name) + come;
        await CheckPartAsync(group.Table, group.Part, cancellationToken);
        if (arrival is not null) come -= await arrival.PrepareAsync(group.Table, cancellationToken);

        await using var insert = new NpgsqlCommand(
            $"INSERT INTO {Sql.Identifier(group.Table.Name)} ({List(group.Columns)}) SELECT {List(group.Columns)} FROM {Incoming} ORDER BY {Number}", connection);
        insert.CommandTimeout = 0;
        if (await insert.ExecuteNonQueryAsync(cancellationToken) != come)
            throw new BackupException($"Not every row of {group.Table.Name} could be put back. Nothing was changed.");
        await Sql.ExecuteAsync(connection, $"DROP TABLE {Incoming}", cancellationToken);
    }

    /// <summary>An owner who is a superuser passes every policy, so what the policies would refuse is looked for here as well.</summary>
    private async Task CheckPartAsync(TableShape table, string part, CancellationToken cancellationToken)
    {
        var expected = header.Workspace?.Id.ToString() ?? (part == BackupFormat.WholeServer ? null : part);
        if (!table.IsTenant || expected is null) return;
        var foreign = await Sql.ScalarAsync<long>(
            connection, $"SELECT count(*) FROM {Incoming} WHERE {TableShape.Workspace}::text IS DISTINCT FROM $1", cancellationToken, expected);
        if (foreign > 0) throw new BackupException($"The backup holds rows of {table.Name} that belong to another workspace than they say. Nothing was changed.");
    }

    private static string List(IEnumerable<string> columns) => string.Join(", ", columns.Select(Sql.Identifier));
}
