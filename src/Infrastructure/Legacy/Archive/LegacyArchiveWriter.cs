using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Director.Infrastructure.Legacy.Archive;

/// <summary>Writes an export: lines as they come, so that nothing is held in memory.</summary>
internal sealed class LegacyArchiveWriter(Stream output) : IAsyncDisposable
{
    private static readonly byte[] NewLine = "\n"u8.ToArray();

    private readonly ZipArchive zip = new(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);

    /// <summary>Writes an entry line by line.</summary>
    /// <returns>How many lines, and the hash of the bytes.</returns>
    internal async Task<(long Lines, string Sha256)> LinesAsync(string entry, IAsyncEnumerable<string> lines, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var stream = new BufferedStream(await zip.CreateEntry(entry, CompressionLevel.Fastest).OpenAsync(ct), 64 * 1024);
        long count = 0;
        await foreach (var line in lines.WithCancellation(ct))
        {
            var bytes = Encoding.UTF8.GetBytes(line);
            hash.AppendData(bytes);
            hash.AppendData(NewLine);
            await stream.WriteAsync(bytes, ct);
            await stream.WriteAsync(NewLine, ct);
            count++;
        }

        return (count, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Takes a file along under its hash.</summary>
    internal async Task FileAsync(string sha256, Stream content, CancellationToken ct)
    {
        // Pictures and clips are compressed already.
        await using var stream = await zip.CreateEntry(LegacyManifest.FileEntry(sha256), CompressionLevel.NoCompression).OpenAsync(ct);
        await content.CopyToAsync(stream, ct);
    }

    /// <summary>Writes the manifest, which makes the export whole.</summary>
    internal async Task FinishAsync(LegacyManifest manifest, CancellationToken ct)
    {
        await using var stream = await zip.CreateEntry(LegacyManifest.Entry).OpenAsync(ct);
        await JsonSerializer.SerializeAsync(stream, manifest, LegacyManifest.Json, ct);
    }

    public ValueTask DisposeAsync() => zip.DisposeAsync();
}
