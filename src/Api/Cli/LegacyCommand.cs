using System.CommandLine;
using System.Text.Json;
using Director.Api.Hosting;
using Director.Infrastructure.Configuration;
using Director.Infrastructure.Legacy;
using Serilog.Extensions.Logging;

namespace Director.Api.Cli;

/// <summary>
/// <c>director legacy</c>: brings the data of the system that Director replaces along, in three steps that may each be repeated. The source's address
/// has a password in it, so it belongs in the environment, or in a file; an argument is seen by every process of the machine.
/// </summary>
internal static class LegacyCommand
{
    /// <summary>The variable that has the former system's database, as a URL or as Npgsql's connection string.</summary>
    internal const string SourceVariable = "LEGACY_DATABASE_URL";

    private const long ProgressMilliseconds = 1_000;

    internal static Command Create() => new("legacy", "Bring the data of the former system along: export, import, verify.") { Export(), Import(), Verify() };

    private static Command Export()
    {
        var connection = new Option<string?>("--connection")
        {
            Description = $"The former system's database, such as postgresql://reader@host/database. Its password belongs in {SourceVariable} (the whole address), in {SourceVariable}_FILE, or in PGPASSWORD.",
        };
        var media = new Option<string?>("--media-root") { Description = "The folder below which the former system's files lie; without it none come along." };
        var to = new Option<string>("--out") { Description = "The file to write.", Required = true };
        var json = new Option<bool>("--json") { Description = "Tell what was taken as JSON, on standard output." };
        var command = new Command("export", "Read the former system's tables and files into one file. The source is only read.") { connection, media, to, json };
        command.SetAction((parsed, cancellationToken) => DirectorCommandLine.GuardAsync(
            token => ExportAsync(parsed.GetValue(connection), parsed.GetValue(media), parsed.GetRequiredValue(to), parsed.GetValue(json), token), cancellationToken));
        return command;
    }

    private static Command Import()
    {
        var (from, workspace, json) = (From(), Workspace(), Json());
        var dryRun = new Option<bool>("--dry-run") { Description = "Write nothing: say what would become of every row." };
        var command = new Command("import", "Take an export in. A run that was stopped goes on where it ended; a second run writes nothing.") { from, workspace, dryRun, json };
        command.SetAction((parsed, cancellationToken) => DirectorCommandLine.GuardAsync(
            token => ImportAsync(parsed.GetRequiredValue(from), parsed.GetRequiredValue(workspace), parsed.GetValue(dryRun), parsed.GetValue(json), token), cancellationToken));
        return command;
    }

    private static Command Verify()
    {
        var (from, json) = (From(), Json());
        var workspace = new Option<string?>("--workspace") { Description = "The workspace that the import named; needed only before it has come to its end." };
        var command = new Command("verify", "Lay an export beside what was made of it: every row has to be accounted for.") { from, workspace, json };
        command.SetAction((parsed, cancellationToken) => DirectorCommandLine.GuardAsync(
            token => VerifyAsync(parsed.GetRequiredValue(from), parsed.GetValue(workspace), parsed.GetValue(json), token), cancellationToken));
        return command;
    }

    private static Argument<string> From() => new("export") { Description = "The file that export wrote." };

    private static Option<string> Workspace() => new("--workspace") { Description = "The slug or id of the workspace for rows that have none; others get their own.", Required = true };

    private static Option<bool> Json() => new("--json") { Description = "The report as JSON." };

    private static async Task<int> ExportAsync(string? connection, string? media, string to, bool json, CancellationToken cancellationToken)
    {
        var source = SourceSetting.Read(DirectorHost.CreateBuilder([]).Configuration, SourceVariable, connection, Tell);
        var taken = await LegacyTransfer.ExportAsync(source, media, to, Tell, TimeProvider.System, cancellationToken);
        if (json) Console.WriteLine(JsonSerializer.Serialize(taken, CommandJson.Readable));
        foreach (var (table, rows) in taken.UnknownTables) await Console.Error.WriteLineAsync($"Not taken: {table} ({rows} rows), which the former system did not have.");
        await Console.Error.WriteLineAsync($"Exported {taken.Rows.Values.Sum()} rows, and {taken.Files} of {taken.References} files that they name.");
        return ExitCodes.Done;
    }

    private static async Task<int> ImportAsync(string from, string workspace, bool dryRun, bool json, CancellationToken cancellationToken)
    {
        return await WithDatabaseAsync(async (owner, settings, ct) =>
        {
            var report = await LegacyTransfer.ImportAsync(owner, settings.MediaDirectory, from, workspace, dryRun, Tell, Progress(), ct);
            Console.WriteLine(json ? JsonSerializer.Serialize(report, CommandJson.Readable) : report.ToText());
            foreach (var person in report.Invitations)
                await Console.Error.WriteLineAsync($"Invitation for {person.Name} (Telegram {person.TelegramId}), shown this once: /invitations/{person.Token}");
            return ExitCodes.Done;
        }, cancellationToken);
    }

    private static async Task<int> VerifyAsync(string from, string? workspace, bool json, CancellationToken cancellationToken)
    {
        return await WithDatabaseAsync(async (owner, _, ct) =>
        {
            var found = await LegacyTransfer.VerifyAsync(owner, from, workspace, Tell, ct);
            if (json)
            {
                Console.WriteLine(JsonSerializer.Serialize(found, CommandJson.Readable));
            }
            else
            {
                foreach (var table in found.Tables) Console.WriteLine($"{table.Name,-20} {table.Rows,9} rows: {table.Imported} imported, {table.Merged} merged, {table.Refused} refused, {table.Before} accounted for");
                foreach (var (type, count) in found.Compared) Console.WriteLine($"compared {count} × {type}");
                foreach (var line in found.Missing) Console.WriteLine($"missing: {line}");
                foreach (var line in found.Different) Console.WriteLine($"different: {line}");
            }

            await Console.Error.WriteLineAsync(found.Holds
                ? $"Every row is accounted for, and everything is as the export says ({found.Changed} assets were changed here since)."
                : $"Not everything is as the export says: {found.Missing.Count} missing, {found.Different.Count} different. Do not switch over; run the import again.");
            return found.Holds ? ExitCodes.Done : ExitCodes.Refused;
        }, cancellationToken);
    }

    private static async Task<int> WithDatabaseAsync(Func<string, DirectorSettings, CancellationToken, Task<int>> act, CancellationToken cancellationToken)
    {
        await using var log = DirectorLogging.ForCommand();
        using var loggers = new SerilogLoggerFactory(log);
        var settings = DirectorSettings.Load(DirectorHost.CreateBuilder([]).Configuration);
        await using var database = await DirectorDatabase.OpenAsync(settings, joinRunning: true, loggers.CreateLogger("Director"), cancellationToken);
        var connections = await database.SetUpAsync(fresh: false, cancellationToken);
        return await act(connections.Owner.Reveal(), settings, cancellationToken);
    }

    /// <summary>Tells about once a second how many rows are accounted for.</summary>
    private static Action<long> Progress()
    {
        var last = Environment.TickCount64;
        return rows =>
        {
            if (Environment.TickCount64 - last < ProgressMilliseconds) return;
            last = Environment.TickCount64;
            Tell($"{rows} rows accounted for");
        };
    }

    private static void Tell(string what) => Console.Error.WriteLine($"  {what}");
}
