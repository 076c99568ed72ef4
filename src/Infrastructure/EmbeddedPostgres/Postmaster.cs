using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Director.Infrastructure.EmbeddedPostgres;

/// <summary>One running server process that Director started itself.</summary>
internal sealed class Postmaster : IDisposable
{
    private static readonly TimeSpan FastStop = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ImmediateStop = TimeSpan.FromSeconds(10);

    private readonly Process process;
    private readonly ServerFolders folders;
    private readonly ServerProgram program;
    private readonly ServerLog log;
    private readonly ConcurrentQueue<string> said = new();
    private readonly TaskCompletionSource exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Postmaster(Process process, ServerFolders folders, ServerProgram program, ServerLog log)
    {
        this.process = process;
        this.log = log;
        this.folders = folders;
        this.program = program;
    }

    /// <summary>Completes when the process has ended, for whatever reason.</summary>
    internal Task Exited => exited.Task;

    internal int ProcessId => process.Id;

    /// <summary>Starts the server and waits until it accepts connections; crash recovery may take its time.</summary>
    /// <exception cref="EmbeddedPostgresException">It ended before it was ready; the message carries what it said.</exception>
    internal static async Task<Postmaster> StartAsync(
        ServerProgram program, ServerFolders folders, ServerEndpoint endpoint,
        IReadOnlyDictionary<string, string> settings, ILogger logger, CancellationToken cancellationToken)
    {
        var start = program.Prepare("postgres", ownSession: true);
        start.ArgumentList.Add("-D");
        start.ArgumentList.Add(folders.Cluster);
        foreach (var (name, value) in ServerSettings.For(folders, endpoint, settings))
        {
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add($"{name}={value}");
        }

        var log = new ServerLog(folders);
        var postmaster = new Postmaster(program.Start(start), folders, program, log);
        postmaster.Watch();
        try
        {
            await postmaster.WaitUntilReadyAsync(logger, cancellationToken);
            return postmaster;
        }
        catch
        {
            postmaster.StopNow();
            postmaster.Dispose();
            throw;
        }
    }

    /// <summary>Ends the server in order: open transactions are rolled back, what is committed is written.</summary>
    internal async Task StopAsync()
    {
        if (OperatingSystem.IsWindows())
        {
            await program.RunAsync("pg_ctl", ["stop", "--pgdata", folders.Cluster, "--mode", "fast", "--wait"], CancellationToken.None);
            return;
        }

        foreach (var (signal, patience) in new[] { (UnixCalls.Interrupt, FastStop), (UnixCalls.Quit, ImmediateStop) })
        {
            if (process.HasExited || !UnixCalls.Send(process.Id, signal)) return;
            if (await Task.WhenAny(Exited, Task.Delay(patience)) == Exited) return;
        }

        process.Kill(entireProcessTree: true);
    }

    /// <summary>The same without waiting for anything asynchronous: for the moment the process itself ends.</summary>
    internal void StopNow()
    {
        if (process.HasExited) return;
        if (OperatingSystem.IsWindows())
        {
            process.Kill(entireProcessTree: true);
            return;
        }

        UnixCalls.Send(process.Id, UnixCalls.Interrupt);
        if (!process.WaitForExit(ImmediateStop)) UnixCalls.Send(process.Id, UnixCalls.Quit);
    }

    public void Dispose() => process.Dispose();

    private void Watch()
    {
        // Both streams are drained for as long as the server lives, or it would block on a full pipe; what it says after
        // the start goes to its own log folder, so only the beginning is kept.
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.Exited += (_, _) => exited.TrySetResult();
        process.EnableRaisingEvents = true;
        if (process.HasExited) exited.TrySetResult();
    }

    private void Keep(string? line)
    {
        if (!string.IsNullOrWhiteSpace(line) && said.Count < 40) said.Enqueue(line);
    }

    private async Task WaitUntilReadyAsync(ILogger logger, CancellationToken cancellationToken)
    {
        var waiting = Stopwatch.StartNew();
        var nextWord = TimeSpan.FromSeconds(10);
        while (true)
        {
            if (process.HasExited) throw new EmbeddedPostgresException(await WhyItEndedAsync(cancellationToken));

            // The file may be another server's or a dead one's: only our own child's word counts.
            if (PostmasterPidFile.Read(folders.PidFile) is { IsReady: true } file && file.ProcessId == process.Id) return;

            if (waiting.Elapsed > nextWord)
            {
                logger.LogInformation("Still waiting for the embedded PostgreSQL to recover its data ({Seconds} s)", (int)waiting.Elapsed.TotalSeconds);
                nextWord += TimeSpan.FromSeconds(10);
            }

            await Task.Delay(10, cancellationToken);
        }
    }

    private async Task<string> WhyItEndedAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(100, cancellationToken);
        var words = string.Join(Environment.NewLine, said.Concat(log.NewLines()));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"The embedded PostgreSQL did not start (exit code {process.ExitCode}). It said:{Environment.NewLine}{words}");
    }
}
