using System.Net;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Auth;

public sealed class CookieSignInTests(DirectorApp app) : FunctionalTest(app)
{
    [Theory]
    [InlineData("http://localhost")]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("https://studio.example")]
    public async Task Where_a_browser_takes_it_the_cookie_is_bound_to_its_host(string origin)
    {
        var owner = await Owner.SetUpAsync(App);
        using var browser = App.Anonymous(origin: origin);
        using var answer = await browser.PostJsonAsync("/api/auth/login", new { owner.Email, owner.Password });

        answer.SetCookie().Should().StartWith("__Host-director=").And.ContainAll("secure", "httponly", "samesite=lax", "path=/").And.NotContain("domain");
        (await Task.FromResult(answer).ReadAsync<SignedInAnswer>()).Should().BeEquivalentTo(new { AccessToken = (string?)null, RefreshToken = (string?)null, Warning = (string?)null });
    }

    [Fact]
    public async Task Over_plain_http_elsewhere_the_cookie_is_plain_and_the_answer_warns()
    {
        var owner = await Owner.SetUpAsync(App);
        using var browser = App.Anonymous("192.168.1.20", "http://studio.lan:5080");
        using var answer = await browser.PostJsonAsync("/api/auth/login", new { owner.Email, owner.Password });

        answer.SetCookie().Should().StartWith("director=").And.ContainAll("httponly", "samesite=lax").And.NotContain("secure");
        browser.DefaultRequestHeaders.Add("Cookie", answer.SessionCookie());
        (await Task.FromResult(answer).ReadAsync<SignedInAnswer>()).Warning.Should().Contain("HTTPS");
        (await browser.GetAsync<MeAnswer>("/api/me")).User.Email.Should().Be(owner.Email);
    }

    [Fact]
    public async Task Over_https_a_plainly_named_cookie_signs_nobody_in()
    {
        var owner = await Owner.SetUpAsync(App);
        using var lan = App.Anonymous(origin: "http://studio.lan");
        using var answer = await lan.PostJsonAsync("/api/auth/login", new { owner.Email, owner.Password });
        using var safe = App.Anonymous(origin: "https://studio.lan");
        safe.DefaultRequestHeaders.Add("Cookie", answer.SessionCookie());

        (await safe.GetAsync("/api/me").ProblemAsync()).Code.Should().Be("auth.required");
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_takes_the_cookie_away()
    {
        using var browser = await SignedInAsync();
        using var bye = await browser.PostJsonAsync("/api/auth/logout");

        bye.StatusCode.Should().Be(HttpStatusCode.NoContent);
        bye.SetCookie().Should().StartWith("__Host-director=;").And.Contain("expires=Thu, 01 Jan 1970");
        using var after = await browser.GetAsync("/api/me");
        after.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        after.SetCookie().Should().StartWith("__Host-director=;", "a browser should forget a cookie that is worth nothing");
    }

    [Fact]
    public async Task A_cookie_is_prolonged_on_request()
    {
        using var browser = await SignedInAsync();
        App.Clock.Advance(TimeSpan.FromDays(20));
        using var renewed = await browser.PostJsonAsync("/api/auth/refresh", new { });

        renewed.StatusCode.Should().Be(HttpStatusCode.OK);
        App.Clock.Advance(TimeSpan.FromDays(20));
        (await browser.GetAsync("/api/me").ProblemAsync()).HttpStatus.Should().Be(401, "the first cookie has run out");
        browser.DefaultRequestHeaders.Remove("Cookie");
        browser.DefaultRequestHeaders.Add("Cookie", renewed.SessionCookie());
        await browser.GetAsync<MeAnswer>("/api/me");
    }

    [Fact]
    public async Task A_cookie_is_no_access_token_and_a_forged_one_is_nothing()
    {
        using var browser = await SignedInAsync();
        var ticket = browser.DefaultRequestHeaders.GetValues("Cookie").Single().Split('=')[1];
        using var program = App.Anonymous();
        program.DefaultRequestHeaders.Authorization = new("Bearer", ticket);
        using var forger = App.Anonymous();
        forger.DefaultRequestHeaders.Add("Cookie", $"__Host-director={ticket[..^6]}AAAAAA");

        (await program.GetAsync("/api/me").ProblemAsync()).HttpStatus.Should().Be(401);
        (await forger.GetAsync("/api/me").ProblemAsync()).HttpStatus.Should().Be(401);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example", false)]
    [InlineData("Origin", "null", false)]
    [InlineData("Origin", "http://localhost:3000", false)]
    [InlineData("Sec-Fetch-Site", "cross-site", false)]
    [InlineData("Sec-Fetch-Site", "same-site", false)]
    [InlineData("Origin", "http://localhost", true)]
    [InlineData("Sec-Fetch-Site", "same-origin", true)]
    public async Task Only_pages_of_this_server_may_change_things_with_the_cookie(string header, string value, bool allowed)
    {
        using var browser = await SignedInAsync();
        browser.DefaultRequestHeaders.TryAddWithoutValidation(header, value);

        await browser.GetAsync<MeAnswer>("/api/me");
        using var answer = await browser.PostJsonAsync("/api/auth/refresh", new { });
        if (allowed) answer.StatusCode.Should().Be(HttpStatusCode.OK);
        else (await Task.FromResult(answer).ProblemAsync()).Should().BeEquivalentTo(new { Code = "auth.foreignOrigin", HttpStatus = 403 });
    }

    [Fact]
    public async Task Another_sites_page_cannot_sign_a_browser_in_or_set_the_server_up()
    {
        using var browser = App.Anonymous();
        browser.DefaultRequestHeaders.Add("Origin", "https://evil.example");

        (await browser.PostJsonAsync("/api/setup", Owner.Valid).ProblemAsync()).Code.Should().Be("auth.foreignOrigin");
        (await browser.PostJsonAsync("/api/auth/login", new { Owner.Valid.Email, Owner.Valid.Password }).ProblemAsync()).Code.Should().Be("auth.foreignOrigin");
    }

    private async Task<HttpClient> SignedInAsync()
    {
        var owner = await Owner.SetUpAsync(App);
        var browser = App.Anonymous();
        using var answer = await browser.PostJsonAsync("/api/auth/login", new { owner.Email, owner.Password });
        browser.DefaultRequestHeaders.Add("Cookie", answer.SessionCookie());
        return browser;
    }
}
