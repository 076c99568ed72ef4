using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Director.Infrastructure.Legacy.Archive;

/// <summary>An export, opened for reading. What is not as its manifest says is refused with file, line and reason.</summary>
internal sealed class LegacyArchive : IDisposable
{
    /// <summary>The longest line, in characters: a row with everything in it.</summary>
    internal const int LongestLine = 32 * 1024 * 1024;

    private readonly ZipArchive zip;

    private LegacyArchive(ZipArchive zip, LegacyManifest manifest, string sha256) => (this.zip, Manifest, Sha256) = (zip, manifest, sha256);

    internal LegacyManifest Manifest { get; }

    /// <summary>The hash of the manifest, and so of everything it vouches for.</summary>
    internal string Sha256 { get; }

    /// <exception cref="LegacyException">It is no export, or was cut off.</exception>
    internal static async Task<LegacyArchive> OpenAsync(string path, CancellationToken ct)
    {
        ZipArchive? zip = null;
        try
        {
            zip = new ZipArchive(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.Asynchronous), ZipArchiveMode.Read, leaveOpen: false, Encoding.UTF8);
            var entry = zip.GetEntry(LegacyManifest.Entry) ?? throw LegacyException.Broken(LegacyManifest.Entry, "there is none: the export was cut off, or it is no export.");
            using var copy = new MemoryStream();
            await using (var stream = await entry.OpenAsync(ct)) await stream.CopyToAsync(copy, ct);
            var bytes = copy.ToArray();
            var manifest = JsonSerializer.Deserialize<LegacyManifest>(bytes, LegacyManifest.Json) ?? throw LegacyException.Broken(LegacyManifest.Entry, "it is empty.");
            if (manifest.Format != LegacyManifest.CurrentFormat)
                throw LegacyException.Broken(LegacyManifest.Entry, $"it has format {manifest.Format}; this Director reads format {LegacyManifest.CurrentFormat}.");
            if (manifest.Tables.Select(t => t.Name).Except(LegacySchema.Tables.Select(t => t.Name)).FirstOrDefault() is { } unknown)
                throw LegacyException.Broken(LegacyManifest.Entry, $"it lists a table '{unknown}' that the former system did not have.");
            return new LegacyArchive(zip, manifest, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
        catch (Exception e)
        {
            zip?.Dispose();
            throw e switch
            {
                LegacyException or OperationCanceledException => e,
                InvalidDataException => new LegacyException($"The export is broken: '{Path.GetFileName(path)}' is no zip file, or was cut off. Nothing was imported.", e),
                JsonException json => LegacyException.Broken(LegacyManifest.Entry, $"line {json.LineNumber + 1}: it cannot be read as JSON of this shape.", json),
                IOException or UnauthorizedAccessException => new LegacyException($"The export cannot be read: {e.Message}", e),
                _ => e,
            };
        }
    }

    /// <summary>The lines of an entry with their numbers, from 1. After the last one the count and the hash are compared with what the manifest says.</summary>
    internal async IAsyncEnumerable<(long Line, string Text)> LinesAsync(string name, long rows, string sha256, [EnumeratorCancellation] CancellationToken ct)
    {
        var entry = zip.GetEntry(name) ?? throw LegacyException.Broken(name, "the manifest lists it, but it is not there.");
        await using var hashed = new Backup.HashedStream(await entry.OpenAsync(ct));
        using var reader = new StreamReader(hashed, new UTF8Encoding(false, throwOnInvalidBytes: true), false, 64 * 1024, leaveOpen: true);
        long count = 0;
        while (true)
        {
            string? line;
            try
            {
                line = await reader.ReadLineAsync(ct);
            }
            catch (Exception e) when (e is InvalidDataException or DecoderFallbackException or EndOfStreamException)
            {
                throw LegacyException.At(name, count + 1, e is DecoderFallbackException ? "it is not UTF-8." : "the data are damaged.");
            }

            if (line is null) break;
            count++;
            if (line.Length > LongestLine) throw LegacyException.At(name, count, $"it is longer than {LongestLine} characters.");
            yield return (count, line);
        }

        if (count != rows) throw LegacyException.At(name, count, $"there are {count} rows where the manifest says {rows}.");
        if (hashed.Finish() != sha256) throw LegacyException.Broken(name, "its hash is not the one in the manifest: it was changed after the export.");
    }

    /// <summary>A file that came along; null when the entry is missing.</summary>
    internal Stream? OpenFile(string sha256) => zip.GetEntry(LegacyManifest.FileEntry(sha256))?.Open();

    public void Dispose() => zip.Dispose();
}
