using System.Net;
using Director.Api.FunctionalTests.Harness;
using Director.Infrastructure.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Director.Api.FunctionalTests.Auth;

public sealed class SetUpTests(DirectorApp app) : FunctionalTest(app)
{
    private string Code => App.Services.GetRequiredService<SetupCode>().Text;

    [Fact]
    public async Task The_first_visitor_becomes_the_owner_and_is_signed_in()
    {
        using var browser = App.Anonymous();
        using var answer = await browser.PostJsonAsync("/api/setup", Owner.Valid);

        answer.StatusCode.Should().Be(HttpStatusCode.Created);
        browser.DefaultRequestHeaders.Add("Cookie", answer.SessionCookie());
        var me = await browser.GetAsync<MeAnswer>("/api/me");
        me.User.Email.Should().Be("ada@example.test");
        me.Workspaces.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Slug = "night-shift", Name = "Night Shift", Role = "owner" });
        me.Workspaces[0].Permissions.Should().BeEquivalentTo("look", "edit", "generate", "review", "select", "export", "share", "administer", "own");
        me.Current.Should().Be(me.Workspaces[0].Id);
    }

    [Fact]
    public async Task A_server_is_set_up_once()
    {
        await Owner.SetUpAsync(App);
        using var second = App.Anonymous();

        var problem = await second.PostJsonAsync("/api/setup", Owner.Valid with { Email = "eve@example.test" }).ProblemAsync();

        problem.Should().BeEquivalentTo(new { Code = "setup.done", HttpStatus = 409, Status = 409, Retryable = false });
        (await App.Database.ListAsync<string>("select email from users")).Should().Equal("ada@example.test");
    }

    [Fact]
    public async Task Of_visitors_who_race_to_set_up_exactly_one_wins()
    {
        using var client = App.Anonymous();
        var racers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            client.PostJsonAsync("/api/setup", Owner.Valid with { Email = $"racer{i}@example.test", WorkspaceName = $"Crew {i}" })));

        racers.Select(r => (int)r.StatusCode).Order().Should().Equal([201, .. Enumerable.Repeat(409, 7)]);
        (await App.Database.ListAsync<long>("select count(*) from users")).Should().Equal(1);
        (await App.Database.ListAsync<long>("select count(*) from workspaces")).Should().Equal(1);
    }

    [Fact]
    public async Task Set_up_is_on_the_record()
    {
        var owner = await Owner.SetUpAsync(App);

        (await App.Database.ListAsync<string>("select kind || ' ' || subject_type || ' ' || actor_name || ' ' || origin from activity order by subject_type"))
            .Should().Equal($"setUp member {owner.Name} 127.0.0.1", $"setUp workspace {owner.Name} 127.0.0.1");
    }

    [Fact]
    public async Task From_another_machine_the_code_printed_at_start_is_needed()
    {
        using var afar = App.Anonymous("203.0.113.10", "http://studio.example");

        (await afar.PostJsonAsync("/api/setup", Owner.Valid).ProblemAsync()).Should().BeEquivalentTo(new { Code = "setup.codeNeeded", HttpStatus = 403, Fields = new[] { "code" } });
        (await afar.PostJsonAsync("/api/setup", Typed("AAAA-AAAA-AAAA")).ProblemAsync()).Should().BeEquivalentTo(new { Code = "setup.codeWrong", HttpStatus = 403 });
        using var done = await afar.PostJsonAsync("/api/setup", Typed(Code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)));
        done.StatusCode.Should().Be(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.11")]
    [InlineData("Forwarded", "for=203.0.113.11")]
    [InlineData("Host", "rebound.example")]
    public async Task A_proxy_or_a_rebound_name_does_not_make_a_visitor_local(string header, string value)
    {
        using var client = App.Anonymous();
        client.DefaultRequestHeaders.TryAddWithoutValidation(header, value);

        (await client.PostJsonAsync("/api/setup", Owner.Valid).ProblemAsync()).Code.Should().Be("setup.codeNeeded");
    }

    [Fact]
    public async Task Guessing_the_code_is_slowed()
    {
        using var afar = App.Anonymous("203.0.113.12");
        for (var i = 0; i < 5; i++)
        {
            (await afar.PostJsonAsync("/api/setup", Typed($"GUESS{i}")).ProblemAsync()).Code.Should().Be("setup.codeWrong");
            if (i < 4) (await afar.PostJsonAsync("/api/setup", Owner.Valid).ProblemAsync()).Code.Should().Be("setup.codeNeeded", "asking without one wipes no guess away");
        }

        using var answer = await afar.PostJsonAsync("/api/setup", Typed(Code));
        answer.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter!.Delta.Should().BeGreaterThan(TimeSpan.Zero).And.BeLessThanOrEqualTo(TimeSpan.FromMinutes(1));

        App.Clock.Advance(TimeSpan.FromSeconds(61));
        await afar.PostJsonAsync("/api/setup", Typed(Code)).SucceedsAsync();
    }

    [Theory]
    [InlineData("name", "")]
    [InlineData("name", "Ada\u0000Reel")]
    [InlineData("email", "ada")]
    [InlineData("email", "ada@")]
    [InlineData("email", "ada@example.test\u0000")]
    [InlineData("email", "Ada <ada@example.test>")]
    [InlineData("password", "too short")]
    [InlineData("password", "password1234")]
    [InlineData("password", "QwertyUiop123")]
    [InlineData("password", "aaaaaaaaaaaaaa")]
    [InlineData("password", "ada@example.test")]
    [InlineData("password", "Ada Reel 1984!")]
    [InlineData("workspaceName", " ")]
    public async Task What_does_not_fit_is_refused_by_field(string field, string value)
    {
        using var client = App.Anonymous();
        var body = new Dictionary<string, object?>
        {
            ["name"] = Owner.Valid.Name,
            ["email"] = Owner.Valid.Email,
            ["password"] = Owner.Valid.Password,
            ["workspaceName"] = Owner.Valid.WorkspaceName,
            [field] = value,
        };

        var problem = await client.PostJsonAsync("/api/setup", body).ProblemAsync();

        problem.HttpStatus.Should().Be(422);
        problem.Fields.Should().Equal(field);
        (await App.Database.ListAsync<long>("select (select count(*) from users) + (select count(*) from workspaces)")).Should().Equal(0);
    }

    [Theory]
    [InlineData("            spaces            ")]
    [InlineData("двенадцать журавлей")]
    [InlineData("alllowercaseletterswithoutdigits")]
    [InlineData("🎬🎞️🎥📽️🎦🎭🎪")]
    public async Task A_password_may_be_of_any_characters(string password)
    {
        using var client = App.Anonymous();

        await client.PostJsonAsync("/api/setup", Owner.Valid with { Password = password }).SucceedsAsync();
        await client.PostJsonAsync("/api/auth/login", new { Owner.Valid.Email, password }).SucceedsAsync();
    }

    [Fact]
    public async Task A_password_has_at_most_128_characters()
    {
        using var client = App.Anonymous();
        var longest = string.Concat(Enumerable.Range(0, 16).Select(i => $"abcdefg{i % 10}"));

        (await client.PostJsonAsync("/api/setup", Owner.Valid with { Password = longest + "!" }).ProblemAsync()).Fields.Should().Equal("password");
        await client.PostJsonAsync("/api/setup", Owner.Valid with { Password = longest }).SucceedsAsync();
    }

    [Fact]
    public async Task The_system_says_whether_it_has_to_be_set_up()
    {
        using var here = App.Anonymous();
        using var afar = App.Anonymous("203.0.113.13");

        (await here.GetAsync<SystemAnswer>("/api/system")).Should().BeEquivalentTo(new { Name = "Director", SetupNeeded = true, SetupCodeNeeded = false });
        (await afar.GetAsync<SystemAnswer>("/api/system")).Should().BeEquivalentTo(new { SetupNeeded = true, SetupCodeNeeded = true });
        await Owner.SetUpAsync(App);
        var after = await afar.GetAsync<SystemAnswer>("/api/system");
        after.Should().BeEquivalentTo(new { SetupNeeded = false, SetupCodeNeeded = false });
        after.Providers.Should().ContainEquivalentOf(new FeatureAnswer("Sketch", "available", null, null));
    }

    private static object Typed(string code) => new { Owner.Valid.Name, Owner.Valid.Email, Owner.Valid.Password, Owner.Valid.WorkspaceName, code };

    private sealed record FeatureAnswer(string Name, string Status, string? Variable, string? Reason);

    private sealed record SystemAnswer(string Name, string Version, bool SetupNeeded, bool SetupCodeNeeded, FeatureAnswer[] Providers, FeatureAnswer[] Features);
}
