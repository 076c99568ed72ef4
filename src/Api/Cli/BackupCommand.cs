using System.CommandLine;
using System.Text.Json;
using Director.Api.Hosting;
using Director.Infrastructure.Backup;
using Director.Infrastructure.Configuration;
using Director.Infrastructure.Persistence.Setup;
using Npgsql;
using Serilog.Extensions.Logging;

namespace Director.Api.Cli;

/// <summary><c>director backup</c>: one file with everything of a server or of one workspace, taken while it runs.</summary>
internal static class BackupCommand
{
    private const string StandardOutput = "-";

    internal static Command Create()
    {
        var to = new Option<string>("--to") { Description = "The file to write; - is standard output.", Required = true };
        var workspace = new Option<string?>("--workspace") { Description = "Only this workspace, by its slug or id." };
        var json = new Option<bool>("--json") { Description = "Tell what was taken as JSON, on standard output (on standard error with --to -)." };
        var command = new Command("backup", "Write a backup of the whole server, or of one workspace, while it runs.") { to, workspace, json };
        command.SetAction((parsed, cancellationToken) => DirectorCommandLine.GuardAsync(
            token => RunAsync(parsed.GetRequiredValue(to), parsed.GetValue(workspace), parsed.GetValue(json), token), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string to, string? workspace, bool json, CancellationToken cancellationToken)
    {
        await using var log = DirectorLogging.ForCommand();
        using var loggers = new SerilogLoggerFactory(log);
        var settings = DirectorSettings.Load(DirectorHost.CreateBuilder([]).Configuration);
        await using var database = await DirectorDatabase.OpenAsync(settings, joinRunning: true, loggers.CreateLogger("Director"), cancellationToken);
        var state = await DatabaseSetup.ReadAsync(database.Options, cancellationToken);
        if (!state.HasPeople) throw new BackupException("The database holds nothing to back up: nobody has set this server up yet.");

        await using var owner = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.Options.Owner.Reveal()) { Pooling = false, CommandTimeout = 0 }.ConnectionString);
        await owner.OpenAsync(cancellationToken);
        var id = workspace is null ? (Guid?)null : await BackedUpWorkspaces.FindAsync(owner, workspace, cancellationToken);
        var request = BackupRequest.For(state.Applied, id, settings.SecretKey, settings.MediaDirectory);
        var summary = await WriteAsync(owner, request, to, cancellationToken);

        var told = to == StandardOutput ? Console.Error : Console.Out;
        if (json) await told.WriteLineAsync(JsonSerializer.Serialize(summary, CommandJson.Readable));
        foreach (var missing in summary.Media.Missing) await Console.Error.WriteLineAsync($"Missing in storage, and in the backup: {missing}");
        foreach (var damaged in summary.Media.Damaged) await Console.Error.WriteLineAsync($"Damaged in storage: {damaged}");
        foreach (var table in summary.PartlySeen)
            await Console.Error.WriteLineAsync($"Rows of {table} that belong to no workspace may be missing: the role of DATABASE_URL is bound by its policy. A superuser's backup has them.");
        await Console.Error.WriteLineAsync($"Backed up {summary.Rows.Values.Sum()} rows and {summary.Media.Files} files ({summary.Media.Bytes} bytes).");
        return ExitCodes.Done;
    }

    private static async Task<BackupSummary> WriteAsync(NpgsqlConnection owner, BackupRequest request, string to, CancellationToken cancellationToken)
    {
        var writer = new BackupWriter(owner, TimeProvider.System);
        if (to == StandardOutput)
        {
            await using var output = Console.OpenStandardOutput();
            return await writer.WriteAsync(request, output, Tell, cancellationToken);
        }

        await using var file = BackupFile.Create(Path.GetFullPath(to));
        var summary = await writer.WriteAsync(request, file.Stream, Tell, cancellationToken);
        file.Finish();
        return summary;
    }

    private static void Tell(string what) => Console.Error.WriteLine($"  {what}");
}
