using System.Net;
using Director.Api.FunctionalTests.Auth;
using Director.Api.FunctionalTests.Contract;
using Director.Api.FunctionalTests.Harness;
using Director.Infrastructure.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Director.Api.FunctionalTests.Browser;

/// <summary>Director below a path of its host, behind proxies, and called by other sites' pages: one server with all three set.</summary>
public sealed class BelowAPathTests(DirectorApp app) : FunctionalTest(app)
{
    private const string Proxy = "10.1.2.3";

    private static readonly Dictionary<string, string> Settings = new()
    {
        ["DIRECTOR_PATH_BASE"] = "/crew/director/",
        ["DIRECTOR_TRUSTED_PROXIES"] = "10.1.0.0/16, 192.0.2.1",
        ["DIRECTOR_CORS_ORIGINS"] = "https://tools.example.test",
    };

    [Fact]
    public async Task It_answers_below_the_path_and_trusts_and_lets_in_whom_it_was_told()
    {
        await using var server = await OtherServer.CreateAsync(App.Database, Settings);
        await PagesKnowWhereTheyAre(server);
        await OtherSitesComeWithoutCookies(server);
        await TheVisitorIsWhoTheTrustedProxySays(server);
    }

    [Fact]
    public async Task A_trusted_proxy_may_tell_the_path_it_took_away()
    {
        using var behind = App.CreateDefaultClient();
        behind.DefaultRequestHeaders.Add("X-Forwarded-Prefix", "/crew/a");
        behind.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");

        using var answer = await behind.PostJsonAsync(
            "/api/setup", new { Owner.Valid.Name, Owner.Valid.Email, Owner.Valid.Password, Owner.Valid.WorkspaceName, Code = App.Services.GetRequiredService<SetupCode>().Text });

        answer.StatusCode.Should().Be(HttpStatusCode.Created);
        answer.SetCookie().Should().StartWith("__Host-director.crew.a=").And.Contain("path=/;").And.Contain("secure");
        behind.DefaultRequestHeaders.Add("Cookie", answer.SessionCookie());
        (await behind.GetAsync("/api/me")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("127.0.0.1", "/crew/\"><script>")]
    [InlineData("127.0.0.1", "//evil.example.test")]
    [InlineData("127.0.0.1", "/../up")]
    [InlineData("203.0.113.7", "/crew/a")]
    public async Task A_path_that_is_none_or_comes_from_a_stranger_is_not_believed(string from, string prefix)
    {
        using var client = App.CreateDefaultClient();
        client.DefaultRequestHeaders.Add(TestAddress.Header, from);
        client.DefaultRequestHeaders.TryAddWithoutValidation("X-Forwarded-Prefix", prefix);

        using var answer = await client.GetAsync("/");

        var page = await answer.Content.ReadAsStringAsync();
        page.Should().NotContain("<script>").And.NotContain("evil").And.NotContain("/crew/a");
    }

    private static async Task PagesKnowWhereTheyAre(OtherServer server)
    {
        using var visitor = server.Anonymous();
        foreach (var path in (string[])["/crew/director/api/system", "/api/system"]) (await visitor.GetAsync(path)).StatusCode.Should().Be(HttpStatusCode.OK);

        using var page = await visitor.GetAsync("/crew/director/f/some-film");
        var html = await page.Content.ReadAsStringAsync();
        if (File.Exists(Repository.PathOf("web", "dist", "index.html")))
            html.Should().Contain("content=\"/crew/director/\"").And.Contain("src=\"/crew/director/assets/").And.NotContain("\"./").And.NotContain("\"/assets/");
        else page.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
    }

    private static async Task OtherSitesComeWithoutCookies(OtherServer server)
    {
        using var client = server.Anonymous();
        using var asked = new HttpRequestMessage(HttpMethod.Options, "/api/films");
        asked.Headers.Add("Origin", "https://tools.example.test");
        asked.Headers.Add("Access-Control-Request-Method", "POST");
        asked.Headers.Add("Access-Control-Request-Headers", "authorization,content-type");
        using var allowed = await client.SendAsync(asked);
        allowed.Headers.GetValues("Access-Control-Allow-Origin").Should().Equal("https://tools.example.test");
        allowed.Headers.Contains("Access-Control-Allow-Credentials").Should().BeFalse();

        using var other = new HttpRequestMessage(HttpMethod.Get, "/api/system");
        other.Headers.Add("Origin", "https://evil.example.test");
        using var refused = await client.SendAsync(other);
        refused.Headers.Contains("Access-Control-Allow-Origin").Should().BeFalse();
    }

    private static async Task TheVisitorIsWhoTheTrustedProxySays(OtherServer server)
    {
        using var visitor = server.Anonymous();
        visitor.DefaultRequestHeaders.Add(TestAddress.Header, Proxy);
        visitor.DefaultRequestHeaders.Add("X-Forwarded-For", "6.6.6.6, 198.51.100.4, 192.0.2.1");
        visitor.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https, https");
        using var answer = await visitor.PostJsonAsync(
            "/crew/director/api/setup", new { Owner.Valid.Name, Owner.Valid.Email, Owner.Valid.Password, Owner.Valid.WorkspaceName, Code = server.Services.GetRequiredService<SetupCode>().Text });

        answer.StatusCode.Should().Be(HttpStatusCode.Created);
        answer.SetCookie().Should().StartWith("__Host-director.crew.director=");
        await using var connection = await TestDatabase.OpenAsync(server.Owner);
        (await TestDatabase.ListAsync<string>(connection, "select distinct origin from activity")).Should().Equal("198.51.100.4");
    }
}
