namespace Director.Infrastructure.EmbeddedPostgres;

/// <summary>The operating system's account that PostgreSQL runs as. PostgreSQL refuses to run as root, so a Director
/// started by root hands the server to an unprivileged account; anybody else runs it as themselves.</summary>
/// <param name="Name">The account's name.</param>
/// <param name="UserId">Its numeric id; meaningful only when <paramref name="IsAnother"/>.</param>
/// <param name="GroupId">Its group's numeric id; meaningful only when <paramref name="IsAnother"/>.</param>
/// <param name="IsAnother">Whether it is another account than the one Director runs as.</param>
internal sealed record ServerAccount(string Name, int UserId, int GroupId, bool IsAnother)
{
    private static readonly string[] Preferred = ["postgres", "nobody"];

    /// <summary>Chooses the account: the one that already owns the cluster, else Director's own, else (as root) the
    /// first unprivileged one there is.</summary>
    /// <exception cref="EmbeddedPostgresException">The cluster belongs to an account Director cannot become.</exception>
    internal static ServerAccount Choose(ServerFolders folders, string accountsFile = "/etc/passwd")
    {
        var current = Environment.UserName;
        var recorded = File.Exists(folders.Account) ? File.ReadAllText(folders.Account).Trim() : null;
        if (OperatingSystem.IsWindows()) return new ServerAccount(current, 0, 0, false);

        if (!Environment.IsPrivilegedProcess)
        {
            if (folders.HasCluster && recorded is not null && recorded != current)
            {
                throw new EmbeddedPostgresException(
                    $"The database in '{folders.Cluster}' belongs to the account '{recorded}', and Director was started as "
                    + $"'{current}'. Start it as '{recorded}' or as root, or give another data directory by DIRECTOR_DATA.");
            }

            return new ServerAccount(current, 0, 0, false);
        }

        var wanted = folders.HasCluster && recorded is not null ? [recorded] : Preferred;
        return wanted.Select(name => Find(name, accountsFile)).FirstOrDefault(account => account is not null)
            ?? throw new EmbeddedPostgresException(
                $"PostgreSQL does not run as root, and there is no account named {string.Join(" or ", wanted)} to run it as. "
                + "Create one, start Director as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.");
    }

    /// <summary>Makes the account the owner of a file or folder, when it is not Director's own.</summary>
    internal void TakeOver(string path)
    {
        if (IsAnother) UnixCalls.ChangeOwner(path, UserId, GroupId);
    }

    private static ServerAccount? Find(string name, string accountsFile)
    {
        foreach (var line in File.ReadLines(accountsFile))
        {
            if (line.Split(':') is [var account, _, var user, var group, ..]
                && account == name
                && int.TryParse(user, out var userId) && userId != 0
                && int.TryParse(group, out var groupId))
            {
                return new ServerAccount(name, userId, groupId, true);
            }
        }

        return null;
    }
}
