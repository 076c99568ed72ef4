using System.Text;

namespace Director.Infrastructure.EmbeddedPostgres;

/// <summary>The places of the embedded server below Director's data directory.</summary>
internal sealed class ServerFolders
{
    /// <summary>The longest path a Unix socket may have is 107 bytes on Linux and 103 on macOS; some is left as a margin.</summary>
    private const int LongestSocketPath = 100;

    internal ServerFolders(string dataDirectory)
    {
        DataRoot = Path.GetFullPath(dataDirectory);
        Root = Path.Combine(DataRoot, "postgres");
        Cluster = Path.Combine(Root, "data");
        ClusterInTheMaking = Path.Combine(Root, "data.new");
        Socket = Path.Combine(Root, "run");
        Log = Path.Combine(Root, "log");
        Server = Path.Combine(Root, "server");
        Lock = Path.Combine(Root, "director.lock");
        OwnerPassword = Path.Combine(Root, "owner.password");
        Account = Path.Combine(Root, "account");
    }

    internal string DataRoot { get; }

    internal string Root { get; }

    /// <summary>PostgreSQL's own data directory.</summary>
    internal string Cluster { get; }

    internal string ClusterInTheMaking { get; }

    internal string Socket { get; }

    /// <summary>The server's own log, which only its account writes.</summary>
    internal string Log { get; }

    /// <summary>Where the binaries are copied when they cannot be run from where they are installed.</summary>
    internal string Server { get; }

    internal string Lock { get; }

    internal string OwnerPassword { get; }

    /// <summary>Names the operating system's account that owns the cluster.</summary>
    internal string Account { get; }

    internal string PidFile => Path.Combine(Cluster, "postmaster.pid");

    internal bool HasCluster => File.Exists(Path.Combine(Cluster, "PG_VERSION"));

    internal bool CanUseUnixSocket =>
        !OperatingSystem.IsWindows() && Encoding.UTF8.GetByteCount(Path.Combine(Socket, ".s.PGSQL.5432")) <= LongestSocketPath;

    /// <summary>Makes the folders with the modes they need: the data root can be passed through by the server's account
    /// but not listed, the cluster and the socket belong to that account alone.</summary>
    internal void Create(ServerAccount account)
    {
        const UnixFileMode ownerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        var passable = account.IsAnother ? ownerOnly | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute : ownerOnly;
        MakeFolder(DataRoot, passable, account.IsAnother ? UnixFileMode.GroupExecute | UnixFileMode.OtherExecute : UnixFileMode.None);
        MakeFolder(Root, passable, passable);
        foreach (var own in new[] { Socket, Log })
        {
            MakeFolder(own, ownerOnly, ownerOnly);
            account.TakeOver(own);
        }
    }

    private static void MakeFolder(string path, UnixFileMode mode, UnixFileMode atLeast)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        if (!Directory.Exists(path))
        {
            Directory.CreateDirectory(path, mode);
            File.SetUnixFileMode(path, mode);
            return;
        }

        var present = File.GetUnixFileMode(path);
        if ((present & atLeast) != atLeast) File.SetUnixFileMode(path, present | atLeast);
    }
}
