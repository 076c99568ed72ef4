using System.Runtime.InteropServices;
using System.Text.Json;

namespace Director.Infrastructure.EmbeddedPostgres;

/// <summary>The installed PostgreSQL programs.</summary>
/// <param name="Folder">The folder with <c>bin</c>, <c>lib</c> and <c>share</c>.</param>
internal sealed record ServerBinaries(string Folder)
{
    private const string LinkList = "pg-symlinks.json";
    private const string VersionFile = "version.txt";

    internal string Program(string name) =>
        Path.Combine(Folder, "bin", OperatingSystem.IsWindows() ? $"{name}.exe" : name);

    /// <summary>The version of the package, for example <c>18.4.0-beta.17</c>.</summary>
    internal string Version => File.ReadAllText(Path.Combine(Folder, VersionFile)).Trim();

    /// <summary>The major version of PostgreSQL, which a data directory is bound to.</summary>
    internal string MajorVersion => Version.Split('.')[0];

    /// <summary>Finds the programs where the build or the publish put them.</summary>
    /// <exception cref="EmbeddedPostgresException">They are nowhere, or there are none for this platform.</exception>
    internal static ServerBinaries Find(string? given)
    {
        var platform = Platform();
        var found = Candidates(given, platform).FirstOrDefault(folder => File.Exists(Path.Combine(folder, VersionFile)));
        return found is not null
            ? new ServerBinaries(found)
            : throw new EmbeddedPostgresException(
                $"The embedded PostgreSQL for {platform} is not installed. Build Director on this machine (dotnet build "
                + "installs it), or set DATABASE_URL to a PostgreSQL 15 to 18 of your own.");
    }

    /// <summary>Answers with programs that the account can run: these, or a copy of them below the data directory when
    /// another account must reach them (root's home is closed to it) or their library links were lost on the way here
    /// (archives and copies rarely keep links).</summary>
    internal ServerBinaries ReadyToRun(ServerFolders folders, ServerAccount account)
    {
        if (!account.IsAnother && Links().All(link => File.Exists(Path.Combine(Folder, link.Path)))) return this;

        var copy = Path.Combine(folders.Server, Version);
        if (!File.Exists(Path.Combine(copy, VersionFile)))
        {
            var unfinished = $"{copy}.new";
            if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
            CopyFolder(Folder, unfinished);
            foreach (var (path, target) in Links())
            {
                var link = Path.Combine(unfinished, path);
                File.Delete(link);
                File.CreateSymbolicLink(link, target);
            }

            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folders.Server, PublicFolder);
            Directory.Move(unfinished, copy);
        }

        return new ServerBinaries(copy);
    }

    private const UnixFileMode PublicFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private const UnixFileMode PublicFile = PublicFolder
        & ~(UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);

    private static IEnumerable<string> Candidates(string? given, string platform)
    {
        if (given is not null)
        {
            yield return given;
            yield break;
        }

        yield return Path.Combine(AppContext.BaseDirectory, "postgres", platform);
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            yield return Path.Combine(folder.FullName, "artifacts", "postgres", platform);
        }
    }

    private static string Platform()
    {
        var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        return $"{system}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
    }

    /// <summary>The library links: where each stands and what it names, both relative as the loader sees them.</summary>
    private List<(string Path, string Target)> Links()
    {
        var list = Path.Combine(Folder, LinkList);
        if (!File.Exists(list)) return [];

        using var document = JsonDocument.Parse(File.ReadAllBytes(list));
        return [.. document.RootElement.EnumerateArray().Select(entry =>
        {
            var path = Path.GetRelativePath("native", entry.GetProperty("target").GetString()!);
            var source = Path.GetRelativePath("native", entry.GetProperty("source").GetString()!);
            return (path, Path.GetRelativePath(Path.GetDirectoryName(path)!, source));
        })];
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(to, PublicFolder);
        foreach (var entry in new DirectoryInfo(from).EnumerateFileSystemInfos())
        {
            var target = Path.Combine(to, entry.Name);
            if (entry is DirectoryInfo)
            {
                CopyFolder(entry.FullName, target);
            }
            else if (entry.LinkTarget is null)
            {
                File.Copy(entry.FullName, target, overwrite: true);
                var isProgram = Path.GetFileName(from) == "bin";
                if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(target, isProgram ? PublicFolder : PublicFile);
            }
        }
    }
}
