namespace Director.Infrastructure.Legacy.Export;

/// <summary>
/// Finds the files that rows name below one folder. Rows come from outside: a path never leads out of the folder, not by dots and not by links.
/// </summary>
internal sealed class MediaRoot(string? folder)
{
    private readonly string? root = folder is null ? null : Path.GetFullPath(folder);

    /// <summary>The file for a path or address, or why there is none.</summary>
    internal (string? Path, string? Missing) Find(string reference)
    {
        if (root is null) return (null, "no media folder was given");
        var path = reference;
        var outside = false;
        if (Uri.TryCreate(reference, UriKind.Absolute, out var address) && !address.IsFile)
        {
            // The former system served its own files; what stands elsewhere is not fetched.
            path = Uri.UnescapeDataString(address.AbsolutePath);
            outside = !address.IsLoopback;
        }
        else if (address is { IsFile: true })
        {
            path = address.LocalPath;
        }

        foreach (var candidate in Candidates(path.Split('?')[0]))
        {
            if (Below(candidate) is { } found) return (found, null);
        }

        return (null, outside ? "it stands at an address outside, of which no copy lies below the media folder" : "there is no such file below the media folder");
    }

    /// <summary>The path as it is, then without its leading folders: <c>/media/takes/1.mp4</c> may lie as <c>takes/1.mp4</c>.</summary>
    private IEnumerable<string> Candidates(string path)
    {
        if (path.Contains('\0', StringComparison.Ordinal) || path.Length is 0 or > 4096) yield break;
        if (Path.IsPathRooted(path)) yield return path;
        var parts = path.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var skip = 0; skip < Math.Min(parts.Length, 4); skip++) yield return Path.Combine([root!, .. parts[skip..]]);
    }

    private string? Below(string candidate)
    {
        try
        {
            var full = Path.GetFullPath(candidate);
            if (!Inside(full) || !File.Exists(full)) return null;
            var real = new FileInfo(full).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? full;
            if (real != full && !Inside(real)) return null;
            for (var folder = new DirectoryInfo(Path.GetDirectoryName(full)!); folder is not null && Inside(folder.FullName + Path.DirectorySeparatorChar); folder = folder.Parent)
            {
                if (folder.LinkTarget is not null) return null;
            }

            return full;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private bool Inside(string path) => path.StartsWith(root!.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
