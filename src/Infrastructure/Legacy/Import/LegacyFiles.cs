using Director.Domain.Workspaces;
using Director.Infrastructure.Legacy.Archive;
using Director.Infrastructure.Legacy.Rules;
using Director.Infrastructure.Storage.Local;

namespace Director.Infrastructure.Legacy.Import;

/// <summary>Puts files into a workspace's store before the rows that name them: a file without a row is swept, a row without a file is a loss.</summary>
internal sealed class LegacyFiles(LegacyArchive archive, MediaFolder folder)
{
    internal async Task<IReadOnlyList<LegacyFile>> PutAsync(Guid workspace, IEnumerable<LegacyAsset> assets, IEnumerable<LegacyText> texts, CancellationToken ct)
    {
        var written = texts.DistinctBy(t => t.Sha256).ToDictionary(t => t.Sha256, t => t.Bytes, StringComparer.Ordinal);
        var files = assets.Select(LegacyInserts.Here).OfType<LegacyFile>().DistinctBy(f => f.Sha256).ToList();
        foreach (var file in files)
        {
            var place = folder.PathOf(new WorkspaceId(workspace), file.Sha256!)!;
            if (File.Exists(place)) continue;
            await using Stream content = written.TryGetValue(file.Sha256!, out var bytes) ? new MemoryStream(bytes, writable: false)
                : archive.OpenFile(file.Sha256!) ?? throw new LegacyException($"The file {file.Sha256} is not in the export any more.");
            var temporary = Path.Combine(Directory.CreateDirectory(folder.Arriving(new WorkspaceId(workspace))).FullName, $"legacy-{Path.GetRandomFileName()}");
            try
            {
                await using (var arriving = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.Asynchronous))
                {
                    await content.CopyToAsync(arriving, ct);
                    arriving.Flush(flushToDisk: true);
                }

                DurableFiles.MoveInto(temporary, place);
            }
            finally
            {
                File.Delete(temporary);
            }
        }

        return files;
    }
}
