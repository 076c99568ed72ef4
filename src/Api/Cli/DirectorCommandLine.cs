using System.CommandLine;
using Director.Api.Hosting;
using Director.Infrastructure.Backup;
using Director.Infrastructure.Configuration;
using Director.Infrastructure.EmbeddedPostgres;
using Director.Infrastructure.Persistence.Setup;

namespace Director.Api.Cli;

/// <summary>The command line: what was asked for goes to standard output, everything else to standard error.</summary>
internal static class DirectorCommandLine
{
    internal static async Task<int> RunAsync(string[] args)
    {
        using var signals = new TerminationSignals();

        // Test hosts and tools start the server with host settings for arguments.
        if (args.Any(argument => argument.StartsWith("--applicationName", StringComparison.OrdinalIgnoreCase)))
        {
            return await GuardAsync(cancellationToken => ServeCommand.RunAsync(args, cancellationToken), signals.Token);
        }

        var root = new RootCommand("Director: a production system for films made take by take.");
        foreach (var command in new[]
        {
            ServeCommand.Create(), WorkerCommand.Create(), MigrateCommand.Create(), SeedCommand.Create(), UserCommand.Create(), BackupCommand.Create(),
            RestoreCommand.Create(), DoctorCommand.Create(), OpenApiCommand.Create(),
        }) root.Add(command);
        root.SetAction((_, cancellationToken) => GuardAsync(token => ServeCommand.RunAsync([], token), cancellationToken));

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null, Output = Console.Error });
            return ExitCodes.Usage;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null }, signals.Token);
    }

    /// <summary>Runs a command and tells what is foreseen to go wrong in words, without a stack trace.</summary>
    internal static async Task<int> GuardAsync(Func<CancellationToken, Task<int>> command, CancellationToken cancellationToken)
    {
        try
        {
            return await command(cancellationToken);
        }
        catch (Exception exception) when (
            exception is InvalidSettingException or EmbeddedPostgresException or DatabaseSetupException or BackupException or CannotListenException)
        {
            await Console.Error.WriteLineAsync($"Director cannot go on.{Environment.NewLine}{exception.Message}");
            return ExitCodes.Refused;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCodes.Interrupted;
        }
    }
}
