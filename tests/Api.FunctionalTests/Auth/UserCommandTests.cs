using System.Diagnostics;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Auth;

/// <summary>Accounts from the command line, in a process of its own beside the running server.</summary>
public sealed class UserCommandTests(DirectorApp app) : FunctionalTest(app)
{
    private const string Given = "four lanterns by the river";

    [Fact]
    public async Task An_account_is_made_with_a_password_from_standard_input_and_a_place_in_a_crew()
    {
        await Owner.SetUpAsync(App);

        var made = await RunAsync(Given, "user", "create", "--email", "bea@example.test", "--name", "Bea Slate", "--workspace", "night-shift", "--role", "artist");

        made.ExitCode.Should().Be(0, made.Error);
        Guid.TryParse(made.Output, out _).Should().BeTrue(made.Output);
        using var bea = await App.SignInAsync(new Owner("Bea Slate", "bea@example.test", Given, ""));
        (await bea.GetAsync<MeAnswer>("/api/me")).Workspaces.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Slug = "night-shift", Role = "artist" });
        (await RunAsync(Given, "user", "create", "--email", "bea@example.test", "--name", "Bea")).Should().BeEquivalentTo(new { ExitCode = 3, Output = "" });
        (await RunAsync("short", "user", "create", "--email", "cy@example.test", "--name", "Cy")).ExitCode.Should().Be(3);
    }

    [Fact]
    public async Task A_reset_prints_a_drawn_password_once_and_ends_every_sign_in()
    {
        var owner = await Owner.SetUpAsync(App);
        using var here = await App.SignInAsync(owner);
        await here.GetAsync<MeAnswer>("/api/me");

        var reset = await RunAsync(null, "user", "reset", "--email", owner.Email);

        reset.ExitCode.Should().Be(0, reset.Error);
        reset.Error.Should().NotContain(reset.Output);
        await Eventually.HoldsAsync(async () => (await here.GetAsync("/api/me")).StatusCode == System.Net.HttpStatusCode.Unauthorized);
        using var again = await App.SignInAsync(owner, reset.Output);
        (await RunAsync(null, "user", "reset", "--email", "nobody@example.test")).ExitCode.Should().Be(3);
    }

    [Fact]
    public async Task A_person_is_disabled_and_enabled_again()
    {
        var owner = await Owner.SetUpAsync(App);
        using var here = await App.SignInAsync(owner);
        await here.GetAsync<MeAnswer>("/api/me");

        (await RunAsync(null, "user", "disable", "--email", owner.Email)).ExitCode.Should().Be(0);
        await Eventually.HoldsAsync(async () => (await here.GetAsync("/api/me")).StatusCode == System.Net.HttpStatusCode.Unauthorized);
        (await here.TryAsync(owner.Email, owner.Password).ProblemAsync()).Code.Should().Be("auth.wrongCredentials");

        (await RunAsync(null, "user", "enable", "--email", owner.Email)).ExitCode.Should().Be(0);
        using var again = await App.SignInAsync(owner);
        (await here.GetAsync("/api/me").ProblemAsync()).HttpStatus.Should().Be(401, "what was ended stays ended");
        (await again.RecordAsync()).Should().Contain(["userDisabled done", "userEnabled done"]);
    }

    private async Task<Ended> RunAsync(string? input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Director.Api.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DIRECTOR_DATA"] = App.DataDirectory;
        start.Environment["DATABASE_URL"] = App.Database.Owner;
        start.Environment.Remove("DATABASE_APP_URL");
        using var process = Process.Start(start)!;
        if (input is not null) await process.StandardInput.WriteLineAsync(input);
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        return new Ended(process.ExitCode, (await output).Trim(), await error);
    }

    private sealed record Ended(int ExitCode, string Output, string Error);
}
