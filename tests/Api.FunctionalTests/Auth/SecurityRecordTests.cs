using Director.Api.FunctionalTests.Harness;
using Npgsql;

namespace Director.Api.FunctionalTests.Auth;

public sealed class SecurityRecordTests(DirectorApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task Sign_ins_refused_sign_ins_and_sign_outs_are_on_record_with_where_they_came_from()
    {
        var owner = await Owner.SetUpAsync(App);
        using var stranger = App.Anonymous("203.0.113.70");
        stranger.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "Guesser/2");
        await stranger.TryAsync(owner.Email, "not the password");
        using var leaving = await App.SignInAsync(owner);
        await leaving.PostJsonAsync("/api/auth/logout").SucceedsAsync();
        using var here = await App.SignInAsync(owner);

        var events = (await here.GetAsync<SecurityPage>("/api/me/security-events")).Items;

        events.Select(e => $"{e.Kind} {e.Outcome}").Should().Equal("signIn done", "signOut done", "signIn done", "signIn refused", "signIn done");
        events[3].Should().BeEquivalentTo(new { Address = "203.0.113.70", UserAgent = "Guesser/2", UserName = owner.Name });
        events.Should().OnlyContain(e => e.RequestId.Length > 0);
    }

    [Fact]
    public async Task A_refused_sign_in_of_nobody_is_recorded_without_saying_what_was_typed()
    {
        using var stranger = App.Anonymous("203.0.113.71");
        await stranger.TryAsync("nobody@example.test", "typed into the wrong field");

        (await App.Database.ListAsync<string>("select to_jsonb(e)::text from security_events e")).Should().ContainSingle()
            .Which.Should().Contain("signIn").And.NotContain("nobody@example.test").And.NotContain("typed into");
        (await App.Database.ListAsync<Guid?>("select user_id from security_events")).Should().Equal([null]);
    }

    [Fact]
    public async Task What_a_signed_in_caller_was_forbidden_is_on_record_but_a_loop_is_not_a_flood()
    {
        using var ada = await App.CreateClient("ada");
        await App.Database.ExecuteAsync("update workspace_members set role = 'viewer'");
        for (var i = 0; i < 15; i++) (await ada.PostJsonAsync("/api/films", new { title = "No" }).ProblemAsync()).Code.Should().Be("auth.forbidden");

        var events = (await ada.GetAsync<SecurityPage>("/api/me/security-events")).Items;

        events.Should().HaveCount(10).And.OnlyContain(e => e.Kind == "forbidden" && e.Outcome == "refused" && e.Operation == "createFilm");
        events[0].WorkspaceId.Should().Be((await App.PersonAsync("ada")).WorkspaceId);
    }

    [Fact]
    public async Task Pages_are_newest_first_without_gaps()
    {
        var owner = await Owner.SetUpAsync(App);
        for (var i = 0; i < 5; i++) (await App.SignInAsync(owner)).Dispose();
        using var here = await App.SignInAsync(owner);
        var all = (await here.GetAsync<SecurityPage>("/api/me/security-events")).Items.Select(e => e.Id).ToList();

        var seen = new List<Guid>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await here.GetAsync<SecurityPage>($"/api/me/security-events?limit=2&cursor={cursor}");
            seen.AddRange(page.Items.Select(e => e.Id));
            cursor = page.Next;
        }

        seen.Should().Equal(all).And.HaveCount(7);
        (await here.GetAsync("/api/me/security-events?cursor=nonsense").ProblemAsync()).HttpStatus.Should().Be(400);
        (await here.GetAsync("/api/me/security-events?limit=0").ProblemAsync()).HttpStatus.Should().Be(422);
    }

    [Fact]
    public async Task A_workspace_shows_its_own_record_and_its_members_sign_ins_to_who_administers_it()
    {
        var owner = await Owner.SetUpAsync(App);
        using var here = await App.SignInAsync(owner);
        using var eve = await App.CreateClient("eve");
        var workspace = (await here.GetAsync<MeAnswer>("/api/me")).Current!.Value;
        await here.PostJsonAsync($"/api/workspaces/{workspace}/api-keys", new { name = "k", scopes = new[] { "look" } }).SucceedsAsync();
        await here.DeleteAsync("/api/me/sessions").SucceedsAsync();
        var eves = (await App.PersonAsync("eve")).WorkspaceId;
        await eve.PostJsonAsync($"/api/workspaces/{eves}/api-keys", new { name = "k", scopes = new[] { "look" } }).SucceedsAsync();

        var shown = (await here.GetAsync<SecurityPage>($"/api/workspaces/{workspace}/security-events")).Items;

        shown.Select(e => e.Kind).Should().BeEquivalentTo("apiKeyCreated", "signIn", "signIn");
        (await eve.GetAsync<SecurityPage>($"/api/workspaces/{eves}/security-events")).Items.Should().ContainSingle().Which.WorkspaceId.Should().Be(eves);
        (await eve.GetAsync($"/api/workspaces/{workspace}/security-events").ProblemAsync()).Should().BeEquivalentTo(new { Code = "workspace.unknown", HttpStatus = 404 });
        await App.Database.ExecuteAsync("update workspace_members set role = 'artist'");
        using var artist = await App.SignInAsync(owner);
        (await artist.GetAsync($"/api/workspaces/{workspace}/security-events").ProblemAsync()).Code.Should().Be("auth.forbidden");
    }

    [Fact]
    public async Task The_servers_role_adds_to_the_record_and_never_changes_it()
    {
        await Owner.SetUpAsync(App);
        await using var server = await App.OpenAsServerAsync();
        foreach (var statement in (string[])["update security_events set outcome = 'done' returning id", "delete from security_events returning id"])
        {
            var change = () => TestDatabase.ListAsync<Guid>(server, statement);
            (await change.Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be("42501");
        }

        (await TestDatabase.ListAsync<long>(server, "select count(*) from security_events")).Should().Equal([0L], "it names nobody");
        (await App.Database.ListAsync<bool>("select relrowsecurity and relforcerowsecurity from pg_class where relname = 'security_events'")).Should().Equal(true);
    }
}
