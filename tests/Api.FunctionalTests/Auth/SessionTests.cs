using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Auth;

public sealed class SessionTests(DirectorApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task A_person_sees_where_they_are_signed_in()
    {
        var owner = await Owner.SetUpAsync(App);
        using var phone = await App.SignInAsync(owner, userAgent: "Phone/1.0");

        var sessions = (await phone.GetAsync<SessionPage>("/api/me/sessions")).Items;

        sessions.Should().HaveCount(2); // the set-up's cookie, and this one
        sessions[0].Should().BeEquivalentTo(new { Kind = "token", Address = "127.0.0.1", UserAgent = "Phone/1.0", Current = true });
        sessions[1].Should().BeEquivalentTo(new { Kind = "cookie", Current = false });
    }

    [Fact]
    public async Task Ending_one_sign_in_ends_that_one_alone()
    {
        var owner = await Owner.SetUpAsync(App);
        using var here = await App.SignInAsync(owner);
        using var lost = await App.SignInAsync(owner, userAgent: "Lost/1.0");
        await lost.GetAsync<MeAnswer>("/api/me");
        var id = (await here.GetAsync<SessionPage>("/api/me/sessions")).Items.Single(s => s.UserAgent == "Lost/1.0").Id;

        await here.DeleteAsync($"/api/me/sessions/{id}").SucceedsAsync();

        (await lost.GetAsync("/api/me").ProblemAsync()).HttpStatus.Should().Be(401);
        await here.GetAsync<MeAnswer>("/api/me");
        (await here.DeleteAsync($"/api/me/sessions/{id}").ProblemAsync()).Should().BeEquivalentTo(new { Code = "session.unknown", HttpStatus = 404 });
        (await here.RecordAsync()).Should().Contain("sessionRevoked done");
    }

    [Fact]
    public async Task Ending_the_others_leaves_this_one()
    {
        var owner = await Owner.SetUpAsync(App);
        using var here = await App.SignInAsync(owner);
        using var there = await App.SignInAsync(owner);
        await there.GetAsync<MeAnswer>("/api/me");

        await here.DeleteAsync("/api/me/sessions").SucceedsAsync();

        (await there.GetAsync("/api/me").ProblemAsync()).HttpStatus.Should().Be(401);
        (await here.GetAsync<SessionPage>("/api/me/sessions")).Items.Should().ContainSingle().Which.Current.Should().BeTrue();
    }

    [Fact]
    public async Task Another_persons_sign_in_is_unknown()
    {
        using var ada = await App.CreateClient("ada");
        using var eve = await App.CreateClient("eve");
        var adas = (await ada.GetAsync<SessionPage>("/api/me/sessions")).Items.Single().Id;

        (await eve.DeleteAsync($"/api/me/sessions/{adas}").ProblemAsync()).Code.Should().Be("session.unknown");
        await ada.GetAsync<MeAnswer>("/api/me");
        (await eve.GetAsync<SessionPage>("/api/me/sessions")).Items.Should().ContainSingle();
    }

    [Fact]
    public async Task When_a_sign_in_was_used_last_is_noted()
    {
        using var ada = await App.CreateClient("ada");
        var before = (await ada.GetAsync<SessionPage>("/api/me/sessions")).Items.Single();
        App.Clock.Advance(TimeSpan.FromMinutes(5));
        await ada.GetAsync<MeAnswer>("/api/me");

        await Eventually.HoldsAsync(async () => (await ada.GetAsync<SessionPage>("/api/me/sessions")).Items.Single().LastSeenAt >= before.LastSeenAt.AddMinutes(4));
    }

    [Fact]
    public async Task A_sign_in_ended_at_one_node_ends_its_open_stream_at_another_within_five_seconds()
    {
        using var here = await App.CreateClient("ada");
        using var keep = await App.CreateClient("ada");
        await using var node = new SecondNode(App);
        using var there = node.With(here.DefaultRequestHeaders.Authorization);
        using var stream = await there.GetAsync("/api/events/stream", HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await stream.Content.ReadAsStreamAsync());
        (await reader.ReadLineAsync()).Should().Be(": open");

        await keep.DeleteAsync("/api/me/sessions").SucceedsAsync();

        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(5.5));
        while (await reader.ReadLineAsync(soon.Token) is not null)
        {
            // Whatever was still on its way.
        }

        (await there.GetAsync("/api/me").ProblemAsync()).HttpStatus.Should().Be(401);
    }

    [Fact]
    public async Task A_disabled_person_is_out_everywhere_and_cannot_come_back()
    {
        var owner = await Owner.SetUpAsync(App);
        using var client = App.Anonymous();
        var tokens = await client.TryAsync(owner.Email, owner.Password).ReadAsync<SignedInAnswer>();
        using var here = await App.SignInAsync(owner);
        await here.GetAsync<MeAnswer>("/api/me");

        await App.Database.ExecuteAsync("update users set disabled_at = now()");

        await Eventually.HoldsAsync(async () => (await here.GetAsync("/api/me")).StatusCode == System.Net.HttpStatusCode.Unauthorized);
        (await client.PostJsonAsync("/api/auth/refresh", new { refreshToken = tokens.RefreshToken }).ProblemAsync()).Code.Should().Be("auth.refreshRefused");
        (await client.TryAsync(owner.Email, owner.Password).ProblemAsync()).Code.Should().Be("auth.wrongCredentials");
    }
}
