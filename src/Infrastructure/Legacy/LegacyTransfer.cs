using Director.Infrastructure.Backup;
using Director.Infrastructure.Legacy.Archive;
using Director.Infrastructure.Legacy.Export;
using Director.Infrastructure.Legacy.Import;
using Director.Infrastructure.Legacy.Report;
using Director.Infrastructure.Persistence.Setup;
using Director.Infrastructure.Storage.Local;
using Director.Infrastructure.Workspaces;
using Npgsql;

namespace Director.Infrastructure.Legacy;

/// <summary>Brings a former system's data along: out of its database into a file, out of the file into workspaces, and the one laid beside the other.</summary>
public static class LegacyTransfer
{
    /// <summary>How much one transaction writes, in rows: enough that starting one does not matter, little enough to be held.</summary>
    internal const int BatchSize = 6_000;

    /// <summary>Only one import or verification into a workspace runs at a time; the others wait. The first word of the advisory lock's two.</summary>
    private const int LockClass = 0x4C454741;

    /// <summary>Writes an export. The source is only read.</summary>
    /// <param name="connection">Npgsql's connection string of the former system's database.</param>
    /// <param name="mediaRoot">Where its files lie; null: none come along.</param>
    /// <param name="to">The file to write; it appears under its name when it is whole.</param>
    /// <param name="tell">Hears how it goes.</param>
    /// <param name="clock">The time.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="LegacyException">The database cannot be reached or is another one.</exception>
    public static async Task<LegacyExported> ExportAsync(string connection, string? mediaRoot, string to, Action<string> tell, TimeProvider clock, CancellationToken ct)
    {
        if (mediaRoot is not null && !Directory.Exists(mediaRoot)) throw new LegacyException($"There is no folder '{mediaRoot}'.");
        try
        {
            await using var source = await OpenAsync(connection, ct);
            await using var file = BackupFile.Create(Path.GetFullPath(to));
            LegacyManifest manifest;
            await using (var archive = new LegacyArchiveWriter(file.Stream)) manifest = await new LegacyExport(source, new MediaRoot(mediaRoot), clock, tell).WriteAsync(archive, ct);
            file.Finish();
            return new LegacyExported(manifest.Tables.ToDictionary(t => t.Name, t => t.Rows), manifest.Media.Files, manifest.Media.References, manifest.UnknownTables);
        }
        catch (NpgsqlException e)
        {
            throw new LegacyException($"The former system's database cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Takes an export in, or says what would become of it.</summary>
    /// <param name="owner">Npgsql's connection string of Director's database owner.</param>
    /// <param name="mediaDirectory">Where Director keeps files.</param>
    /// <param name="from">The export.</param>
    /// <param name="workspace">The slug or id of the workspace for rows that have none.</param>
    /// <param name="dryRun">Writes nothing.</param>
    /// <param name="tell">Hears how it goes.</param>
    /// <param name="progress">Hears after each batch how many rows are accounted for.</param>
    /// <param name="ct">Gives up; what was committed stays, and the next run goes on from there.</param>
    /// <exception cref="LegacyException">The export is broken, or the workspace takes nothing in. Nothing was written.</exception>
    public static Task<LegacyReport> ImportAsync(string owner, string mediaDirectory, string from, string workspace, bool dryRun, Action<string> tell, Action<long> progress, CancellationToken ct) =>
        ImportAsync(owner, mediaDirectory, from, workspace, dryRun, BatchSize, tell, progress, ct);

    internal static async Task<LegacyReport> ImportAsync(
        string owner, string mediaDirectory, string from, string workspace, bool dryRun, int batchSize, Action<string> tell, Action<long> progress, CancellationToken ct)
    {
        using var archive = await LegacyArchive.OpenAsync(from, ct);
        await using var db = await OpenAsync(owner, ct);
        var (workspaces, notes) = await PrepareAsync(db, archive, workspace, batchSize, tell, ct);
        Describe(archive, notes);
        var dry = new DryRunSink(db, workspaces);
        var writing = new WritingSink(db, workspaces, new LegacyFiles(archive, new MediaFolder(mediaDirectory)), notes, new SecretTokens(), new Persistence.IdSource(TimeProvider.System), TimeProvider.System, progress);
        var made = dryRun ? 0 : await workspaces.MakeAsync(ct);
        var pipeline = new LegacyPipeline(db, archive, workspaces, notes, dryRun ? dry : writing, batchSize, tell);
        await pipeline.RunAsync(ct);
        if (!dryRun) made += await new LegacyMarks(db, workspaces).LeaveAsync(archive.Sha256, ct);
        return new LegacyReport(dryRun, Tables(archive, pipeline, dryRun ? dry.Before : writing.Before), notes.ToList(), pipeline.Refusals, workspaces.All, writing.Invited, writing.Written + made);
    }

    /// <summary>Lays an export beside what was made of it.</summary>
    /// <exception cref="LegacyException">The export is broken.</exception>
    /// <param name="owner">Npgsql's connection string of Director's database owner.</param>
    /// <param name="from">The export.</param>
    /// <param name="workspace">The workspace that the import named; null: the one into which this export was imported.</param>
    /// <param name="tell">Hears how it goes.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<LegacyVerification> VerifyAsync(string owner, string from, string? workspace, Action<string> tell, CancellationToken ct)
    {
        using var archive = await LegacyArchive.OpenAsync(from, ct);
        await using var db = await OpenAsync(owner, ct);
        workspace ??= await LegacyMarks.FindAsync(db, archive.Sha256, ct)
            ?? throw new LegacyException("This export has not been imported here, or not to its end. Import it, or name the workspace with --workspace.");
        var (workspaces, notes) = await PrepareAsync(db, archive, workspace, BatchSize, tell, ct);
        var sink = new ComparingSink(db, workspaces);
        var pipeline = new LegacyPipeline(db, archive, workspaces, notes, sink, BatchSize, tell);
        await pipeline.RunAsync(ct);
        return new LegacyVerification(Tables(archive, pipeline, sink.Before), sink.Missing, sink.Different, sink.Changed, sink.Compared);
    }

    private static async Task<(LegacyWorkspaces, LegacyNotes)> PrepareAsync(NpgsqlConnection db, LegacyArchive archive, string workspace, int batchSize, Action<string> tell, CancellationToken ct)
    {
        if (!await Sql.ScalarAsync<bool>(db, $"select pg_try_advisory_lock({LockClass}, hashtext($1))", ct, workspace))
        {
            tell("waiting for another import of this workspace to end");
            await Sql.ScalarAsync<string>(db, $"select pg_advisory_lock({LockClass}, hashtext($1))::text", ct, workspace);
        }

        await Sql.ExecuteAsync(db, "set temp_buffers = '32MB'; set work_mem = '32MB'", ct);
        var notes = new LegacyNotes();
        var workspaces = new LegacyWorkspaces(db, new LegacyPages(db, batchSize), notes);
        await new LegacyStaging(db, archive, tell).LoadAsync(ct);
        await workspaces.PlanAsync(workspace, archive.Manifest.ExportedAt.UtcDateTime, ct);
        await WorkTables.BuildAsync(db, workspaces.Named.Id, ct);
        return (workspaces, notes);
    }

    private static void Describe(LegacyArchive archive, LegacyNotes notes)
    {
        foreach (var table in archive.Manifest.Tables.Where(t => t.KeptAside.Count > 0))
            notes.Add(table.Name, "columns.aside", table.Rows, [$"{table.Name}: columns that the former system did not have are kept beside each row: {string.Join(", ", table.KeptAside)}"]);
        foreach (var (table, rows) in archive.Manifest.UnknownTables)
            notes.Add(table, "table.unknown", rows, [$"{table}: a table that the former system did not have was not exported"]);
        foreach (var absent in LegacySchema.Tables.Select(t => t.Name).Except(archive.Manifest.Tables.Select(t => t.Name)))
            notes.Add(absent, "table.absent", 0, [$"{absent}: the source has no such table"]);
    }

    private static IReadOnlyList<LegacyTableReport> Tables(LegacyArchive archive, LegacyPipeline pipeline, Dictionary<string, long> before) =>
    [
        .. archive.Manifest.Tables.Select(t => pipeline.Counts.GetValueOrDefault(t.Name) is var (imported, merged, refused)
            ? new LegacyTableReport(t.Name, t.Rows, imported, merged, refused, before.GetValueOrDefault(t.Name)) : throw new InvalidOperationException()),
    ];

    private static async Task<NpgsqlConnection> OpenAsync(string connection, CancellationToken ct)
    {
        // A connection of its own: its temporary tables and its lock end with it.
        var db = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Pooling = false, CommandTimeout = 0, KeepAlive = 30 }.ConnectionString);
        await db.OpenAsync(ct);
        return db;
    }
}
