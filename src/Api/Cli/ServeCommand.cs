using System.CommandLine;
using Director.Api.Hosting;
using Director.Infrastructure.Configuration;
using Director.Infrastructure.Jobs;
using Director.Infrastructure.Persistence;
using Serilog;
using Serilog.Extensions.Logging;

namespace Director.Api.Cli;

/// <summary><c>director serve</c>: runs the server until it is asked to stop.</summary>
internal static class ServeCommand
{
    internal static Command Create()
    {
        var noWorker = new Option<bool>("--no-worker") { Description = "Leave the background work to processes that run \"worker\"." };
        var command = new Command("serve", "Run the server (the default).") { noWorker };
        command.SetAction((parsed, cancellationToken) => DirectorCommandLine.GuardAsync(token => RunAsync([], token, !parsed.GetValue(noWorker)), cancellationToken));
        return command;
    }

    internal static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken, bool works = true)
    {
        var builder = DirectorHost.CreateBuilder(args);
        var settings = DirectorSettings.Load(builder.Configuration);
        await using var log = DirectorLogging.ForServer(settings);
        using var loggers = new SerilogLoggerFactory(log);
        var logger = loggers.CreateLogger("Director");
        DirectorModel.Prepare();
        OptionalFeatureLog.Write(logger, settings.OptionalFeatures);

        await using var database = await DirectorDatabase.OpenAsync(settings, joinRunning: false, logger, cancellationToken);
        var connections = await database.SetUpAsync(fresh: false, cancellationToken);

        builder.Services.AddSerilog(log);
        await using var app = DirectorHost.Build(builder, settings, services =>
        {
            if (!works) services.LeaveWorkToOthers();
        });
        app.Services.GetRequiredService<AppDatabase>().ConnectionString = connections.App.Reveal();
        await StartAsync(app, cancellationToken);
        StartedMessage.Write(logger, Listening.Addresses(app), settings);
        await app.WaitForShutdownAsync(cancellationToken);
        return ExitCodes.Done;
    }

    private static async Task StartAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or FormatException or InvalidOperationException or System.Net.Sockets.SocketException)
        {
            throw new CannotListenException(
                $"The address cannot be listened on: {exception.Message} Give another by ASPNETCORE_URLS, for example http://localhost:5081.", exception);
        }
    }
}

/// <summary>The address the server should listen on is taken, or is none.</summary>
internal sealed class CannotListenException(string message, Exception innerException) : Exception(message, innerException);
