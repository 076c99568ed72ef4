using System.CommandLine;
using Director.Api.Hosting;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using Director.Infrastructure.Configuration;
using Director.Infrastructure.Identity;
using Director.Infrastructure.Persistence;
using Serilog;
using Serilog.Extensions.Logging;

namespace Director.Api.Cli;

/// <summary><c>director user</c>: accounts by hand, beside a running server or without one. Passwords are never arguments: other processes could read them.</summary>
internal static class UserCommand
{
    private const string PasswordFrom = "The password is the first line of standard input; without one it is drawn and printed once.";

    internal static Command Create() => new("user", "Make, reset, disable and enable accounts.") { Make(), Reset(), Switch("disable", true), Switch("enable", false) };

    private static Command Make()
    {
        var (email, name) = (Email(), new Option<string>("--name") { Description = "The person's name.", Required = true });
        var workspace = new Option<string?>("--workspace") { Description = "The slug of a workspace they become a member of." };
        var role = new Option<string>("--role") { Description = "Their role there.", DefaultValueFactory = _ => Roles.Viewer };
        var command = new Command("create", $"Make an account. {PasswordFrom}") { email, name, workspace, role };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            async (users, ct) =>
            {
                var (password, drawn) = await PasswordAsync(ct);
                var made = await users.CreateAsync(
                    parsed.GetRequiredValue(name), parsed.GetRequiredValue(email), password, parsed.GetValue(workspace), parsed.GetRequiredValue(role), ct);
                return Answer(made.Error, drawn ? password : made.Succeeded ? made.Value.ToString() : null);
            }, cancellationToken));
        return command;
    }

    private static Command Reset()
    {
        var email = Email();
        var secondFactor = new Option<bool>("--remove-second-factor") { Description = "Switch one-time codes off too: their device and recovery codes are lost." };
        var command = new Command("reset", $"Set a person's password anew and end every sign-in of theirs. {PasswordFrom}") { email, secondFactor };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            async (users, ct) =>
            {
                var (password, drawn) = await PasswordAsync(ct);
                var reset = await users.ResetAsync(parsed.GetRequiredValue(email), password, parsed.GetValue(secondFactor), ct);
                return Answer(reset.Error, drawn ? password : null);
            }, cancellationToken));
        return command;
    }

    private static Command Switch(string name, bool disabled)
    {
        var email = Email();
        var command = new Command(name, disabled ? "End every sign-in of a person and keep them and their API keys out." : "Let a disabled person in again.") { email };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            async (users, ct) => Answer((await users.SetDisabledAsync(parsed.GetRequiredValue(email), disabled, ct)).Error, null), cancellationToken));
        return command;
    }

    private static Option<string> Email() => new("--email") { Description = "What the person signs in with.", Required = true };

    private static async Task<(string Password, bool Drawn)> PasswordAsync(CancellationToken ct)
    {
        var given = Console.IsInputRedirected ? await Console.In.ReadLineAsync(ct) : null;
        return string.IsNullOrEmpty(given) ? (UserAdministration.DrawPassword(), true) : (given, false);
    }

    private static int Answer(Error? refused, string? value)
    {
        if (refused is not null)
        {
            Console.Error.WriteLine(refused.Fields is [{ } only] ? only.Reason : refused.Message);
            return ExitCodes.Refused;
        }

        if (value is not null) Console.WriteLine(value);
        return ExitCodes.Done;
    }

    private static Task<int> RunAsync(Func<UserAdministration, CancellationToken, Task<int>> act, CancellationToken cancellationToken) =>
        DirectorCommandLine.GuardAsync(async ct =>
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
            await using var scope = app.Services.CreateAsyncScope();
            return await act(scope.ServiceProvider.GetRequiredService<UserAdministration>(), ct);
        }, cancellationToken);
}
