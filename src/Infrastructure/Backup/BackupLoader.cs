using Director.Infrastructure.Persistence.Setup;
using Director.Infrastructure.Storage.Local;
using Npgsql;

namespace Director.Infrastructure.Backup;

/// <summary>Puts a backup's rows and files into a database whose schema fits them, all of it or nothing.</summary>
internal sealed class BackupLoader(NpgsqlConnection owner, string mediaDirectory)
{
    private const string Settings = """
        SET LOCAL datestyle = 'ISO'; SET LOCAL intervalstyle = 'postgres'; SET LOCAL timezone = 'UTC'; SET LOCAL bytea_output = 'hex';
        SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0
        """;

    /// <param name="archive">The backup, its header read.</param>
    /// <param name="arrival">How a single workspace is fitted in; null for a whole server.</param>
    /// <param name="check">Asked within the transaction whether the database is still as it has to be.</param>
    /// <param name="progress">Told the name of each table, and that files come.</param>
    /// <param name="cancellationToken">Stops; nothing stays of what was loaded.</param>
    internal async Task<RestoreSummary> LoadAsync(
        ArchiveReader archive, WorkspaceArrival? arrival, Func<CancellationToken, Task> check, Action<string>? progress, CancellationToken cancellationToken)
    {
        using var media = new MediaArrival(new MediaFolder(mediaDirectory));
        await using var transaction = await owner.BeginTransactionAsync(cancellationToken);
        await Sql.ExecuteAsync(owner, Settings, cancellationToken);
        await check(cancellationToken);

        var rows = new RowLoader(owner, archive.Header, await DatabaseShape.ReadAsync(owner, cancellationToken), arrival);
        var last = "";
        await foreach (var (name, content) in archive.EntriesAsync(cancellationToken))
        {
            var what = name.StartsWith($"{BackupFormat.Rows}/", StringComparison.Ordinal) ? name.Split('/')[1] : "files";
            if (what != last) progress?.Invoke(last = what);
            if (what != "files") await rows.LoadAsync(name, content, cancellationToken);
            else if (name.StartsWith($"{BackupFormat.Media}/", StringComparison.Ordinal)) await media.LoadAsync(name, content, archive.Header.Workspace?.Id, cancellationToken);
            else throw ArchiveReader.CutOff();
        }

        await rows.FinishAsync(cancellationToken);
        Check(archive.Manifest!, rows, media);
        await Sql.ExecuteAsync(owner, "SET CONSTRAINTS ALL IMMEDIATE", cancellationToken);
        // Before the commit: were its answer lost, rows without their files would be worse than files without rows.
        media.Keep();
        await transaction.CommitAsync(cancellationToken);
        return new RestoreSummary(rows.Counts, media.Count - media.Damaged.Count, [.. archive.Manifest!.Media.Missing, .. archive.Manifest.Media.Damaged]);
    }

    private static void Check(BackupManifest manifest, RowLoader rows, MediaArrival media)
    {
        var table = manifest.Rows.FirstOrDefault(promised => rows.Counts.GetValueOrDefault(promised.Key) != promised.Value).Key;
        if (table is not null) throw new BackupException($"The backup is damaged: it promises other rows of {table} than it holds. Nothing was changed; use another copy of the file.");
        if (manifest.Media.Files != media.Count) throw ArchiveReader.CutOff();
        var broken = media.Damaged.Except(manifest.Media.Damaged).FirstOrDefault();
        if (broken is not null) throw new BackupException($"The backup is damaged: the file {broken} is not what its name says. Nothing was changed; use another copy of the backup.");
    }
}

/// <summary>What was put back.</summary>
/// <param name="Rows">The rows of each table in the file.</param>
/// <param name="Files">The files in storage now.</param>
/// <param name="MissingFiles">The files that rows name and the backup did not have whole, as <c>workspace/sha256</c>.</param>
public sealed record RestoreSummary(IReadOnlyDictionary<string, long> Rows, long Files, IReadOnlyList<string> MissingFiles);
