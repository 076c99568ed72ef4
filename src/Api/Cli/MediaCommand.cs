using System.CommandLine;
using System.Text.Json;
using Director.Api.Hosting;
using Director.Infrastructure.Configuration;
using Director.Infrastructure.Persistence;
using Director.Infrastructure.Storage;
using Serilog;
using Serilog.Extensions.Logging;

namespace Director.Api.Cli;

/// <summary><c>director media</c>: the crew's files, beside a running server or without one.</summary>
internal static class MediaCommand
{
    internal static Command Create() => new("media", "Look after the crew's files.") { Sweep() };

    private static Command Sweep()
    {
        var repair = new Option<bool>("--repair") { Description = "Put right what can be put right: forget and delete what nobody knows, put damaged files aside." };
        var quick = new Option<bool>("--quick") { Description = "Do not read the files; damage is not found then." };
        var json = new Option<bool>("--json") { Description = "Print what was found as JSON." };
        var command = new Command("sweep", "Compare the files with the database: rows without a file, files without a row, bytes that are not what their name says.") { repair, quick, json };
        command.SetAction((parsed, cancellationToken) => DirectorCommandLine.GuardAsync(
            ct => SweepAsync(parsed.GetValue(repair), !parsed.GetValue(quick), parsed.GetValue(json), ct), cancellationToken));
        return command;
    }

    private static async Task<int> SweepAsync(bool repair, bool hashes, bool json, CancellationToken ct)
    {
        await using var log = DirectorLogging.ForCommand();
        using var loggers = new SerilogLoggerFactory(log);
        var builder = DirectorHost.CreateBuilder([]);
        var settings = DirectorSettings.Load(builder.Configuration);
        await using var database = await DirectorDatabase.OpenAsync(settings, joinRunning: true, loggers.CreateLogger("Director"), ct);
        var connections = await database.SetUpAsync(fresh: false, ct);
        builder.Services.AddSerilog(log);

        // Built but never started: nothing listens and no worker runs, which this needs neither of.
        await using var app = DirectorHost.Build(builder, settings);
        app.Services.GetRequiredService<AppDatabase>().ConnectionString = connections.App.Reveal();
        var swept = await app.Services.GetRequiredService<MediaSweep>().RunAsync(repair, hashes, ct);
        if (json) Console.WriteLine(JsonSerializer.Serialize(swept, CommandJson.Readable));
        else foreach (var workspace in swept) Tell(workspace, repair);
        return swept.All(w => repair ? w.Missing.Count == w.Forgotten.Count && w.Damaged.Count == 0 : w.Clean) ? ExitCodes.Done : ExitCodes.Refused;
    }

    private static void Tell(MediaSwept swept, bool repaired)
    {
        Console.WriteLine($"{swept.Workspace}: {swept.Files} files");
        foreach (var sha256 in swept.Missing.Except(swept.Forgotten)) Console.WriteLine($"  missing   {sha256}");
        foreach (var sha256 in swept.Forgotten) Console.WriteLine($"  missing   {sha256}, which nobody shows{(repaired ? ": forgotten" : "")}");
        foreach (var sha256 in swept.Unknown) Console.WriteLine($"  unknown   {sha256}{(repaired ? ": deleted" : "")}");
        foreach (var sha256 in swept.Damaged) Console.WriteLine($"  damaged   {sha256}{(repaired ? ": put aside" : "")}");
        foreach (var name in swept.Leftovers) Console.WriteLine($"  leftover  {name}{(repaired ? ": deleted" : "")}");
    }
}
