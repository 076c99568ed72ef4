using System.Security.Cryptography;
using System.Text;

namespace Director.Infrastructure.Configuration;

/// <summary>The key that wraps every other key Director keeps. Given, or made once and kept below the data directory.</summary>
internal static class SecretKeyStore
{
    /// <summary>The least length of a given key, in bytes.</summary>
    internal const int LeastBytes = 32;

    private const int GeneratedBytes = 48;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    internal static Secret Load(SettingsReader settings, string dataDirectory)
    {
        var found = settings.Read("SECRET_KEY", "Director:SecretKey");
        if (found.ValueOrThrow() is not { } given) return new Secret(FromFile(dataDirectory));

        return Encoding.UTF8.GetByteCount(given) >= LeastBytes
            ? new Secret(given)
            : throw new InvalidSettingException(found.Variable, $"is shorter than {LeastBytes} bytes. Make one with: openssl rand -base64 48");
    }

    /// <summary>Two processes may come here at once: the file appears whole under its name or not at all, the first one
    /// wins and both read it.</summary>
    private static string FromFile(string dataDirectory)
    {
        var folder = Path.Combine(dataDirectory, "keys");
        DataDirectory.CreatePrivately(folder);
        var path = Path.Combine(folder, "secret.key");
        if (!File.Exists(path)) Create(path);

        var key = File.ReadAllText(path).Trim();
        return Encoding.UTF8.GetByteCount(key) >= LeastBytes
            ? key
            : throw new InvalidSettingException(
                "SECRET_KEY", $"is not set, and the key kept in '{path}' is damaged. Restore that file from a backup: what it protects cannot be read without it.");
    }

    private static void Create(string path)
    {
        // A move that must not overwrite looks first and renames then, so two could both find nothing there: they take turns.
        using var turn = TakeTurn($"{path}.lock");
        if (File.Exists(path)) return;

        var unfinished = $"{path}.{Path.GetRandomFileName()}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(unfinished, options))
        {
            file.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(GeneratedBytes))));
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: false);
    }

    /// <summary>Waits until nobody else holds the file, in this process or another.</summary>
    private static FileStream TakeTurn(string path)
    {
        FileStream? held = null;
        if (SpinWait.SpinUntil(() => (held = TryOpen(path)) is not null, Patience)) return held!;
        throw new InvalidSettingException("SECRET_KEY", $"is not set, and another process has held '{path}' for {Patience.TotalSeconds:0} seconds. Start again.");
    }

    private static FileStream? TryOpen(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
