using System.Text.Json;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Auth;

public sealed class PasskeyTests(DirectorApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task A_passkey_signs_its_owner_in_without_a_password()
    {
        var owner = await Owner.SetUpAsync(App);
        using var here = await App.SignInAsync(owner);
        using var device = new SoftAuthenticator();
        var added = await AddAsync(here, device);
        added.Should().BeEquivalentTo(new { device.Id, Name = "Laptop", Synced = false });

        using var client = App.Anonymous();
        var tokens = await LoginAsync(client, device).ReadAsync<SignedInAnswer>();

        tokens.User.Email.Should().Be(owner.Email);
        tokens.AccessToken.Should().NotBeNullOrEmpty();
        await LoginAsync(client, device).SucceedsAsync();
        (await here.RecordAsync()).Take(3).Should().Equal("signIn done", "signIn done", "passkeyAdded done");
        (await here.GetAsync<PasskeyPage>("/api/me/passkeys")).Items.Should().ContainSingle();
    }

    [Fact]
    public async Task An_answer_counts_once_in_the_browser_that_was_asked_within_five_minutes()
    {
        var owner = await Owner.SetUpAsync(App);
        using var here = await App.SignInAsync(owner);
        using var device = new SoftAuthenticator();
        await AddAsync(here, device);
        using var client = App.Anonymous();

        var (options, cookie) = await AskAsync(client, "/api/auth/passkey/options");
        var answer = device.Get(options);
        await RefusedAsync(client, answer, null);
        var (_, other) = await AskAsync(client, "/api/auth/passkey/options");
        await RefusedAsync(client, answer, other);
        await SendAsync(client, "/api/auth/passkey", new { credential = answer, mode = "token" }, cookie).SucceedsAsync();
        await RefusedAsync(client, answer, cookie);

        var (late, lateCookie) = await AskAsync(client, "/api/auth/passkey/options");
        App.Clock.Advance(TimeSpan.FromMinutes(5));
        await RefusedAsync(client, device.Get(late), lateCookie);
        (await here.RecordAsync()).Should().Contain("signIn done");
    }

    [Fact]
    public async Task A_device_that_did_not_check_its_owner_is_not_enough()
    {
        var owner = await Owner.SetUpAsync(App);
        using var here = await App.SignInAsync(owner);
        using var careless = new SoftAuthenticator { Verifies = false };
        var (options, cookie) = await AskAsync(here, "/api/me/passkeys/options");

        (await SendAsync(here, "/api/me/passkeys", new { name = "Careless", credential = careless.Create(options) }, cookie).ProblemAsync())
            .Should().BeEquivalentTo(new { Code = "passkey.refused", HttpStatus = 422 });
    }

    [Fact]
    public async Task Another_sites_page_cannot_use_a_passkey()
    {
        var owner = await Owner.SetUpAsync(App);
        using var here = await App.SignInAsync(owner);
        using var phished = new SoftAuthenticator(origin: "https://directors.example.net");
        var (options, cookie) = await AskAsync(here, "/api/me/passkeys/options");

        (await SendAsync(here, "/api/me/passkeys", new { name = "Phished", credential = phished.Create(options) }, cookie).ProblemAsync()).Code.Should().Be("passkey.refused");
    }

    [Fact]
    public async Task A_passkey_cannot_be_added_by_the_answer_to_another_persons_challenge()
    {
        using var ada = await App.CreateClient("ada");
        using var eve = await App.CreateClient("eve");
        using var device = new SoftAuthenticator();
        var (options, cookie) = await AskAsync(ada, "/api/me/passkeys/options");

        (await SendAsync(eve, "/api/me/passkeys", new { name = "Stolen", credential = device.Create(options) }, cookie).ProblemAsync()).Code.Should().Be("passkey.refused");
    }

    [Fact]
    public async Task A_removed_passkey_opens_nothing_and_nobody_removes_anothers()
    {
        var owner = await Owner.SetUpAsync(App);
        using var here = await App.SignInAsync(owner);
        using var eve = await App.CreateClient("eve");
        using var device = new SoftAuthenticator();
        await AddAsync(here, device);

        (await eve.DeleteAsync($"/api/me/passkeys/{device.Id}").ProblemAsync()).Should().BeEquivalentTo(new { Code = "passkey.unknown", HttpStatus = 404 });
        await here.DeleteAsync($"/api/me/passkeys/{device.Id}").SucceedsAsync();

        using var client = App.Anonymous();
        (await LoginAsync(client, device).ProblemAsync()).Should().BeEquivalentTo(new { Code = "auth.passkeyRefused", HttpStatus = 401 });
        (await here.RecordAsync()).Should().Contain("passkeyRemoved done");
    }

    [Fact]
    public async Task A_disabled_persons_passkey_opens_nothing()
    {
        var owner = await Owner.SetUpAsync(App);
        using var here = await App.SignInAsync(owner);
        using var device = new SoftAuthenticator();
        await AddAsync(here, device);
        await App.Database.ExecuteAsync("update users set disabled_at = now()");

        using var client = App.Anonymous();
        (await LoginAsync(client, device).ProblemAsync()).Code.Should().Be("auth.passkeyRefused");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("""{"id":"x","type":"public-key","response":{}}""")]
    public async Task An_answer_that_is_none_is_refused(string credential)
    {
        using var client = App.Anonymous();
        var (_, cookie) = await AskAsync(client, "/api/auth/passkey/options");

        var problem = await SendAsync(client, "/api/auth/passkey", $$"""{"credential":{{credential}}}""", cookie).ProblemAsync();

        problem.HttpStatus.Should().BeOneOf(400, 401);
    }

    private static async Task<PasskeyItem> AddAsync(HttpClient client, SoftAuthenticator device)
    {
        var (options, cookie) = await AskAsync(client, "/api/me/passkeys/options");
        return await SendAsync(client, "/api/me/passkeys", new { name = "Laptop", credential = device.Create(options) }, cookie).ReadAsync<PasskeyItem>();
    }

    private static async Task<HttpResponseMessage> LoginAsync(HttpClient client, SoftAuthenticator device)
    {
        var (options, cookie) = await AskAsync(client, "/api/auth/passkey/options");
        return await SendAsync(client, "/api/auth/passkey", new { credential = device.Get(options), mode = "token" }, cookie);
    }

    private static async Task RefusedAsync(HttpClient client, object answer, string? cookie) =>
        (await SendAsync(client, "/api/auth/passkey", new { credential = answer, mode = "token" }, cookie).ProblemAsync()).Code.Should().Be("auth.passkeyRefused");

    private static async Task<(JsonElement Options, string Cookie)> AskAsync(HttpClient client, string path)
    {
        using var response = await client.PostJsonAsync(path);
        var cookie = response.SetCookie();
        cookie.Should().StartWith("__Host-director-passkey=").And.ContainEquivalentOf("httponly").And.ContainEquivalentOf("samesite=strict").And.ContainEquivalentOf("secure");
        return ((await Task.FromResult(response).ReadAsync<JsonElement>()).GetProperty("options"), cookie.Split(';')[0]);
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string path, object body, string? cookie)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent(body as string ?? JsonSerializer.Serialize(body), System.Text.Encoding.UTF8, "application/json"),
        };
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        return client.SendAsync(request);
    }

    private sealed record PasskeyItem(string Id, string Name, DateTimeOffset CreatedAt, bool Synced);

    private sealed record PasskeyPage(PasskeyItem[] Items, string? Next);
}
