using System.Globalization;
using Director.Api.Hosting;
using Director.Infrastructure.Configuration;
using Director.Infrastructure.Media;

namespace Director.Api.Cli;

/// <summary>What <c>doctor</c> says of the machine: storage, keys, the web app and helpers such as ffmpeg.</summary>
internal static class MachineCheck
{
    private const long LittleSpace = 5L * 1024 * 1024 * 1024;
    private const long NoSpace = 256L * 1024 * 1024;

    internal static async Task<IReadOnlyList<Finding>> ExamineAsync(DirectorSettings settings, CancellationToken cancellationToken) =>
    [
        new("data directory", Finding.Good, settings.DataDirectory),
        await StorageAsync(settings, cancellationToken),
        Key(settings),
        WebApp(),
        MovingPictures(),
    ];

    private static async Task<Finding> StorageAsync(DirectorSettings settings, CancellationToken cancellationToken)
    {
        const string name = "storage";
        try
        {
            await new StorageReadiness(settings.MediaDirectory).FindProblemAsync(cancellationToken);
            var free = new DriveInfo(settings.MediaDirectory).AvailableFreeSpace;
            var told = $"{settings.MediaDirectory} can be written; {(free / (1024.0 * 1024 * 1024)).ToString("0.0", CultureInfo.InvariantCulture)} GB are free";
            return free < NoSpace ? new(name, Finding.Broken, $"{told}, which is too little to work. Make room, or move the data directory.")
                : free < LittleSpace ? new(name, Finding.Warning, $"{told}; make room soon.")
                : new(name, Finding.Good, told);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new(name, Finding.Broken, $"{settings.MediaDirectory} cannot be written: {exception.Message}");
        }
    }

    /// <summary>A key that others can read protects nothing.</summary>
    private static Finding Key(DirectorSettings settings)
    {
        const string name = "secret key";
        var path = Path.Combine(settings.DataDirectory, "keys", "secret.key");
        if (!File.Exists(path) || File.ReadAllText(path).Trim() != settings.SecretKey.Reveal())
            return new(name, Finding.Good, "given by SECRET_KEY; keep a copy beside the backups");
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != 0)
            return new(name, Finding.Warning, $"{path} can be read by others: chmod 600 it");
        return new(name, Finding.Good, $"{path}, readable by its owner alone; keep a copy beside the backups");
    }

    private static Finding WebApp() => WebAppFolder.Find() is { } folder
        ? new("web app", Finding.Good, folder)
        : new("web app", Finding.Broken, "not built: start with dotnet run --project src/Api, or run npm ci and npm run build in web");

    private static Finding MovingPictures() => Ffmpeg.Find() is { } found
        ? new("ffmpeg", Finding.Good, found)
        : new("ffmpeg", Finding.Off, "not on the PATH: clips cannot be shared with a watermark");
}
