using System.Formats.Tar;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Director.Infrastructure.Backup;

/// <summary>Reads a backup once, from its beginning to its end. What it hands out is to be believed only when the end has been reached:
/// the manifest that says what must have come is the last entry.</summary>
public sealed class ArchiveReader : IAsyncDisposable
{
    private const long LargestJson = 1L << 30;
    private readonly TarReader tar;

    private ArchiveReader(TarReader tar, BackupHeader header) => (this.tar, Header) = (tar, header);

    /// <summary>What the file holds and where it fits.</summary>
    public BackupHeader Header { get; }

    /// <summary>Known once every entry has been read.</summary>
    internal BackupManifest? Manifest { get; private set; }

    /// <summary>Opens a file and reads its header.</summary>
    /// <exception cref="BackupException">It is no backup of Director, or one of a newer Director.</exception>
    public static async Task<ArchiveReader> OpenAsync(Stream from, CancellationToken cancellationToken)
    {
        var tar = new TarReader(from, leaveOpen: true);
        try
        {
            return await tar.GetNextEntryAsync(copyData: false, cancellationToken) is { Name: BackupFormat.Header, DataStream: { } content }
                ? new ArchiveReader(tar, await HeaderAsync(content, cancellationToken))
                : throw NoBackup();
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or JsonException or FormatException or ArgumentException)
        {
            throw NoBackup(exception);
        }
    }

    /// <summary>Every entry between header and manifest. Checks each against the manifest at the end.</summary>
    /// <exception cref="BackupException">The file is cut off or damaged.</exception>
    internal async IAsyncEnumerable<(string Name, Stream Content)> EntriesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new List<BackupEntry>();
        while (await NextAsync(cancellationToken) is { } entry)
        {
            if (entry.Name == BackupFormat.Manifest)
            {
                Manifest = await JsonAsync<BackupManifest>(entry.DataStream!, cancellationToken);
                break;
            }

            await using var content = new HashedStream(entry.DataStream ?? Stream.Null);
            yield return (entry.Name, content);
            await DrainAsync(content, cancellationToken);
            if (entry.Name.StartsWith($"{BackupFormat.Rows}/", StringComparison.Ordinal)) seen.Add(new BackupEntry(entry.Name, content.Count, content.Finish()));
        }

        if (Manifest is null) throw CutOff();
        if (!seen.SequenceEqual(Manifest.Entries))
        {
            var first = seen.Except(Manifest.Entries).Concat(Manifest.Entries.Except(seen)).Select(entry => entry.Name).FirstOrDefault() ?? "their order";
            throw new BackupException($"The backup is damaged: what it holds is not what its manifest says ({first}). Nothing was changed; use another copy of the file.");
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => tar.DisposeAsync();

    /// <summary>The refusal of a file that ends too early or has been changed.</summary>
    internal static BackupException CutOff(Exception? cause = null)
    {
        const string message = "The backup is cut off or damaged. Nothing was changed; use another copy of the file.";
        return cause is null ? new BackupException(message) : new BackupException(message, cause);
    }

    private async Task<TarEntry?> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await tar.GetNextEntryAsync(copyData: false, cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or FormatException or ArgumentException)
        {
            throw CutOff(exception);
        }
    }

    private static async Task DrainAsync(HashedStream content, CancellationToken cancellationToken)
    {
        var rest = new byte[64 * 1024];
        try
        {
            while (await content.ReadAsync(rest, cancellationToken) > 0) { }
        }
        catch (EndOfStreamException exception)
        {
            throw CutOff(exception);
        }
    }

    private static async Task<BackupHeader> HeaderAsync(Stream content, CancellationToken cancellationToken)
    {
        using var document = await JsonDocument.ParseAsync(content, cancellationToken: cancellationToken);
        if (!document.RootElement.TryGetProperty("kind", out var kind) || kind.ValueEquals(BackupFormat.Kind) is false) throw NoBackup();
        var version = document.RootElement.GetProperty("formatVersion").GetInt32();
        if (version > BackupFormat.Version)
            throw new BackupException($"The backup's format has version {version}, and this Director reads up to {BackupFormat.Version}. Restore it with the Director that made it, or a later one.");
        return document.Deserialize<BackupHeader>(BackupFormat.Json) ?? throw NoBackup();
    }

    private static async Task<T> JsonAsync<T>(Stream content, CancellationToken cancellationToken)
    {
        try
        {
            if (content.Length > LargestJson) throw CutOff();
            return await JsonSerializer.DeserializeAsync<T>(content, BackupFormat.Json, cancellationToken) ?? throw CutOff();
        }
        catch (Exception exception) when (exception is JsonException or EndOfStreamException)
        {
            throw CutOff(exception);
        }
    }

    private static BackupException NoBackup(Exception? cause = null)
    {
        const string message = "This is no backup of Director. Name a file that `director backup` or a workspace's export made.";
        return cause is null ? new BackupException(message) : new BackupException(message, cause);
    }
}
