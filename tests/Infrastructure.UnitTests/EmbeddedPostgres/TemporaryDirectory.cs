namespace Director.Infrastructure.UnitTests.EmbeddedPostgres;

/// <summary>A data directory of the test's own that is gone afterwards.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    public TemporaryDirectory(string? name = null)
    {
        var root = Directory.CreateTempSubdirectory("director-").FullName;
        Path = name is null ? root : System.IO.Path.Combine(root, name);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(root, File.GetUnixFileMode(root) | UnixFileMode.OtherExecute);
    }

    public string Path { get; }

    public void Dispose()
    {
        var root = Path;
        while (!System.IO.Path.GetFileName(root).StartsWith("director-", StringComparison.Ordinal)) root = System.IO.Path.GetDirectoryName(root)!;
        Directory.Delete(root, recursive: true);
    }
}
