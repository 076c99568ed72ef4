using System.Globalization;
using Director.Infrastructure.Configuration;
using Serilog;
using Serilog.Configuration;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace Director.Api.Hosting;

/// <summary>Where log events go: readable lines on a terminal, compact JSON where something else reads along, and for
/// a server also compact JSON in files below the data directory.</summary>
internal static class DirectorLogging
{
    private const long FileBytes = 64L * 1024 * 1024;
    private const int FilesKept = 14;
    private const string Readable = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}";

    /// <summary>Whether a person is reading along.</summary>
    internal static bool IsTerminal => !Console.IsOutputRedirected;

    /// <summary>The log of a server.</summary>
    internal static Logger ForServer(DirectorSettings settings)
    {
        var configuration = Basics();
        if (IsTerminal) configuration.WriteTo.Console(outputTemplate: Readable, formatProvider: CultureInfo.InvariantCulture);
        var background = LoggerSinkConfiguration.Wrap(sink => new BackgroundLog(sink), written =>
        {
            if (!IsTerminal) written.Console(new RenderedCompactJsonFormatter());
            written.File(
                new RenderedCompactJsonFormatter(), Path.Combine(settings.LogDirectory, "director-.json"),
                rollingInterval: RollingInterval.Day, fileSizeLimitBytes: FileBytes, rollOnFileSizeLimit: true, retainedFileCountLimit: FilesKept);
        });
        return configuration.WriteTo.Sink(background).CreateLogger();
    }

    /// <summary>The log of a short command: on standard error, because standard output is for what was asked for.</summary>
    internal static Logger ForCommand() => Basics()
        .WriteTo.Console(outputTemplate: Readable, formatProvider: CultureInfo.InvariantCulture, standardErrorFromLevel: LogEventLevel.Verbose)
        .CreateLogger();

    private static LoggerConfiguration Basics() => new LoggerConfiguration()
        .MinimumLevel.Information()
        .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
        .MinimumLevel.Override("System", LogEventLevel.Warning)
        .MinimumLevel.Override("Npgsql", LogEventLevel.Warning)
        .MinimumLevel.Override("Quartz", LogEventLevel.Warning)
        // A statement that a constraint refused is an answer, not a fault; the handler that asked reports what is one.
        .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Database.Command", LogEventLevel.Fatal)
        .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Update", LogEventLevel.Fatal)
        .Enrich.FromLogContext()
        .Enrich.With<RequestIdEnricher>();
}
