using System.Net.Http.Headers;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Auth;

public sealed class TokenSignInTests(DirectorApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task A_program_signs_in_with_an_access_token_of_fifteen_minutes()
    {
        using var client = App.Anonymous();
        var tokens = await SignInAsync(client);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.AccessToken);

        (await client.GetAsync<MeAnswer>("/api/me")).User.Should().Be(tokens.User);
        App.Clock.Advance(TimeSpan.FromMinutes(15));
        (await client.GetAsync("/api/me").ProblemAsync()).HttpStatus.Should().Be(401);
    }

    [Fact]
    public async Task Refreshing_gives_new_tokens_and_keeps_only_a_hash()
    {
        using var client = App.Anonymous();
        var first = await SignInAsync(client);
        App.Clock.Advance(TimeSpan.FromMinutes(20));
        var second = await RefreshAsync(client, first.RefreshToken!).ReadAsync<SignedInAnswer>();

        second.RefreshToken.Should().NotBe(first.RefreshToken);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", second.AccessToken);
        await client.GetAsync<MeAnswer>("/api/me");
        var kept = await App.Database.ListAsync<string>("select to_jsonb(s)::text from user_sessions s");
        kept.Should().AllSatisfy(row => row.Should().NotContainAny(second.RefreshToken!, second.AccessToken!));
    }

    [Fact]
    public async Task A_refresh_token_that_comes_a_second_time_ends_the_sign_in()
    {
        using var client = App.Anonymous();
        var first = await SignInAsync(client);
        var second = await RefreshAsync(client, first.RefreshToken!).ReadAsync<SignedInAnswer>();

        (await RefreshAsync(client, first.RefreshToken!).ProblemAsync()).Should().BeEquivalentTo(new { Code = "auth.refreshRefused", HttpStatus = 401 });
        (await RefreshAsync(client, second.RefreshToken!).ProblemAsync()).Code.Should().Be("auth.refreshRefused");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", second.AccessToken);
        (await client.GetAsync("/api/me").ProblemAsync()).HttpStatus.Should().Be(401);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_refresh_token_that_was_never_given_out_is_refused(string token)
    {
        using var client = App.Anonymous();

        (await RefreshAsync(client, token).ProblemAsync()).Code.Should().Be("auth.refreshRefused");
    }

    [Fact]
    public async Task Refreshing_without_token_or_cookie_is_refused()
    {
        using var client = App.Anonymous();

        (await client.PostJsonAsync("/api/auth/refresh", new { }).ProblemAsync()).Code.Should().Be("auth.refreshRefused");
        (await client.PostAsync("/api/auth/refresh", null).ProblemAsync()).Code.Should().Be("auth.refreshRefused");
    }

    [Fact]
    public async Task Signing_out_ends_access_and_refresh_token()
    {
        using var client = App.Anonymous();
        var tokens = await SignInAsync(client);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.AccessToken);
        await client.GetAsync<MeAnswer>("/api/me");
        await client.PostJsonAsync("/api/auth/logout").SucceedsAsync();

        (await client.GetAsync("/api/me").ProblemAsync()).HttpStatus.Should().Be(401);
        (await RefreshAsync(client, tokens.RefreshToken!).ProblemAsync()).Code.Should().Be("auth.refreshRefused");
    }

    [Fact]
    public async Task Signing_out_of_one_place_leaves_the_others_signed_in()
    {
        using var one = App.Anonymous();
        using var other = App.Anonymous();
        var owner = await Owner.SetUpAsync(App);
        foreach (var client in (HttpClient[])[one, other])
        {
            var tokens = await client.PostAsync<SignedInAnswer>("/api/auth/login", new { owner.Email, owner.Password, mode = "token" });
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.AccessToken);
        }

        await one.PostJsonAsync("/api/auth/logout").SucceedsAsync();
        (await one.GetAsync("/api/me").ProblemAsync()).HttpStatus.Should().Be(401);
        await other.GetAsync<MeAnswer>("/api/me");
    }

    private async Task<SignedInAnswer> SignInAsync(HttpClient client)
    {
        var owner = await Owner.SetUpAsync(App);
        var tokens = await client.PostAsync<SignedInAnswer>("/api/auth/login", new { owner.Email, owner.Password, mode = "token" });
        tokens.AccessToken.Should().NotBeNullOrEmpty();
        tokens.RefreshToken.Should().NotBeNullOrEmpty();
        tokens.ExpiresAt.Should().BeCloseTo(App.Clock.GetUtcNow().AddMinutes(15), TimeSpan.FromSeconds(30));
        return tokens;
    }

    private static Task<HttpResponseMessage> RefreshAsync(HttpClient client, string refreshToken) => client.PostJsonAsync("/api/auth/refresh", new { refreshToken });
}
