using System.CommandLine;
using System.Text.Json;
using Director.Api.Hosting;
using Director.Infrastructure.Backup;
using Director.Infrastructure.Configuration;
using Director.Infrastructure.Persistence.Setup;
using Serilog.Extensions.Logging;

namespace Director.Api.Cli;

/// <summary><c>director restore</c>: a whole server into an empty database, or a workspace into an empty one or beside others.</summary>
internal static class RestoreCommand
{
    private const string StandardInput = "-";

    internal static Command Create()
    {
        var from = new Option<string>("--from") { Description = "The backup to read; - is standard input.", Required = true };
        var slug = new Option<string?>("--as-workspace") { Description = "The slug of a workspace's backup on this server, when its own is taken." };
        var yes = new Option<bool>("--yes") { Description = "Go on although the backup was made with another secret key." };
        var json = new Option<bool>("--json") { Description = "Tell what was put back as JSON, on standard output." };
        var command = new Command("restore", "Restore a backup of a server into an empty database, or of a workspace into any.") { from, slug, yes, json };
        command.SetAction((parsed, cancellationToken) => DirectorCommandLine.GuardAsync(
            token => RunAsync(
                parsed.GetRequiredValue(from), new RestoreWishes(parsed.GetValue(slug), parsed.GetValue(yes)), parsed.GetValue(json), token),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string from, RestoreWishes wishes, bool json, CancellationToken cancellationToken)
    {
        await using var input = Open(from);
        await using var archive = await ArchiveReader.OpenAsync(input, cancellationToken);
        await using var log = DirectorLogging.ForCommand();
        using var loggers = new SerilogLoggerFactory(log);
        var logger = loggers.CreateLogger("Director");
        var settings = DirectorSettings.Load(DirectorHost.CreateBuilder([]).Configuration);

        // A whole server comes into a database that nobody uses; a workspace may come beside a running Director.
        await using var database = await DirectorDatabase.OpenAsync(settings, joinRunning: archive.Header.Scope == BackupScope.Workspace, logger, cancellationToken);
        var restore = new BackupRestore(new DatabaseSetup(logger), database.Options, settings.MediaDirectory);
        var summary = await restore.RunAsync(archive, wishes, what => Console.Error.WriteLine($"  {what}"), cancellationToken);

        if (json) Console.WriteLine(JsonSerializer.Serialize(summary, CommandJson.Readable));
        foreach (var missing in summary.MissingFiles) await Console.Error.WriteLineAsync($"Not in the backup: the file {missing}");
        await Console.Error.WriteLineAsync($"Restored {summary.Rows.Values.Sum()} rows and {summary.Files} files of {archive.Header.CreatedAt:yyyy-MM-dd HH:mm} UTC.");
        if (archive.Header.Workspace is not null)
            await Console.Error.WriteLineAsync("People came without their passwords: those who were not here before need a new one (director user reset).");
        return ExitCodes.Done;
    }

    private static Stream Open(string from)
    {
        if (from == StandardInput) return Console.OpenStandardInput();
        try
        {
            return new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"The backup '{from}' cannot be read: {exception.Message}", exception);
        }
    }
}
