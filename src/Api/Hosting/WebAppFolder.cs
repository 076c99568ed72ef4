namespace Director.Api.Hosting;

/// <summary>Finds the built web app: beside the binary when published, in the source tree when run from source.</summary>
internal static class WebAppFolder
{
    /// <summary>Null when it has not been built.</summary>
    internal static string? Find()
    {
        var published = Path.Combine(AppContext.BaseDirectory, "web", "dist");
        if (IsBuilt(published)) return published;

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "Director.sln"))) continue;
            var built = Path.Combine(folder.FullName, "web", "dist");
            return IsBuilt(built) ? built : null;
        }

        return null;
    }

    private static bool IsBuilt(string folder) => File.Exists(Path.Combine(folder, "index.html"));
}
