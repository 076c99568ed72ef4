using System.Text;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Auth;

public sealed class BadInputTests(DirectorApp app) : FunctionalTest(app)
{
    private const string Fits = "\"email\":\"a@example.test\",\"password\":\"whatever it may be\"";

    [Theory]
    [InlineData("{" + Fits + ",\"role\":\"owner\"}", "role")]
    [InlineData("{" + Fits + ",\"id\":\"0198c0de-0000-7000-8000-000000000000\"}", "id")]
    [InlineData("{" + Fits + ",\"mode\":\"telepathy\"}", "mode")]
    [InlineData("{" + Fits + ",\"mode\":1}", "mode")]
    [InlineData("{" + Fits + ",\"email\":\"b@example.test\"}", "email")]
    [InlineData("{\"email\":\"a@example.test\"}", "password")]
    [InlineData("{\"email\":null,\"password\":\"whatever it may be\"}", "email")]
    [InlineData("{\"email\":[\"a\"],\"password\":\"whatever it may be\"}", "email")]
    [InlineData("{\"email\":5,\"password\":\"whatever it may be\"}", "email")]
    public async Task A_body_of_the_wrong_shape_is_refused_by_field(string body, string field)
    {
        using var client = App.Anonymous();

        var problem = await client.PostJsonAsync("/api/auth/login", body).ProblemAsync();

        problem.Should().BeEquivalentTo(new { Code = "request.unreadable", HttpStatus = 400, Status = 400 });
        problem.Fields.Should().Equal(field);
        problem.Errors!.SelectMany(e => e.Value).Should().NotContain(r => r.Contains("System.", StringComparison.Ordinal) || r.Contains("Director.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{")]
    [InlineData("{\"email\":}")]
    [InlineData("{\"email\":\"\\ud800\",\"password\":\"whatever it may be\"}")]
    [InlineData("<xml/>")]
    public async Task A_body_that_is_no_object_is_refused(string body)
    {
        using var client = App.Anonymous();

        (await client.PostJsonAsync("/api/auth/login", body).ProblemAsync()).Should().BeEquivalentTo(new { Code = "request.unreadable", HttpStatus = 400 });
    }

    [Theory]
    [InlineData(62)]
    [InlineData(65)]
    [InlineData(10_000)]
    public async Task Json_that_is_nested_too_deep_is_refused(int depth)
    {
        using var client = App.Anonymous();
        var body = "{" + Fits + ",\"mode\":" + new string('[', depth) + new string(']', depth) + "}";

        (await client.PostJsonAsync("/api/auth/login", body).ProblemAsync()).HttpStatus.Should().Be(400);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_unread()
    {
        using var client = App.Anonymous();
        using var body = new StringContent("{\"email\":\"" + new string('a', 17 * 1024 * 1024) + "\"}", Encoding.UTF8, "application/json");

        (await client.PostAsync("/api/auth/login", body).ProblemAsync()).Should().BeEquivalentTo(new { Code = "request.tooLarge", HttpStatus = 413 });
    }

    [Fact]
    public async Task A_body_that_is_not_utf_8_is_refused()
    {
        using var client = App.Anonymous();
        using var body = new ByteArrayContent([.. "{\"email\":\""u8, 0xff, 0xfe, .. "\",\"password\":\"whatever it may be\"}"u8]);
        body.Headers.ContentType = new("application/json");

        (await client.PostAsync("/api/auth/login", body).ProblemAsync()).HttpStatus.Should().Be(400);
    }

    [Fact]
    public async Task A_body_of_another_type_is_refused()
    {
        using var client = await App.CreateClient("alice");
        using var body = new StringContent("email=a", Encoding.UTF8, "application/x-www-form-urlencoded");

        (await client.PostAsync("/api/auth/refresh", body).ProblemAsync()).Should().BeEquivalentTo(new { Code = "request.mediaType", HttpStatus = 415 });
    }

    [Theory]
    [InlineData("/api/me?q=%00")]
    [InlineData("/api/system?q=a%00b")]
    public async Task A_nul_in_the_address_is_refused(string path)
    {
        using var client = await App.CreateClient("alice");

        (await client.GetAsync(path).ProblemAsync()).Should().BeEquivalentTo(new { Code = "request.nul", HttpStatus = 400 });
    }
}
