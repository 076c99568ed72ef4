using System.CommandLine;
using System.Text.Json;
using Director.Api.Hosting;
using Director.Infrastructure.Configuration;

namespace Director.Api.Cli;

/// <summary><c>director doctor</c>: looks at everything a start needs and says what is wrong and what to do.</summary>
internal static class DoctorCommand
{
    internal static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Answer as JSON." };
        var command = new Command("doctor", "Check settings, storage, keys, database, roles, clock and web app.") { json };
        command.SetAction((parsed, cancellationToken) => DirectorCommandLine.GuardAsync(
            token => RunAsync(parsed.GetValue(json), token), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(bool json, CancellationToken cancellationToken)
    {
        var findings = await ExamineAsync(cancellationToken);
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(findings, CommandJson.Readable));
        }
        else
        {
            var width = findings.Max(finding => finding.Name.Length);
            foreach (var finding in findings) Console.WriteLine($"{finding.Status,-7}  {finding.Name.PadRight(width)}  {finding.Detail}");
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

        List<Finding> findings = [new("settings", Finding.Good, "readable")];
        findings.AddRange(await MachineCheck.ExamineAsync(settings, cancellationToken));
        findings.AddRange(await DatabaseCheck.ExamineAsync(settings, TimeProvider.System, cancellationToken));
        findings.AddRange(settings.OptionalFeatures.Select(feature => feature.Reason is null
            ? new Finding(feature.Label, Finding.Good, "configured")
            : new Finding(feature.Label, Finding.Off, $"{feature.Variable} {feature.Reason}. {feature.StaysOff}")));
        return findings;
    }
}
