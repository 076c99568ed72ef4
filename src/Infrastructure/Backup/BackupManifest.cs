namespace Director.Infrastructure.Backup;

/// <summary>The last entry of a backup: what must have come before it.</summary>
/// <param name="Entries">Every entry with rows.</param>
/// <param name="Rows">The number of rows of each table.</param>
/// <param name="Media">What became of the files.</param>
public sealed record BackupManifest(IReadOnlyList<BackupEntry> Entries, IReadOnlyDictionary<string, long> Rows, BackedUpMedia Media);

/// <summary>An entry with rows.</summary>
/// <param name="Name">Its name in the archive.</param>
/// <param name="Length">Its bytes, compressed as they are.</param>
/// <param name="Sha256">Their hash.</param>
public sealed record BackupEntry(string Name, long Length, string Sha256);

/// <summary>The files of a backup. Each is named by the hash of its bytes and needs no other.</summary>
/// <param name="Files">How many there are.</param>
/// <param name="Bytes">How large they are together.</param>
/// <param name="Missing">Those the rows name that were not in storage, as <c>workspace/sha256</c>.</param>
/// <param name="Damaged">Those in storage whose bytes are not what their name says; they are in the archive, and left out when it is restored.</param>
public sealed record BackedUpMedia(long Files, long Bytes, IReadOnlyList<string> Missing, IReadOnlyList<string> Damaged);
