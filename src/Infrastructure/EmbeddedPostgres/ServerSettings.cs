using System.Globalization;

namespace Director.Infrastructure.EmbeddedPostgres;

/// <summary>The settings the server is started with; the files in the cluster stay as initdb wrote them.</summary>
internal static class ServerSettings
{
    internal static Dictionary<string, string> For(
        ServerFolders folders, ServerEndpoint endpoint, IReadOnlyDictionary<string, string> extra)
    {
        var settings = new Dictionary<string, string>
        {
            ["port"] = endpoint.Port.ToString(CultureInfo.InvariantCulture),
            ["listen_addresses"] = endpoint.SocketFolder is null ? "127.0.0.1" : "",
            ["unix_socket_directories"] = endpoint.SocketFolder ?? "",
            ["timezone"] = "UTC",
            ["log_timezone"] = "UTC",
            ["lc_messages"] = "C",
            // Compiling a query costs more than Director's short ones take.
            ["jit"] = "off",
            // A week of its own log, one file a day: it survives a killed Director, and what it quotes of the data
            // stays out of Director's log.
            ["logging_collector"] = "on",
            ["log_directory"] = folders.Log,
            ["log_filename"] = "postgresql-%a.log",
            ["log_rotation_age"] = "1d",
            ["log_rotation_size"] = "0",
            ["log_truncate_on_rotation"] = "on",
            ["log_min_messages"] = "warning",
        };
        foreach (var (name, value) in extra) settings[name] = value;
        return settings;
    }
}
