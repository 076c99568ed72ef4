using Director.Application.Common.Ports;
using Director.Application.MediaFiles.Work;
using Director.Domain.Common;
using Director.Infrastructure.Storage.Local;

namespace Director.Infrastructure.Media;

/// <summary>What was made of clips and sounds, kept beside the files under the hash of what it was made of. It can be made again at any time.</summary>
internal sealed class MadeFiles(MediaFolder folder, ICaller caller, IIdSource ids)
{
    internal Stream? Open(string sha256, MediaProduct product)
    {
        try
        {
            return folder.PathOf(caller.Workspace(), sha256, KindOf(product)) is { } path
                ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1, FileOptions.Asynchronous) : null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Takes a finished file in; readers see the former one or this one, whole.</summary>
    internal void Keep(string sha256, MediaProduct product, string made)
    {
        var path = folder.PathOf(caller.Workspace(), sha256, KindOf(product))!;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Move(made, path, overwrite: true);
    }

    /// <summary>A folder to work in, on the same file system; whoever asked deletes it.</summary>
    internal string Workplace() => Directory.CreateDirectory(Path.Combine(folder.Arriving(caller.Workspace()), $"work-{ids.Next():N}")).FullName;

    private static string KindOf(MediaProduct product) => product switch
    {
        MediaProduct.Proxy => "proxy",
        MediaProduct.Poster => "poster",
        MediaProduct.ContactSheet => "contact",
        _ => "waveform",
    };
}
