using System.CommandLine;
using Director.Api.Hosting;
using Director.Infrastructure.Configuration;
using Director.Infrastructure.Persistence.Setup;
using Serilog.Extensions.Logging;

namespace Director.Api.Cli;

/// <summary><c>director migrate</c>: brings the database up to date without serving.</summary>
internal static class MigrateCommand
{
    internal static Command Create()
    {
        var fresh = new Option<bool>("--fresh") { Description = "Delete everything in the database's schema first, whatever it holds." };
        var yes = new Option<bool>("--yes") { Description = "Confirm --fresh." };
        var command = new Command("migrate", "Bring the database up to date, and make the role the server works as.") { fresh, yes };
        command.SetAction((parsed, cancellationToken) => DirectorCommandLine.GuardAsync(
            token => RunAsync(parsed.GetValue(fresh), parsed.GetValue(yes), token), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(bool fresh, bool confirmed, CancellationToken cancellationToken)
    {
        await using var log = DirectorLogging.ForCommand();
        using var loggers = new SerilogLoggerFactory(log);
        var settings = DirectorSettings.Load(DirectorHost.CreateBuilder([]).Configuration);

        // Emptying a database under a running server would break it; bringing it up to date beside one is harmless.
        await using var database = await DirectorDatabase.OpenAsync(settings, joinRunning: !fresh, loggers.CreateLogger("Director"), cancellationToken);
        if (fresh && !confirmed)
        {
            var tables = await DatabaseSetup.TablesAsync(database.Options, cancellationToken);
            await Console.Error.WriteLineAsync(
                tables.Count == 0
                    ? "The database is empty; nothing would be deleted. Confirm with --yes."
                    : $"This deletes everything in {string.Join(", ", tables)}. Nothing was changed. Confirm with --yes.");
            return ExitCodes.Usage;
        }

        await database.SetUpAsync(fresh, cancellationToken);
        await Console.Error.WriteLineAsync("The database is up to date.");
        return ExitCodes.Done;
    }
}
