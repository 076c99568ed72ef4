using System.Net;
using System.Text;
using System.Text.Json;
using Director.Api.FunctionalTests.Assets;
using Director.Api.FunctionalTests.Harness;
using Director.Infrastructure.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Director.Api.FunctionalTests.Auth;

/// <summary>Every secret goes once through all that takes or gives it, also where it is refused, and is found afterwards in no log, no problem and no table.</summary>
public sealed class CanaryTests(DirectorApp app) : FunctionalTest(app)
{
    private const string FirstPassword = "canary the first password";
    private const string NewPassword = "canary the second password";
    private const string LastPassword = "canary the third password";
    private const string ProviderKey = "0a1b2c3d-aaaa-bbbb-cccc-ca9a5ca9a5ca:ca9a5000000000000000000000ca9a5e";
    private const string Marker = "The canaries have flown";

    private readonly Canaries canaries = new();
    private readonly StringBuilder problems = new();

    [Fact]
    public async Task No_secret_is_found_in_logs_problems_records_or_tables()
    {
        var account = new NetworkCredential("director", canaries.Watch("SMTP password", "canary of the mail server"));
        await using var mail = FakeMailServer.Start(account: account);
        var said = Console.Out;
        using var console = new StringWriter();
        Console.SetOut(TextWriter.Synchronized(console));
        try
        {
            await using var server = await OtherServer.CreateAsync(App.Database, Settings(mail.Port, account));
            canaries.Watch("SECRET_KEY", server.SecretKey.Reveal());
            await FlyAsync(server, mail);
            canaries.Names.Should().HaveCount(20);

            var places = await PlacesAsync(server, console, Marker);
            places["table activity"].Should().Contain("createShareLink");
            places["table security_events"].Should().Contain("refreshReused");
            canaries.Hits(places).Should().BeEmpty();

            await PlantAsync(server);
            canaries.Hits(await PlacesAsync(server, console, Marker + " again")).Should().BeEquivalentTo(
                ["SMTP password in console", "SMTP password in log file", "TOTP secret in table users", "first password in table users"], "these have been planted");
        }
        finally
        {
            Console.SetOut(said);
        }
    }

    private Dictionary<string, string> Settings(int port, NetworkCredential account) => new(StringComparer.Ordinal)
    {
        ["SMTP_HOST"] = "127.0.0.1",
        ["SMTP_PORT"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["SMTP_SECURITY"] = "none",
        ["SMTP_USER"] = account.UserName,
        ["SMTP_PASSWORD"] = account.Password,
        ["FAL_API_KEY"] = canaries.Watch("provider key", ProviderKey),
        ["OIDC_AUTHORITY"] = "http://127.0.0.1:9", // nobody listens there
        ["OIDC_CLIENT_ID"] = "director",
        ["OIDC_CLIENT_SECRET"] = canaries.Watch("single sign-on secret", "canary of the sign-in provider"),
    };

    private async Task FlyAsync(OtherServer server, FakeMailServer mail)
    {
        var owner = Owner.Valid with { Password = canaries.Watch("first password", FirstPassword) };
        using var nobody = server.Anonymous();
        await TryAsync(nobody, HttpMethod.Post, "/api/setup", owner with { Name = "" });
        await nobody.PostJsonAsync("/api/setup", owner).SucceedsAsync();
        await TryAsync(nobody, HttpMethod.Post, "/api/setup", owner);
        await TryAsync(nobody, HttpMethod.Post, "/api/auth/login", new { email = "nobody@example.test", password = FirstPassword });
        await TryAsync(nobody, HttpMethod.Post, "/api/auth/login", $$"""{"email": 5, "password": "{{FirstPassword}}"}""");
        await TryAsync(nobody, HttpMethod.Post, "/api/auth/login", $$"""{"email": "a", "password": {{FirstPassword}}}""");
        await TryAsync(nobody, HttpMethod.Get, $"/api/auth/login?password={Uri.EscapeDataString(FirstPassword)}");
        using (var begun = await nobody.GetAsync("/api/auth/oidc/start")) begun.Headers.Location!.OriginalString.Should().Contain("Unavailable");

        using var here = await TokensAsync(server, nobody, owner);
        await CodesAsync(server, nobody, here, owner);
        await ChangePasswordAsync(here);
        await KeysAsync(server, here);
        await LinksAsync(nobody, here);
        await ForgetAsync(nobody, mail, owner);
    }

    private async Task<HttpClient> TokensAsync(OtherServer server, HttpClient nobody, Owner owner)
    {
        var signedIn = await nobody.TryAsync(owner.Email, owner.Password).ReadAsync<SignedInAnswer>();
        canaries.Watch("access token", signedIn.AccessToken!);
        var refresh = canaries.Watch("refresh token", signedIn.RefreshToken!);
        await nobody.PostJsonAsync("/api/auth/refresh", new { refreshToken = refresh }).SucceedsAsync();
        await TryAsync(nobody, HttpMethod.Post, "/api/auth/refresh", new { refreshToken = refresh });
        using var ended = server.Anonymous();
        ended.DefaultRequestHeaders.Authorization = new("Bearer", signedIn.AccessToken);
        await TryAsync(ended, HttpMethod.Get, $"/api/me?access_token={signedIn.AccessToken}");

        var again = await nobody.TryAsync(owner.Email, owner.Password).ReadAsync<SignedInAnswer>();
        var client = server.Anonymous();
        client.DefaultRequestHeaders.Authorization = new("Bearer", canaries.Watch("second access token", again.AccessToken!));
        return client;
    }

    private async Task CodesAsync(OtherServer server, HttpClient nobody, HttpClient here, Owner owner)
    {
        var secret = canaries.Watch("TOTP secret", (await here.PostAsync<JsonElement>("/api/me/totp")).GetProperty("secret").GetString()!);
        canaries.Watch("TOTP secret's bytes", Base32.Bytes(secret));
        await TryAsync(here, HttpMethod.Post, "/api/me/totp/confirm", new { code = secret });
        var codes = await here.PostAsync<JsonElement>("/api/me/totp/confirm", new { code = OneTimeCode.At(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30, Base32.Bytes(secret)) });
        var recovery = codes.GetProperty("recoveryCodes").EnumerateArray().Select(c => c.GetString()!).ToList();
        canaries.Watch("used recovery code", recovery[0]);
        canaries.Watch("recovery code", recovery[1]);
        await TryAsync(nobody, HttpMethod.Post, "/api/auth/login", new { email = owner.Email, password = FirstPassword, recoveryCode = recovery[1] + "x" });
        await nobody.TryAsync(owner.Email, FirstPassword, recoveryCode: recovery[0]).SucceedsAsync();
        await TryAsync(nobody, HttpMethod.Post, "/api/auth/login", new { email = owner.Email, password = FirstPassword, recoveryCode = recovery[0] });
        await here.DeleteAsync("/api/me/totp", new { password = FirstPassword }).SucceedsAsync();
    }

    private async Task ChangePasswordAsync(HttpClient here)
    {
        canaries.Watch("new password", NewPassword);
        await TryAsync(here, HttpMethod.Post, "/api/me/password", new { currentPassword = NewPassword, newPassword = FirstPassword });
        await TryAsync(here, HttpMethod.Post, "/api/me/password", new { currentPassword = FirstPassword, newPassword = NewPassword + new string('x', 200) });
        await here.PostJsonAsync("/api/me/password", new { currentPassword = FirstPassword, newPassword = NewPassword }).SucceedsAsync();
    }

    private async Task KeysAsync(OtherServer server, HttpClient here)
    {
        var workspace = (await here.GetAsync<MeAnswer>("/api/me")).Current;
        var made = await here.PostAsync<JsonElement>($"/api/workspaces/{workspace}/api-keys", new { name = "Conform", scopes = new[] { "look" } });
        var key = canaries.Watch("API key", made.GetProperty("key").GetString()![^43..]);
        using var program = server.Anonymous();
        program.DefaultRequestHeaders.Authorization = new("Bearer", made.GetProperty("key").GetString());
        await TryAsync(program, HttpMethod.Post, "/api/films", new { title = "No" });
        await TryAsync(here, HttpMethod.Post, $"/api/workspaces/{workspace}/api-keys", new { name = new string('x', 5000) + key, scopes = new[] { key } });
        await here.DeleteAsync($"/api/workspaces/{workspace}/api-keys/{made.GetProperty("id").GetGuid()}").SucceedsAsync();
        await TryAsync(program, HttpMethod.Get, "/api/films");

        var invited = await here.PostAsync<JsonElement>($"/api/workspaces/{workspace}/invitations", new { role = "viewer", email = "friend@example.test" });
        var token = canaries.Watch("invitation token", invited.GetProperty("token").GetString()!);
        using var friend = server.Anonymous();
        await friend.GetAsync($"/api/invitations/{token}").SucceedsAsync();
        await TryAsync(friend, HttpMethod.Post, $"/api/invitations/{token}/accept", new { name = "", email = "x", password = NewPassword });
        await friend.PostJsonAsync($"/api/invitations/{token}/accept", new { name = "Friend", email = "friend@example.test", password = canaries.Watch("friend's password", "canary of a friend's password"), mode = "token" }).SucceedsAsync();
        await TryAsync(friend, HttpMethod.Get, $"/api/invitations/{token}");
    }

    private async Task LinksAsync(HttpClient nobody, HttpClient here)
    {
        var film = await here.FilmAsync(1);
        var phrase = canaries.Watch("passphrase", "canary of the guests");
        var shared = await here.PostAsync<JsonElement>("/api/share-links", new { name = "Cut", targetId = film.Film.Id, passphrase = phrase });
        var token = canaries.Watch("share token", shared.GetProperty("token").GetString()!);
        await TryAsync(nobody, HttpMethod.Post, $"/api/r/{token}/enter", new { guestName = " ", passphrase = phrase });
        await TryAsync(nobody, HttpMethod.Post, $"/api/r/{token}/enter", new { guestName = "Greta", passphrase = phrase + "!" });
        await nobody.PostJsonAsync($"/api/r/{token}/enter", new { guestName = "Greta", passphrase = phrase }).SucceedsAsync();
        await TryAsync(nobody, HttpMethod.Get, $"/api/r/{token}/nothing");
    }

    private async Task ForgetAsync(HttpClient nobody, FakeMailServer mail, Owner owner)
    {
        await nobody.PostJsonAsync("/api/auth/forgot", new { email = owner.Email }).SucceedsAsync();
        await Eventually.HoldsAsync(() => Task.FromResult(mail.Arrived.Count > 0));
        var text = mail.Arrived.Last().Message.TextBody!;
        var token = canaries.Watch("reset token", text[(text.IndexOf("#token=", StringComparison.Ordinal) + 7)..].Split('\r', '\n')[0]);
        await TryAsync(nobody, HttpMethod.Post, "/api/auth/reset", new { token, newPassword = "short" });
        await nobody.PostJsonAsync("/api/auth/reset", new { token, newPassword = canaries.Watch("last password", LastPassword) }).SucceedsAsync();
        await TryAsync(nobody, HttpMethod.Post, "/api/auth/reset", new { token, newPassword = LastPassword });
    }

    /// <summary>Sends what is refused, and keeps what the refusal says.</summary>
    private async Task TryAsync(HttpClient client, HttpMethod method, string path, object? body = null)
    {
        using var response = await client.SendJsonAsync(method, path, body);
        ((int)response.StatusCode).Should().BeGreaterThanOrEqualTo(400, "{0} is refused", path);
        problems.AppendLine(response.Headers.ToString()).AppendLine(await response.Content.ReadAsStringAsync());
    }

    /// <summary>Leaks on purpose, in another form each.</summary>
    private async Task PlantAsync(OtherServer server)
    {
        server.Services.GetRequiredService<ILogger<CanaryTests>>().LogWarning("Mail could not be sent with {Password}", "canary of the mail server");
        await using var connection = await TestDatabase.OpenAsync(server.Owner);
        var secret = canaries.Forms("TOTP secret")[^1];
        await TestDatabase.ListAsync<Guid>(connection, "update users set display_name = $1, security_stamp = $2 returning id",
            Convert.ToBase64String(Encoding.UTF8.GetBytes(FirstPassword)), secret);
    }

    /// <summary>Everything that was written, once the log has taken all that came before a line of ours.</summary>
    private async Task<Dictionary<string, string>> PlacesAsync(OtherServer server, StringWriter console, string marker)
    {
        server.Services.GetRequiredService<ILogger<CanaryTests>>().LogInformation("{Marker}.", marker);
        var places = await Canaries.DumpAsync(server.Owner);
        places["problems"] = problems.ToString();
        await Eventually.HoldsAsync(async () => (await LogAsync(server)).Contains(marker + "\"", StringComparison.Ordinal) && console.ToString().Contains(marker + "\"", StringComparison.Ordinal));
        (places["log file"], places["console"]) = (await LogAsync(server), console.ToString());
        places["log file"].Should().Contain("/api/auth/login");
        return places;
    }

    private static async Task<string> LogAsync(OtherServer server)
    {
        var text = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(server.DataDirectory, "logs")))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream);
            text.Append(await reader.ReadToEndAsync());
        }

        return text.ToString();
    }
}
