using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Director.Infrastructure.EmbeddedPostgres;

/// <summary>How the embedded server is reached: a socket in a folder only its account may enter, or, where there are no
/// such sockets or the path is too long for one, a free port on the loopback address.</summary>
/// <param name="SocketFolder">The socket's folder, null for TCP.</param>
/// <param name="Port">The TCP port, or the number in the socket's file name.</param>
internal sealed record ServerEndpoint(string? SocketFolder, int Port)
{
    private const int SocketNumber = 5432;

    internal static ServerEndpoint Choose(ServerFolders folders) =>
        folders.CanUseUnixSocket ? new ServerEndpoint(folders.Socket, SocketNumber) : new ServerEndpoint(null, FreePort());

    /// <summary>The endpoint of a server that is already running on this data directory.</summary>
    internal static ServerEndpoint Of(ServerFolders folders, PostmasterPidFile running) =>
        new(folders.CanUseUnixSocket ? folders.Socket : null, running.Port);

    internal NpgsqlConnectionStringBuilder ConnectionString(string database, string password) => new()
    {
        Host = SocketFolder ?? IPAddress.Loopback.ToString(),
        Port = Port,
        Username = ClusterInitializer.Owner,
        Password = password,
        Database = database,
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
