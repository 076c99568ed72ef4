using Director.Infrastructure.Configuration;

namespace Director.Infrastructure.Backup;

/// <summary>What is to be backed up.</summary>
/// <param name="Migrations">The migrations of the database, oldest first.</param>
/// <param name="Workspace">One workspace's id; null for the whole server.</param>
/// <param name="SecretKey">The fingerprint of the server's secret key; see <see cref="BackupHeader"/>.</param>
/// <param name="MediaDirectory">Where the files are; null leaves them out.</param>
public sealed record BackupRequest(IReadOnlyList<string> Migrations, Guid? Workspace, string? SecretKey, string? MediaDirectory)
{
    /// <summary>A request with everything. A workspace takes nothing along that a secret key wraps.</summary>
    public static BackupRequest For(IReadOnlyList<string> migrations, Guid? workspace, Secret secretKey, string mediaDirectory) =>
        new(migrations, workspace, workspace is null ? BackupFormat.FingerprintOf(secretKey) : null, mediaDirectory);
}

/// <summary>What was backed up.</summary>
/// <param name="Rows">The rows of each table.</param>
/// <param name="Media">The files.</param>
/// <param name="PartlySeen">Tables of which rows that belong to no workspace may be missing, because their policy hides them from this role.</param>
public sealed record BackupSummary(IReadOnlyDictionary<string, long> Rows, BackedUpMedia Media, IReadOnlyList<string> PartlySeen);
