using System.CommandLine;
using Director.Api.Hosting;
using Director.Infrastructure.Configuration;
using Director.Infrastructure.Jobs;
using Director.Infrastructure.Persistence;
using Serilog;
using Serilog.Extensions.Logging;

namespace Director.Api.Cli;

/// <summary><c>director worker</c>: does the background work of a database without serving, beside any number of others.</summary>
internal static class WorkerCommand
{
    internal static Command Create()
    {
        var command = new Command("worker", "Do the background work without serving, beside one or more servers of the same database.");
        command.SetAction((_, cancellationToken) => DirectorCommandLine.GuardAsync(RunAsync, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var builder = DirectorHost.CreateBuilder([]);
        var settings = DirectorSettings.Load(builder.Configuration);
        await using var log = DirectorLogging.ForServer(settings);
        using var loggers = new SerilogLoggerFactory(log);
        var logger = loggers.CreateLogger("Director");
        await using var database = await DirectorDatabase.OpenAsync(settings, joinRunning: true, logger, cancellationToken);
        var connections = await database.SetUpAsync(fresh: false, cancellationToken);

        builder.Services.AddSerilog(log);
        builder.WebHost.UseServer(new DeafServer());
        await using var app = DirectorHost.Build(builder, settings, services => services.DoNothingButWork());
        app.Services.GetRequiredService<AppDatabase>().ConnectionString = connections.App.Reveal();
        await app.StartAsync(cancellationToken);
        logger.LogInformation("Director works");
        await app.WaitForShutdownAsync(cancellationToken);
        return ExitCodes.Done;
    }
}
