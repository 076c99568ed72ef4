using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Director.Infrastructure.EmbeddedPostgres;

/// <summary>Deals with what a killed Director left behind: a server that still runs, or a pid file whose number now
/// belongs to somebody else. Called only while the directory's lock is held, so no living Director owns that server.</summary>
internal sealed class StaleServer(ServerFolders folders, ServerProgram program, ILogger logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Stops a left-over server of this very cluster and removes a pid file that would keep a new one from
    /// starting. A server of another cluster is never touched.</summary>
    /// <exception cref="EmbeddedPostgresException">It does not stop.</exception>
    internal async Task ClearAsync(CancellationToken cancellationToken)
    {
        if (PostmasterPidFile.Read(folders.PidFile) is not { } left || !ProcessTable.Has(left.ProcessId)) return;

        switch (Identify(left.ProcessId))
        {
            case Identity.OurServer:
                logger.LogInformation("Stopping the PostgreSQL that an ended Director left running (process {ProcessId})", left.ProcessId);
                await StopAsync(left.ProcessId, cancellationToken);
                break;
            case Identity.NoServer:
                // The number was given to some other program since, or nobody has taken note of the dead process yet:
                // PostgreSQL would take either for a running server.
                File.Delete(folders.PidFile);
                foreach (var socket in Directory.EnumerateFiles(folders.Socket, ".s.PGSQL.*")) File.Delete(socket);
                break;
        }
    }

    private async Task StopAsync(int processId, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows())
        {
            await program.RunAsync("pg_ctl", ["stop", "--pgdata", folders.Cluster, "--mode", "fast", "--wait"], cancellationToken);
            return;
        }

        foreach (var signal in new[] { UnixCalls.Interrupt, UnixCalls.Quit })
        {
            UnixCalls.Send(processId, signal);
            var asked = Stopwatch.StartNew();
            while (asked.Elapsed < Patience)
            {
                if (!ProcessTable.IsAlive(processId)) return;
                await Task.Delay(20, cancellationToken);
            }
        }

        throw new EmbeddedPostgresException(
            $"The PostgreSQL that an ended Director left running (process {processId}) does not stop. End it and start again.");
    }

    private enum Identity
    {
        /// <summary>A server that works on our cluster.</summary>
        OurServer,

        /// <summary>A PostgreSQL, but not visibly ours: it decides itself whether the pid file binds it.</summary>
        SomeServer,

        /// <summary>Another program altogether.</summary>
        NoServer,
    }

    private Identity Identify(int processId)
    {
        var command = ProcessTable.CommandLine(processId);
        if (command.Length == 0 || !Path.GetFileNameWithoutExtension(command[0]).StartsWith("postgres", StringComparison.Ordinal))
        {
            return Identity.NoServer;
        }

        return OperatingSystem.IsWindows() || command.Any(argument => argument.Contains(folders.Cluster, StringComparison.Ordinal))
            ? Identity.OurServer
            : Identity.SomeServer;
    }
}
