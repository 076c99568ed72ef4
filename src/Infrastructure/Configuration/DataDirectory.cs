namespace Director.Infrastructure.Configuration;

/// <summary>The folder below which everything lives that Director keeps: database, media, keys, logs.</summary>
internal static class DataDirectory
{
    private const string Variable = "DIRECTOR_DATA";
    private const string OfRoot = "/var/lib/director";

    /// <summary>The folder as set, or the default: the system's place for a service started by root, else the user's
    /// folder for applications.</summary>
    internal static string Locate(SettingsReader settings)
    {
        var found = settings.Read(Variable, "Director:DataDirectory");
        if (found.ValueOrThrow() is { } given)
        {
            return given.Contains('\0', StringComparison.Ordinal)
                ? throw new InvalidSettingException(found.Variable, "is not a folder's path.")
                : Path.GetFullPath(given);
        }

        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess) return OfRoot;

        var applications = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return applications.Length > 0
            ? Path.Combine(applications, "director")
            : throw new InvalidSettingException(Variable, "is not set, and the account that runs Director has no home folder. Set it to a folder Director may write.");
    }

    /// <summary>Makes the folder, closed to others, and makes sure that it can be written.</summary>
    internal static void Prepare(string path)
    {
        try
        {
            CreatePrivately(path);
            var probe = Path.Combine(path, $".probe-{Environment.ProcessId}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidSettingException(Variable, $"is the folder '{path}', which Director cannot write. Give it to the account that runs Director, or set another.");
        }
    }

    /// <summary>Makes a folder that only its owner may enter.</summary>
    internal static void CreatePrivately(string path)
    {
        if (Directory.Exists(path)) return;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
