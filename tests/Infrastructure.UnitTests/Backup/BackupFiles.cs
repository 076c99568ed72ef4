using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.Versioning;
using System.Text;
using Director.Infrastructure.Backup;
using Director.Infrastructure.Configuration;
using Director.Infrastructure.Persistence.Setup;
using Director.Infrastructure.UnitTests.Setup;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Director.Infrastructure.UnitTests.Backup;

/// <summary>Backs up and restores as the commands do, over databases of <see cref="DatabaseServers"/>.</summary>
[UnsupportedOSPlatform("windows")]
internal static class BackupFiles
{
    internal static readonly Secret Key = new("a secret key that is long enough for everything");

    /// <summary>A server's data, made by version 0.1.0.</summary>
    internal static string Initial => Path.Combine(AppContext.BaseDirectory, "Fixtures", "initial.director");

    internal static DatabaseSetupOptions Options(Secret owner) => new() { Owner = owner, SecretKey = Key, Migrations = SchemaMigrations.Ids };

    internal static async Task<RestoreSummary> RestoreAsync(
        Stream file, Secret owner, string media, RestoreWishes? wishes = null, Func<DatabaseSetupOptions, DatabaseSetupOptions>? change = null)
    {
        file.Position = 0;
        await using var archive = await ArchiveReader.OpenAsync(file, CancellationToken.None);
        var options = Options(owner);
        return await new BackupRestore(new DatabaseSetup(NullLogger.Instance), change?.Invoke(options) ?? options, media)
            .RunAsync(archive, wishes ?? new RestoreWishes(null, false), null, CancellationToken.None);
    }

    internal static async Task<MemoryStream> BackUpAsync(Secret owner, string media, Guid? workspace = null)
    {
        await using var connection = new NpgsqlConnection(owner.Reveal());
        await connection.OpenAsync();
        var to = new MemoryStream();
        await new BackupWriter(connection, TimeProvider.System).WriteAsync(
            BackupRequest.For([.. SchemaMigrations.Ids], workspace, Key, media), to, null, CancellationToken.None);
        return to;
    }

    internal static async Task<MemoryStream> InitialAsync() => new(await File.ReadAllBytesAsync(Initial));

    /// <summary>All rows of a backup, by entry, as PostgreSQL writes them.</summary>
    internal static IReadOnlyDictionary<string, string> RowsOf(Stream file)
    {
        file.Position = 0;
        var rows = new SortedDictionary<string, string>(StringComparer.Ordinal);
        using var tar = new TarReader(file, leaveOpen: true);
        while (tar.GetNextEntry(copyData: true) is { } entry)
        {
            if (!entry.Name.StartsWith("rows/", StringComparison.Ordinal)) continue;
            using var text = new StreamReader(new GZipStream(entry.DataStream!, CompressionMode.Decompress), Encoding.UTF8);
            rows.Add(entry.Name, text.ReadToEnd());
        }

        return rows;
    }

    /// <summary>The same file with one entry changed.</summary>
    internal static MemoryStream With(Stream file, string entry, Func<byte[], byte[]> change)
    {
        file.Position = 0;
        var changed = new MemoryStream();
        using (var tar = new TarReader(file, leaveOpen: true))
        using (var written = new TarWriter(changed, TarEntryFormat.Ustar, leaveOpen: true))
        {
            while (tar.GetNextEntry(copyData: true) is { } next)
            {
                var content = new MemoryStream();
                next.DataStream?.CopyTo(content);
                written.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, next.Name)
                {
                    DataStream = new MemoryStream(next.Name == entry ? change(content.ToArray()) : content.ToArray()),
                });
            }
        }

        return changed;
    }

    /// <summary>The same file with its header changed as text.</summary>
    internal static MemoryStream WithHeader(Stream file, string from, string to) => With(
        file, "director.json", bytes => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace(from, to, StringComparison.Ordinal)));
}
