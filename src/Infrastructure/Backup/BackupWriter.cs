using System.Data;
using System.Reflection;
using Director.Domain.Workspaces;
using Director.Infrastructure.Persistence.Setup;
using Director.Infrastructure.Storage.Local;
using Npgsql;

namespace Director.Infrastructure.Backup;

/// <summary>
/// Writes a backup over one connection, in one snapshot, beside whatever else works on the database: nothing is locked. Works as the
/// owner, who sees no row of a table whose policy is forced but one workspace after another, and for a single workspace also as the server's role.
/// </summary>
public sealed class BackupWriter(NpgsqlConnection connection, TimeProvider clock)
{
    /// <summary>Text means the same wherever it is read again.</summary>
    private const string Settings = """
        SET LOCAL datestyle = 'ISO'; SET LOCAL intervalstyle = 'postgres'; SET LOCAL timezone = 'UTC'; SET LOCAL extra_float_digits = 1;
        SET LOCAL bytea_output = 'hex'; SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0
        """;

    private readonly List<BackupEntry> entries = [];
    private readonly Dictionary<string, long> counts = new(StringComparer.Ordinal);

    /// <summary>Writes it.</summary>
    /// <param name="request">What.</param>
    /// <param name="to">Where to; written from beginning to end, never sought.</param>
    /// <param name="progress">Told the name of each table as it begins, and how many files there are.</param>
    /// <param name="cancellationToken">Stops in the middle; what has been written then is no backup and is refused as one.</param>
    /// <exception cref="BackupException">There is no such workspace, or a table that this version cannot back up.</exception>
    public async Task<BackupSummary> WriteAsync(BackupRequest request, Stream to, Action<string>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(to);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await Sql.ExecuteAsync(connection, "SET TRANSACTION READ ONLY", cancellationToken);
        await Sql.ExecuteAsync(connection, Settings, cancellationToken);

        var scope = request.Workspace is null ? BackupScope.Server : BackupScope.Workspace;
        var plan = BackupPlan.Of(await DatabaseShape.ReadAsync(connection, cancellationToken), scope);
        var rows = new RowSelection(plan, request.Workspace, await WorkspacesAsync(cancellationToken));
        var at = clock.GetUtcNow();
        await using var archive = new ArchiveWriter(to, at);
        await archive.WriteJsonAsync(BackupFormat.Header, await HeaderAsync(request, scope, plan, at, cancellationToken), cancellationToken);
        foreach (var table in plan.Tables)
        {
            progress?.Invoke(table.Shape.Name);
            foreach (var part in rows.PartsOf(table)) await WriteAsync(archive, table, part, cancellationToken);
        }

        var media = await WriteMediaAsync(archive, request, plan, rows, progress, cancellationToken);
        await archive.WriteJsonAsync(BackupFormat.Manifest, new BackupManifest(entries, counts, media), cancellationToken);
        return new BackupSummary(counts, media, scope == BackupScope.Server ? await PartlySeenAsync(plan, cancellationToken) : []);
    }

    private async Task<IReadOnlyList<string>> PartlySeenAsync(BackupPlan plan, CancellationToken cancellationToken) =>
        await Sql.ScalarAsync<bool>(connection, "SELECT rolsuper OR rolbypassrls FROM pg_catalog.pg_roles WHERE rolname = current_user", cancellationToken)
            ? []
            : [.. plan.Tables.Where(table => table.Shape is { HidesRows: true, MayBelongToNobody: true }).Select(table => table.Shape.Name)];

    private Task<List<string>> WorkspacesAsync(CancellationToken cancellationToken) =>
        Sql.ListAsync(connection, $"SELECT id::text FROM {TablesNotTaken.Workspaces} ORDER BY id", cancellationToken);

    private async Task<BackupHeader> HeaderAsync(
        BackupRequest request, BackupScope scope, BackupPlan plan, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var version = typeof(BackupWriter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
        return new BackupHeader(
            BackupFormat.Kind, BackupFormat.Version, version.Split('+')[0], at, scope,
            request.Workspace is { } id ? await WorkspaceAsync(id, cancellationToken) : null,
            connection.PostgreSqlVersion.ToString(), request.SecretKey, request.Migrations,
            [.. plan.Tables.Select(table => new BackedUpTable(table.Shape.Name, [.. table.Columns.Select(column => column.Shape.Name)]))],
            plan.NotTaken, request.MediaDirectory is not null);
    }

    private async Task<BackedUpWorkspace> WorkspaceAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"SELECT slug, name FROM {TablesNotTaken.Workspaces} WHERE id = $1", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = id });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new BackedUpWorkspace(id, reader.GetString(0), reader.GetString(1))
            : throw new BackupException("There is no such workspace.");
    }

    private async Task WriteAsync(ArchiveWriter archive, PlannedTable table, RowPart part, CancellationToken cancellationToken)
    {
        await EnterAsync(part, cancellationToken);
        var number = 0;
        await using var copied = await CopyAsync(part.Statement, cancellationToken);
        var count = await RowChunks.CutAsync(copied, async piece => entries.Add(await archive.WriteRowsAsync(
            $"{BackupFormat.Rows}/{table.Shape.Name}/{part.Name}/{++number:00000}{BackupFormat.RowsExtension}", piece, cancellationToken)), cancellationToken);
        counts[table.Shape.Name] = counts.GetValueOrDefault(table.Shape.Name) + count;
    }

    /// <summary>Enters the part's workspace. Where no policy should hide rows, PostgreSQL is told to refuse rather than to hide any.</summary>
    private async Task EnterAsync(RowPart part, CancellationToken cancellationToken) => await Sql.ScalarAsync<string>(
        connection, "SELECT set_config('app.workspace', $1, true), set_config('row_security', $2, true)", cancellationToken,
        part.Workspace ?? "", part.IsHidden ? "on" : "off");

    private async Task<Stream> CopyAsync(string select, CancellationToken cancellationToken) =>
        // The reader of text is one of bytes underneath: the rows go from the database to the file as they are.
        ((StreamReader)await connection.BeginTextExportAsync($"COPY ({select}) TO STDOUT", cancellationToken)).BaseStream;

    private async Task<BackedUpMedia> WriteMediaAsync(
        ArchiveWriter archive, BackupRequest request, BackupPlan plan, RowSelection rows, Action<string>? progress, CancellationToken cancellationToken)
    {
        if (request.MediaDirectory is not { } directory || plan.Tables.FirstOrDefault(table => table.Shape.Name == "blobs") is not { } blobs)
            return new BackedUpMedia(0, 0, [], []);

        var (folder, files, bytes) = (new MediaFolder(directory), 0L, 0L);
        List<string> missing = [], damaged = [];
        foreach (var part in rows.PartsOf(blobs))
        {
            await EnterAsync(part, cancellationToken);
            var kept = await Sql.ListAsync(connection, $"SELECT workspace_id || '/' || sha256 FROM ({part.Statement}) blobs ORDER BY 1", cancellationToken);
            if (kept.Count > 0) progress?.Invoke($"{kept.Count} files");
            foreach (var name in kept)
            {
                var (workspace, sha256) = (new WorkspaceId(Guid.Parse(name.Split('/')[0])), name.Split('/')[1]);
                if (folder.PathOf(workspace, sha256) is not { } path || !File.Exists(path))
                {
                    missing.Add(name);
                    continue;
                }

                await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
                if (await archive.WriteFileAsync($"{BackupFormat.Media}/{name}", file, cancellationToken) != sha256) damaged.Add(name);
                files++;
                bytes += file.Length;
            }
        }

        return new BackedUpMedia(files, bytes, missing, damaged);
    }
}
