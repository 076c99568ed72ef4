using System.CommandLine;
using System.Text.Json;
using Director.Api.Hosting;
using Director.Infrastructure.Configuration;
using Director.Infrastructure.EmbeddedPostgres;
using Director.Infrastructure.Persistence.Setup;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Director.Api.Cli;

/// <summary><c>director doctor</c>: looks at everything a start needs and says what is wrong and what to do.</summary>
internal static class DoctorCommand
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    internal static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Answer as JSON." };
        var command = new Command("doctor", "Check the settings, the data directory, the database and the web app.") { json };
        command.SetAction((parsed, cancellationToken) => DirectorCommandLine.GuardAsync(
            token => RunAsync(parsed.GetValue(json), token), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(bool json, CancellationToken cancellationToken)
    {
        var findings = await ExamineAsync(cancellationToken);
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(findings, Readable));
        }
        else
        {
            foreach (var finding in findings) Console.WriteLine($"{finding.Status,-7} {finding.Name}: {finding.Detail}");
        }

        return findings.Any(finding => finding.Status == Finding.Broken) ? ExitCodes.Refused : ExitCodes.Done;
    }

    private static async Task<List<Finding>> ExamineAsync(CancellationToken cancellationToken)
    {
        DirectorSettings settings;
        try
        {
            settings = DirectorSettings.Load(DirectorHost.CreateBuilder([]).Configuration);
        }
        catch (InvalidSettingException exception)
        {
            return [new Finding("settings", Finding.Broken, exception.Message)];
        }

        List<Finding> findings =
        [
            new("settings", Finding.Good, "readable"),
            new("data directory", Finding.Good, settings.DataDirectory),
            await DatabaseAsync(settings, cancellationToken),
            WebAppFolder.Find() is { } folder
                ? new Finding("web app", Finding.Good, folder)
                : new Finding("web app", Finding.Broken, "not built: start with dotnet run --project src/Api, or run npm ci and npm run build in web"),
        ];
        findings.AddRange(settings.OptionalFeatures.Select(feature => feature.Reason is null
            ? new Finding(feature.Label, Finding.Good, "configured")
            : new Finding(feature.Label, Finding.Off, $"{feature.Variable} {feature.Reason}. {feature.StaysOff}")));
        return findings;
    }

    private static async Task<Finding> DatabaseAsync(DirectorSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            await using var database = await DirectorDatabase.OpenAsync(settings, joinRunning: true, NullLogger.Instance, cancellationToken);
            var address = new NpgsqlConnectionStringBuilder(database.Options.Owner.Reveal());
            var state = await DatabaseSetup.ExamineAsync(database.Options with { Patience = TimeSpan.Zero }, cancellationToken);
            return new Finding("database", Finding.Good, $"{(settings.DatabaseOwner is null ? "embedded" : $"{address.Host}:{address.Port}")}, {state}");
        }
        catch (Exception exception) when (exception is EmbeddedPostgresException or DatabaseSetupException)
        {
            return new Finding("database", Finding.Broken, exception.Message);
        }
    }

    private sealed record Finding(string Name, string Status, string Detail)
    {
        internal const string Good = "ok";
        internal const string Off = "off";
        internal const string Broken = "broken";
    }
}
