using System.Globalization;

namespace Director.Infrastructure.EmbeddedPostgres;

/// <summary>What a running server writes into <c>postmaster.pid</c>: line 1 its process id, line 4 its port, line 8 its
/// state (PostgreSQL, <c>src/include/utils/pidfile.h</c>).</summary>
/// <param name="ProcessId">The server's process id.</param>
/// <param name="Port">The port, also part of a Unix socket's file name; 0 while not yet written.</param>
/// <param name="IsReady">Whether it accepts connections.</param>
internal sealed record PostmasterPidFile(int ProcessId, int Port, bool IsReady)
{
    /// <summary>Null when there is no such file, or one that says nothing.</summary>
    internal static PostmasterPidFile? Read(string path)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (IOException)
        {
            return null;
        }

        return lines.Length > 0 && int.TryParse(lines[0], NumberStyles.Integer, CultureInfo.InvariantCulture, out var processId)
            ? new PostmasterPidFile(
                processId,
                lines.Length > 3 && int.TryParse(lines[3], NumberStyles.Integer, CultureInfo.InvariantCulture, out var port) ? port : 0,
                lines.Length > 7 && lines[7].Trim() == "ready")
            : null;
    }
}
