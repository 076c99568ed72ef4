using System.ComponentModel;
using System.Diagnostics;

namespace Director.Infrastructure.EmbeddedPostgres;

/// <summary>Starts PostgreSQL's programs as the server's account, with nothing of Director's environment: its secrets
/// are not theirs, and a stray <c>PG…</c> variable would change what they do.</summary>
internal sealed class ServerProgram(ServerBinaries binaries, ServerFolders folders, ServerAccount account)
{
    private static readonly string[] Inherited = ["PATH", "TMPDIR", "TEMP", "SystemRoot", "LD_LIBRARY_PATH"];

    /// <summary>Prepares a program for <see cref="Process.Start(ProcessStartInfo)"/>.</summary>
    /// <param name="name">The program's name without folder or extension.</param>
    /// <param name="ownSession">Whether Ctrl+C in Director's terminal must not reach it.</param>
    internal ProcessStartInfo Prepare(string name, bool ownSession = false)
    {
        var start = new ProcessStartInfo
        {
            WorkingDirectory = folders.Socket,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        if (ownSession && SessionStarter is { } starter)
        {
            start.FileName = starter;
            start.ArgumentList.Add(binaries.Program(name));
        }
        else
        {
            start.FileName = binaries.Program(name);
        }

        var environment = Inherited
            .Select(variable => (variable, value: Environment.GetEnvironmentVariable(variable)))
            .Where(pair => pair.value is not null)
            .ToList();
        start.Environment.Clear();
        foreach (var (variable, value) in environment) start.Environment[variable] = value;
        if (account.IsAnother) start.UserName = account.Name;
        return start;
    }

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="EmbeddedPostgresException">It failed; the message carries what it said.</exception>
    internal async Task<string> RunAsync(string name, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var start = Prepare(name);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Start(start);
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return process.ExitCode == 0
            ? await output
            : throw new EmbeddedPostgresException($"PostgreSQL's {name} failed: {(await errors).Trim()}");
    }

    /// <summary>Starts a prepared program.</summary>
    /// <exception cref="EmbeddedPostgresException">The account cannot reach it, or it does not run on this machine.</exception>
    internal Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new EmbeddedPostgresException(
                ClosedFolder() is { } closed
                    ? $"PostgreSQL runs as '{account.Name}', which may not pass through '{closed}'. Choose a data directory "
                        + $"outside of it (DIRECTOR_DATA), or allow passing through: chmod o+x '{closed}'."
                    : $"PostgreSQL cannot be started from '{binaries.Folder}': {exception.Message}",
                exception);
        }
    }

    /// <summary>The first folder above the data directory that the server's account may not pass through.</summary>
    private string? ClosedFolder()
    {
        if (!account.IsAnother || OperatingSystem.IsWindows()) return null;

        var above = new Stack<string>();
        for (var folder = Path.GetDirectoryName(folders.Root); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            above.Push(folder);
        }

        foreach (var folder in above)
        {
            if ((File.GetUnixFileMode(folder) & UnixFileMode.OtherExecute) == 0) return folder;
        }

        return null;
    }

    private static string? SessionStarter { get; } =
        OperatingSystem.IsLinux() ? new[] { "/usr/bin/setsid", "/bin/setsid" }.FirstOrDefault(File.Exists) : null;
}
