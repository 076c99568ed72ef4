using Director.Domain.Workspaces;
using Director.Infrastructure.Storage.Local;

namespace Director.Infrastructure.Backup;

/// <summary>Puts files back. Until the rows are committed they are taken away again when this is disposed.</summary>
internal sealed class MediaArrival(MediaFolder folder) : IDisposable
{
    private readonly List<string> arrived = [];
    private bool kept;

    /// <summary>Files whose bytes are not what their name says, as <c>workspace/sha256</c>; they were not put back.</summary>
    internal List<string> Damaged { get; } = [];

    /// <summary>How many were put back or were there already.</summary>
    internal long Count { get; private set; }

    /// <summary>Takes an entry named <c>media/workspace/sha256</c>.</summary>
    internal async Task LoadAsync(string entry, Stream content, Guid? only, CancellationToken cancellationToken)
    {
        if (entry.Split('/') is not [_, var id, var sha256] || !Guid.TryParse(id, out var workspace) || (only is not null && only != workspace)
            || folder.PathOf(new WorkspaceId(workspace), sha256) is not { } place)
            throw ArchiveReader.CutOff();

        Count++;
        if (File.Exists(place)) return;
        var temporary = Path.Combine(Directory.CreateDirectory(folder.Arriving(new WorkspaceId(workspace))).FullName, $"restore-{Path.GetRandomFileName()}");
        try
        {
            if (await WriteAsync(content, temporary, cancellationToken) != sha256)
            {
                Damaged.Add($"{id}/{sha256}");
                return;
            }

            DurableFiles.MoveInto(temporary, place);
            arrived.Add(place);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>The rows are committed: the files stay.</summary>
    internal void Keep() => kept = true;

    public void Dispose()
    {
        if (kept) return;
        foreach (var path in arrived) File.Delete(path);
    }

    private static async Task<string> WriteAsync(Stream content, string path, CancellationToken cancellationToken)
    {
        await using var hashed = new HashedStream(content);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.Asynchronous);
        try
        {
            await hashed.CopyToAsync(file, cancellationToken);
        }
        catch (EndOfStreamException exception)
        {
            throw ArchiveReader.CutOff(exception);
        }

        file.Flush(flushToDisk: true);
        return hashed.Finish();
    }
}
