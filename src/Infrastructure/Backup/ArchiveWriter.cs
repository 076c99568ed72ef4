using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text.Json;

namespace Director.Infrastructure.Backup;

/// <summary>Writes the entries of a backup, one after another, to anything that can be written to.</summary>
internal sealed class ArchiveWriter(Stream to, DateTimeOffset at) : IAsyncDisposable
{
    /// <summary>The most that the plain form of an entry can tell, in bytes.</summary>
    private const long LargestPlain = 8L * 1024 * 1024 * 1024 - 1;

    private readonly TarWriter tar = new(to, TarEntryFormat.Ustar, leaveOpen: true);

    /// <summary>Writes something as JSON.</summary>
    internal Task WriteJsonAsync<T>(string name, T content, CancellationToken cancellationToken) =>
        WriteAsync(name, new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(content, BackupFormat.Json)), cancellationToken);

    /// <summary>Writes rows.</summary>
    /// <returns>What the manifest says of them.</returns>
    internal async Task<BackupEntry> WriteRowsAsync(string name, MemoryStream rows, CancellationToken cancellationToken)
    {
        var entry = new BackupEntry(name, rows.Length, Convert.ToHexStringLower(SHA256.HashData(rows.GetBuffer().AsSpan(0, (int)rows.Length))));
        await WriteAsync(name, rows, cancellationToken);
        return entry;
    }

    /// <summary>Writes a file.</summary>
    /// <returns>The hash of what was written.</returns>
    internal async Task<string> WriteFileAsync(string name, Stream file, CancellationToken cancellationToken)
    {
        await using var hashed = new HashedStream(file);
        await WriteAsync(name, hashed, cancellationToken);
        return hashed.Finish();
    }

    public async ValueTask DisposeAsync() => await tar.DisposeAsync();

    private async Task WriteAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        content.Position = 0;
        TarEntry entry = content.Length > LargestPlain ? new PaxTarEntry(TarEntryType.RegularFile, name) : new UstarTarEntry(TarEntryType.RegularFile, name);
        entry.ModificationTime = at;
        entry.Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        entry.DataStream = content;
        await tar.WriteEntryAsync(entry, cancellationToken);
    }
}
