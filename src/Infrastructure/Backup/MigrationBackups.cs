using Director.Infrastructure.Configuration;
using Director.Infrastructure.Persistence.Setup;

namespace Director.Infrastructure.Backup;

/// <summary>Keeps the data as they were before each migration, below the data directory: <c>backups/before-&lt;migration&gt;-&lt;time&gt;.director</c>.
/// Rows alone: no migration touches a file.</summary>
public sealed class MigrationBackups(string directory, Secret secretKey, TimeProvider clock)
{
    private const int Kept = 3;

    /// <summary>Writes one and removes the oldest beyond the last three.</summary>
    /// <returns>Its path.</returns>
    public async Task<string> WriteAsync(DatabaseBackupRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        DataDirectory.CreatePrivately(directory);
        var path = Path.Combine(directory, $"before-{request.Next}-{clock.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}.director");
        await using (var file = BackupFile.Create(path))
        {
            var backup = new BackupRequest(request.Applied, null, BackupFormat.FingerprintOf(secretKey), null);
            await new BackupWriter(request.Owner, clock).WriteAsync(backup, file.Stream, null, cancellationToken);
            file.Finish();
        }

        foreach (var old in new DirectoryInfo(directory).GetFiles("before-*.director").OrderByDescending(file => file.LastWriteTimeUtc).Skip(Kept)) old.Delete();
        return path;
    }
}
