using System.Security.Cryptography;

namespace Director.Infrastructure.EmbeddedPostgres;

/// <summary>Makes PostgreSQL's data directory the first time and keeps the owner's password.</summary>
internal sealed class ClusterInitializer(ServerFolders folders, ServerAccount account, ServerBinaries binaries, ServerProgram program)
{
    internal const string Owner = "director";

    /// <summary>Makes the cluster when there is none. It is made beside its place and renamed, so that a half-made one
    /// (the machine went down) is never taken for a database.</summary>
    /// <returns>The owner's password.</returns>
    /// <exception cref="EmbeddedPostgresException">The present cluster is of another major version, or its password is gone.</exception>
    internal async Task<string> EnsureAsync(CancellationToken cancellationToken)
    {
        if (folders.HasCluster)
        {
            CheckVersion();
            return ReadPassword();
        }

        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        var passwordForInitdb = Path.Combine(folders.Socket, "initdb.password");
        WritePrivately(folders.OwnerPassword, password);
        WritePrivately(passwordForInitdb, password);
        account.TakeOver(passwordForInitdb);
        RemoveUnfinished();
        try
        {
            PrepareForAccount(folders.ClusterInTheMaking);
            await program.RunAsync("initdb", Arguments(passwordForInitdb), cancellationToken);
        }
        finally
        {
            File.Delete(passwordForInitdb);
        }

        await File.WriteAllTextAsync(folders.Account, account.Name, cancellationToken);
        Directory.Move(folders.ClusterInTheMaking, folders.Cluster);
        return password;
    }

    /// <summary>Reads the owner's password.</summary>
    /// <exception cref="EmbeddedPostgresException">The file is missing or empty.</exception>
    internal string ReadPassword()
    {
        var password = File.Exists(folders.OwnerPassword) ? File.ReadAllText(folders.OwnerPassword).Trim() : "";
        return password.Length > 0
            ? password
            : throw new EmbeddedPostgresException(
                $"The database in '{folders.Cluster}' is there, but its password file '{folders.OwnerPassword}' is missing or "
                + "empty. Restore it from a backup of the data directory.");
    }

    /// <summary>ICU's root collation, because only ICU sorts ё beside е on every platform; the character type of the C
    /// library still decides what a letter is for trigrams, and plain C knows no letter beyond ASCII.</summary>
    private List<string> Arguments(string passwordFile)
    {
        List<string> arguments =
        [
            "--pgdata", folders.ClusterInTheMaking, "--username", Owner, "--pwfile", passwordFile,
            "--auth", "scram-sha-256", "--encoding", "UTF8", "--locale-provider", "icu", "--icu-locale", "und",
        ];
        if (OperatingSystem.IsLinux()) arguments.AddRange(["--locale", "C.UTF-8"]);
        if (OperatingSystem.IsMacOS()) arguments.AddRange(["--locale", "en_US.UTF-8"]);
        return arguments;
    }

    private void CheckVersion()
    {
        var present = File.ReadAllText(Path.Combine(folders.Cluster, "PG_VERSION")).Trim();
        if (present == binaries.MajorVersion) return;

        throw new EmbeddedPostgresException(
            $"The database in '{folders.Cluster}' was made by PostgreSQL {present}; this Director brings PostgreSQL "
            + $"{binaries.MajorVersion}, which cannot read it. Start the Director that made it and move the data over "
            + "as the operations manual describes.");
    }

    private void RemoveUnfinished()
    {
        if (Directory.Exists(folders.ClusterInTheMaking)) Directory.Delete(folders.ClusterInTheMaking, recursive: true);
    }

    private void PrepareForAccount(string folder)
    {
        if (OperatingSystem.IsWindows()) return;

        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        account.TakeOver(folder);
    }

    private static void WritePrivately(string path, string content)
    {
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        file.Write(System.Text.Encoding.ASCII.GetBytes(content));
        file.Flush(flushToDisk: true);
    }
}
