namespace Director.Api.FunctionalTests.Contract;

/// <summary>Where the sources are, for files that are kept beside them.</summary>
internal static class Repository
{
    private static readonly Lazy<string> Root = new(Find);

    internal static string PathOf(params string[] parts) => Path.Combine([Root.Value, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Director.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException($"{AppContext.BaseDirectory} is not below the repository.");
    }
}
