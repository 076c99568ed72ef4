using System.Net;
using System.Web;
using Director.Api.FunctionalTests.Auth;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.SingleSignOn;

/// <summary>What the way to the provider and back is proof against.</summary>
public sealed class ProviderTrustTests(DirectorApp app, SingleSignOnStage stage) : FunctionalTest(app), IClassFixture<SingleSignOnStage>
{
    private static readonly ProviderPerson Ann = new("s-ann", "ann@example.test", true, "Ann", "artists");

    [Fact]
    public async Task The_browser_is_sent_with_a_challenge_a_state_and_a_nonce()
    {
        using var browser = Browse();

        var asked = HttpUtility.ParseQueryString((await browser.BeginAsync()).Query);

        asked["response_type"].Should().Be("code");
        asked["code_challenge_method"].Should().Be("S256");
        foreach (var part in (string[])["code_challenge", "state", "nonce"]) asked[part].Should().NotBeNullOrEmpty(part);
        asked["redirect_uri"].Should().Be("http://localhost/api/auth/oidc/callback");
        asked["client_secret"].Should().BeNull();
    }

    [Theory]
    [InlineData("nonce")]
    [InlineData("code_challenge")]
    public async Task What_was_asked_with_another_nonce_or_challenge_is_refused(string part)
    {
        using var browser = Browse();

        var back = await Browser.AtProviderAsync(With(await browser.BeginAsync(), part, "another-one-that-nobody-drew-another-one-12"));

        (await browser.ReturnAsync(back)).Should().Be(Refused);
    }

    [Theory]
    [InlineData("state")]
    [InlineData("code")]
    public async Task A_forged_state_or_code_is_refused(string part)
    {
        using var browser = Browse();

        var back = await Browser.AtProviderAsync(await browser.BeginAsync());

        (await browser.ReturnAsync(With(back, part, "forged"))).Should().Be(Refused);
    }

    [Fact]
    public async Task Another_browsers_answer_is_refused()
    {
        using var browser = Browse();
        var back = await Browser.AtProviderAsync(await browser.BeginAsync());

        browser.DropCookies();

        (await browser.ReturnAsync(back)).Should().Be(Refused);
    }

    [Fact]
    public async Task An_answer_counts_once()
    {
        using var browser = Browse();
        var back = await Browser.AtProviderAsync(await browser.BeginAsync());
        (await browser.ReturnAsync(back)).Client.Should().NotBeNull();

        (await browser.ReturnAsync(back)).Location.Should().Be(Refused.Location);
    }

    [Fact]
    public async Task A_code_that_has_expired_is_refused()
    {
        using var browser = Browse();
        var back = await Browser.AtProviderAsync(await browser.BeginAsync());

        stage.Provider.Clock.Advance(TimeSpan.FromMinutes(6));

        (await browser.ReturnAsync(back)).Should().Be(Refused);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?error=access_denied")]
    [InlineData("?code=x")]
    [InlineData("?state=x")]
    public async Task A_callback_that_nobody_began_ends_at_the_sign_in_page(string query)
    {
        using var browser = Browse();

        (await browser.ReturnAsync(new Uri("http://localhost/api/auth/oidc/callback" + query))).Should().Be(Refused);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("films")]
    [InlineData("")]
    public async Task Nobody_is_sent_to_another_site_afterwards(string returnTo)
    {
        using var browser = Browse();

        var problem = await browser.GetAsync($"/api/auth/oidc/start?returnTo={Uri.EscapeDataString(returnTo)}").ProblemAsync();

        problem.Should().BeEquivalentTo(new { Code = "auth.ssoReturnTo", HttpStatus = 400 });
    }

    [Fact]
    public async Task A_provider_that_does_not_answer_ends_at_the_sign_in_page()
    {
        await using var provider = await LocalProvider.StartAsync();
        var settings = SingleSignOnStage.SettingsFor(provider.Address);
        await using var server = await OtherServer.CreateAsync(App.Database, settings);
        using var browser = new Browser(server);
        var back = await Browser.AtProviderAsync(await browser.BeginAsync());

        await provider.DisposeAsync();

        (await browser.ReturnAsync(back)).Should().Be(Unavailable);
        await using var never = await OtherServer.CreateAsync(App.Database, settings);
        using var other = new Browser(never);
        using var begun = await other.GetAsync("/api/auth/oidc/start");
        begun.StatusCode.Should().Be(HttpStatusCode.Redirect);
        begun.Headers.Location!.OriginalString.Should().Be(Unavailable.Location);
    }

    [Fact]
    public async Task Below_a_path_and_behind_a_proxy_the_way_back_is_the_public_one()
    {
        await using var server = await OtherServer.CreateAsync(App.Database, new Dictionary<string, string>(SingleSignOnStage.SettingsFor(stage.Provider.Address))
        {
            ["DIRECTOR_PATH_BASE"] = "/crew",
        });
        using (var client = server.Anonymous()) await client.PostJsonAsync("/crew/api/setup", Owner.Valid).SucceedsAsync();
        using var browser = new Browser(server) { Headers = { ["X-Forwarded-For"] = "203.0.113.9", ["X-Forwarded-Proto"] = "https", ["X-Forwarded-Host"] = "director.example.test" } };
        stage.Provider.Person = Ann;

        var back = await Browser.AtProviderAsync(await browser.BeginAsync("/films"));
        stage.Provider.RedirectUri.Should().Be("https://director.example.test/crew/api/auth/oidc/callback");
        var arrival = await browser.ReturnAsync(back, "/api/auth/oidc/callback"); // the proxy takes the path away

        arrival.Location.Should().Be("/crew/films");
        arrival.Client.Should().NotBeNull();
    }

    [Fact]
    public async Task The_configured_public_address_goes_before_what_a_request_calls_the_server()
    {
        await using var server = await OtherServer.CreateAsync(App.Database, new Dictionary<string, string>(SingleSignOnStage.SettingsFor(stage.Provider.Address))
        {
            ["DIRECTOR_PUBLIC_URL"] = "https://public.example.test/",
        });
        using var browser = new Browser(server);

        var asked = HttpUtility.ParseQueryString((await browser.BeginAsync()).Query);

        asked["redirect_uri"].Should().Be("https://public.example.test/api/auth/oidc/callback");
    }

    [Fact]
    public async Task Without_a_provider_there_is_nothing_to_begin()
    {
        using var client = App.Anonymous();

        (await client.GetAsync("/api/auth/oidc/start").ProblemAsync()).Should().BeEquivalentTo(new { Code = "auth.ssoOff", HttpStatus = 404 });
        (await client.GetAsync("/api/auth/oidc/callback?code=x&state=y").ProblemAsync()).HttpStatus.Should().Be(401);
    }

    private static readonly Arrival Refused = new("/login?sso=auth.ssoRefused", null);

    private static readonly Arrival Unavailable = new("/login?sso=auth.ssoUnavailable", null);

    private Browser Browse()
    {
        stage.Provider.Person = Ann;
        return new Browser(stage.Server);
    }

    private static Uri With(Uri address, string part, string value)
    {
        var query = HttpUtility.ParseQueryString(address.Query);
        query[part].Should().NotBeNullOrEmpty();
        query[part] = value;
        return new UriBuilder(address) { Query = query.ToString() }.Uri;
    }
}
