using Microsoft.Extensions.Logging;
using Npgsql;

namespace Director.Infrastructure.Persistence.Setup;

/// <summary>Migrates, with a backup first where there is something to lose. Each migration is one transaction of PostgreSQL's, so one that
/// fails leaves the data as the last good one left it; the backup is for what nobody has thought of.</summary>
internal sealed class GuardedMigration(NpgsqlConnection owner, DatabaseSetupOptions options, ILogger logger)
{
    internal async Task RunAsync(DatabaseContents contents, Func<string, CancellationToken, Task> migrate, CancellationToken cancellationToken)
    {
        if (!options.Fresh && !options.Migrations.Except(contents.Applied).Any()) return;

        var backup = options.Fresh ? null : await BackUpAsync(contents, cancellationToken);
        try
        {
            await migrate(options.Owner.Reveal(), cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException && contents.Applied.Count > 0 && !options.Fresh)
        {
            throw await FailedAsync(backup, exception, cancellationToken);
        }
    }

    private async Task<string?> BackUpAsync(DatabaseContents contents, CancellationToken cancellationToken)
    {
        var next = options.Migrations.Order(StringComparer.Ordinal).FirstOrDefault(id => !contents.Applied.Contains(id));
        if (options.BackUp is null || next is null || contents.Applied.Count == 0) return null;
        if (!(await DatabaseState.ReadAsync(owner, contents, cancellationToken)).HasPeople) return null;

        var path = await options.BackUp(
            new DatabaseBackupRequest(owner, [.. contents.Applied.Order(StringComparer.Ordinal)], next), cancellationToken);
        logger.LogInformation("Before migrating, the data was backed up to {Path:l}", path);
        return path;
    }

    private async Task<DatabaseSetupException> FailedAsync(string? backup, Exception exception, CancellationToken cancellationToken)
    {
        var after = await DatabaseContents.ReadAsync(owner, cancellationToken);
        var last = after.Applied.Order(StringComparer.Ordinal).LastOrDefault() ?? "none";
        var failed = options.Migrations.Order(StringComparer.Ordinal).FirstOrDefault(id => !after.Applied.Contains(id)) ?? "a migration";
        var kept = backup is null ? "" : $" A backup from before it is in {backup}.";
        return new DatabaseSetupException(
            $"The migration {failed} failed: {exception.GetBaseException().Message}\nIt was taken back: the data are as {last} left them.{kept}\n"
            + "Start the previous version of Director to go on working, and report what stands above; or mend what it names and start this one again.",
            exception);
    }
}
