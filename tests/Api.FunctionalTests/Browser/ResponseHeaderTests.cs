using System.Net;
using System.Text;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Browser;

/// <summary>What every answer tells a browser, whatever it answers.</summary>
public sealed class ResponseHeaderTests(DirectorApp app) : FunctionalTest(app)
{
    [Theory]
    [InlineData("GET", "/", null)]
    [InlineData("GET", "/films/anything", null)]
    [InlineData("GET", "/missing.js", null)]
    [InlineData("GET", "/api/nothing", HttpStatusCode.Unauthorized)]
    [InlineData("GET", "/api/films", HttpStatusCode.Unauthorized)]
    [InlineData("GET", "/api/assets/01a20661-945e-7095-b9bb-bd353543642d/media", HttpStatusCode.Unauthorized)]
    [InlineData("POST", "/api/auth/login", HttpStatusCode.BadRequest)]
    [InlineData("PUT", "/api/system", HttpStatusCode.Unauthorized)]
    [InlineData("GET", "/api/openapi.json", HttpStatusCode.OK)]
    [InlineData("GET", "/api/docs/", HttpStatusCode.OK)]
    [InlineData("GET", "/health/live", HttpStatusCode.OK)]
    public async Task Nothing_inline_runs_nothing_is_guessed_and_nobody_frames_it(string method, string path, HttpStatusCode? status)
    {
        using var client = App.CreateDefaultClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method == "POST") request.Content = new StringContent("{ not JSON", Encoding.UTF8, "application/json");

        using var answer = await client.SendAsync(request);

        if (status is not null) answer.StatusCode.Should().Be(status);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Should().ContainSingle().Subject;
        policy.Should().Contain("frame-ancestors 'none'").And.Contain("object-src 'none'").And.NotContain("unsafe");
        answer.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        answer.Headers.Contains("Strict-Transport-Security").Should().BeFalse();
        answer.Headers.Contains("Access-Control-Allow-Origin").Should().BeFalse();
    }

    [Fact]
    public async Task Over_TLS_browsers_are_told_to_stay_there()
    {
        using var direct = App.CreateDefaultClient(new Uri("https://director.example.test"));
        using var behind = App.CreateDefaultClient();
        behind.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        foreach (var client in (HttpClient[])[direct, behind])
        {
            using var answer = await client.GetAsync("/api/system");
            answer.Headers.GetValues("Strict-Transport-Security").Should().Equal("max-age=31536000");
        }
    }

    [Fact]
    public async Task A_proxy_that_nobody_trusts_is_not_believed()
    {
        using var client = App.CreateDefaultClient();
        client.DefaultRequestHeaders.Add(TestAddress.Header, "203.0.113.7");
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "127.0.0.1");

        using var answer = await client.GetAsync("/api/system");

        answer.Headers.Contains("Strict-Transport-Security").Should().BeFalse();
    }
}
