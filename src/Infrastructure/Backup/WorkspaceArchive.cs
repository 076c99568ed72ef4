using Director.Application.Common.Ports;
using Director.Infrastructure.Persistence.Setup;
using Director.Infrastructure.Storage.Local;
using Npgsql;

namespace Director.Infrastructure.Backup;

/// <inheritdoc cref="IWorkspaceArchive" />
/// <remarks>Works as the server's own role, so that row-level security stands behind every row that leaves.</remarks>
internal sealed class WorkspaceArchive(NpgsqlDataSource database, MediaFolder media, ICaller caller, TimeProvider clock) : IWorkspaceArchive
{
    public async Task WriteAsync(Stream to, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        var request = new BackupRequest([.. SchemaMigrations.Ids], caller.Workspace().Value, null, media.Root);
        await new BackupWriter(connection, clock).WriteAsync(request, to, null, ct);
    }
}
