using Director.Infrastructure.Configuration;

namespace Director.Infrastructure.Content.Fetching;

/// <summary>A file without a name for what arrives from outside: a killed process leaves nothing behind.</summary>
internal static class ArrivingFile
{
    internal static FileStream Create(DirectorSettings settings)
    {
        var folder = Directory.CreateDirectory(Path.Combine(settings.DataDirectory, "arriving")).FullName;
        var path = Path.Combine(folder, Path.GetRandomFileName());
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, 1, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        if (!OperatingSystem.IsWindows()) File.Delete(path);
        return file;
    }
}
