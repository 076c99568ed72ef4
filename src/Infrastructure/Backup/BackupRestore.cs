using Director.Infrastructure.Persistence.Setup;
using Npgsql;

namespace Director.Infrastructure.Backup;

/// <summary>Restores a backup: a server's into an empty database, a workspace's into an empty one or beside others. An empty database gets the
/// schema that the rows were written with, then the rows in one transaction, then the migrations that came since.</summary>
public sealed class BackupRestore(DatabaseSetup setup, DatabaseSetupOptions options, string mediaDirectory)
{
    private const string Ways = "Name an empty database by DATABASE_URL or an empty folder by DIRECTOR_DATA; "
        + "`director migrate --fresh --yes` empties one for good. Nothing was changed.";

    /// <summary>Restores it.</summary>
    /// <param name="archive">The backup, its header read.</param>
    /// <param name="wishes">What the person at the terminal said.</param>
    /// <param name="progress">Told what is being restored.</param>
    /// <param name="cancellationToken">Stops; no row and no file stays of it then.</param>
    /// <exception cref="BackupException">It does not fit; the message says what to do.</exception>
    /// <exception cref="DatabaseSetupException">The database cannot be used as it is.</exception>
    public async Task<RestoreSummary> RunAsync(ArchiveReader archive, RestoreWishes wishes, Action<string>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(wishes);
        var header = archive.Header;
        CheckHeader(header, wishes);
        var state = await DatabaseSetup.ReadAsync(options, cancellationToken);
        if (!state.HasPeople)
        {
            CheckOwn(state);
            var last = header.Migrations[^1];
            await setup.RunAsync(
                options with { Fresh = state.Tables.Count > 0 }, (owner, ct) => SchemaTables.MigrateToAsync(owner, last, ct), cancellationToken);
        }
        else
        {
            if (header.Scope == BackupScope.Server)
                throw new BackupException($"The database is not empty: it has people and {state.Workspaces} workspaces, and a whole server is restored into an empty one only. {Ways}");
            CheckSchema(header, state);
            await setup.RunAsync(options, SchemaMigrations.ApplyAsync, cancellationToken);
        }

        var summary = await LoadAsync(archive, wishes, !state.HasPeople, progress, cancellationToken);
        await setup.RunAsync(options, SchemaMigrations.ApplyAsync, cancellationToken);
        return summary;
    }

    private void CheckHeader(BackupHeader header, RestoreWishes wishes)
    {
        if (header.Migrations.Count == 0) throw ArchiveReader.CutOff();
        if (header.Scope == BackupScope.Server && wishes.Slug is not null)
            throw new BackupException("The backup is of a whole server, whose workspaces keep their names; leave --as-workspace out.");
        var newer = header.Migrations.Except(options.Migrations).ToList();
        if (newer.Count > 0)
            throw new BackupException($"The backup was made by a newer Director ({header.DirectorVersion}; it knows {string.Join(", ", newer)}). Restore it with that version or a later one. Nothing was changed.");
        if (!header.Migrations.SequenceEqual(options.Migrations.Take(header.Migrations.Count)))
            throw new BackupException("The backup was made by a Director with other migrations than this one's. Restore it with the version that made it. Nothing was changed.");
        if (header.SecretKey is { } key && key != BackupFormat.FingerprintOf(options.SecretKey) && !wishes.OtherKey)
            throw new BackupException(
                "The backup was made with another secret key, which wraps what is secret in it. Set SECRET_KEY to that server's key (or copy its keys/secret.key below the data "
                + "directory) and restore again; or go on with --yes: sign-ins still work, and what was wrapped has to be entered again. Nothing was changed.");
    }

    /// <summary>What is emptied for the restore must be Director's alone.</summary>
    private static void CheckOwn(DatabaseState state)
    {
        var foreign = state.Tables.Except(SchemaTables.Own).ToList();
        if (foreign.Count > 0)
            throw new BackupException($"The database holds tables that are not Director's: {string.Join(", ", foreign)}. {Ways}");
    }

    private void CheckSchema(BackupHeader header, DatabaseState state)
    {
        if (state.Applied.Count > header.Migrations.Count || options.Migrations.Count > header.Migrations.Count)
            throw new BackupException(
                $"The workspace was exported by an older Director ({header.DirectorVersion}), and this server holds others already. Restore it into an empty database, "
                + "which brings it up to date, export it from there, and restore that here. Nothing was changed.");
    }

    private async Task<RestoreSummary> LoadAsync(
        ArchiveReader archive, RestoreWishes wishes, bool intoEmpty, Action<string>? progress, CancellationToken cancellationToken)
    {
        await using var owner = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(options.Owner.Reveal()) { Pooling = false, CommandTimeout = 0 }.ConnectionString);
        await owner.OpenAsync(cancellationToken);
        await setup.LockAsync(owner, cancellationToken);
        var arrival = archive.Header.Workspace is null ? null : new WorkspaceArrival(owner, wishes.Slug);
        try
        {
            var summary = await new BackupLoader(owner, mediaDirectory).LoadAsync(
                archive, arrival, ct => intoEmpty ? CheckEmptyAsync(owner, ct) : CheckFreeAsync(owner, archive.Header.Workspace!, wishes, ct), progress, cancellationToken);
            await Sql.ExecuteAsync(owner, "ANALYZE", cancellationToken);
            return summary;
        }
        catch (PostgresException exception)
        {
            throw new BackupException(
                $"The database refuses what the backup holds ({exception.TableName ?? "a row"}: {exception.MessageText}). Nothing was changed; the backup is damaged or was not made by Director.", exception);
        }
    }

    private static async Task CheckEmptyAsync(NpgsqlConnection owner, CancellationToken cancellationToken)
    {
        if (await Sql.ScalarAsync<bool>(owner, "SELECT EXISTS (SELECT FROM users) OR EXISTS (SELECT FROM workspaces)", cancellationToken))
            throw new BackupException($"Somebody has set the server up in the meantime. {Ways}");
    }

    private static async Task CheckFreeAsync(NpgsqlConnection owner, BackedUpWorkspace workspace, RestoreWishes wishes, CancellationToken cancellationToken)
    {
        var slug = wishes.Slug ?? workspace.Slug;
        if (await Sql.ScalarAsync<string>(owner, "SELECT slug FROM workspaces WHERE id = $1", cancellationToken, workspace.Id) is { } same)
            throw new BackupException($"This server has the very workspace already, as “{same}”: its ids are taken. Delete it there first, or restore into another server. Nothing was changed.");
        if (await IsBeingErasedAsync(owner, workspace.Id, cancellationToken))
            throw new BackupException("The workspace was deleted here, and its files are still being removed. Try again in some minutes. Nothing was changed.");
        if (await Sql.ScalarAsync<bool>(owner, "SELECT true FROM workspaces WHERE slug = $1", cancellationToken, slug))
            throw new BackupException($"This server has a workspace “{slug}” already. Give another name with --as-workspace. Nothing was changed.");
    }

    /// <summary>Files that came now would be removed along with the old ones.</summary>
    private static async Task<bool> IsBeingErasedAsync(NpgsqlConnection owner, Guid workspace, CancellationToken cancellationToken) =>
        await Sql.ScalarAsync<bool>(owner, "SELECT to_regclass('erased_workspaces') IS NOT NULL", cancellationToken)
        && await Sql.ScalarAsync<bool>(owner, "SELECT true FROM erased_workspaces WHERE id = $1 AND files_gone_at IS NULL", cancellationToken, workspace);
}

/// <summary>What may be said about a restore.</summary>
/// <param name="Slug">The slug of a single workspace on this server; null keeps its own.</param>
/// <param name="OtherKey">Whether to go on although this server's secret key is another.</param>
public sealed record RestoreWishes(string? Slug, bool OtherKey);
