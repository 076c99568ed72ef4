namespace Director.Infrastructure.EmbeddedPostgres;

/// <summary>Reads what the server wrote into its own log since this object was made: the reason of a failed start.</summary>
internal sealed class ServerLog
{
    private const int MostLines = 20;
    private readonly string folder;
    private readonly Dictionary<string, long> lengths;

    internal ServerLog(ServerFolders folders)
    {
        folder = folders.Log;
        lengths = Files().ToDictionary(file => file.FullName, file => file.Length);
    }

    internal IEnumerable<string> NewLines() => Files()
        .SelectMany(file =>
        {
            using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            stream.Position = Math.Min(lengths.GetValueOrDefault(file.FullName), stream.Length);
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        })
        .TakeLast(MostLines);

    private FileInfo[] Files() => new DirectoryInfo(folder).GetFiles("*.log");
}
