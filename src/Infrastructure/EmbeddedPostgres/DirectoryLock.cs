using System.Globalization;

namespace Director.Infrastructure.EmbeddedPostgres;

/// <summary>Held by the one Director process that runs the server of a data directory. The operating system lets go of
/// it when the process ends, however it ends.</summary>
internal sealed class DirectoryLock : IDisposable
{
    private readonly FileStream file;

    private DirectoryLock(FileStream file) => this.file = file;

    /// <summary>Takes the lock, or answers null when another process holds it.</summary>
    internal static DirectoryLock? TryTake(string path)
    {
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }

        File.WriteAllText(HolderFile(path), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        return new DirectoryLock(file);
    }

    /// <summary>The process id of the holder as far as it is known, for messages.</summary>
    internal static string Holder(string path)
    {
        try
        {
            return File.ReadAllText(HolderFile(path));
        }
        catch (IOException)
        {
            return "unknown";
        }
    }

    public void Dispose() => file.Dispose();

    /// <summary>A locked file cannot be read, so the holder's number stands beside it.</summary>
    private static string HolderFile(string path) => Path.ChangeExtension(path, ".pid");
}
