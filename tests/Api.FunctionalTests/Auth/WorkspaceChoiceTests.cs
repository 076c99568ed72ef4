using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Auth;

public sealed class WorkspaceChoiceTests(DirectorApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task The_only_workspace_need_not_be_named()
    {
        using var alice = await App.CreateClient("alice");

        (await alice.GetAsync<MeAnswer>("/api/me")).Current.Should().Be((await App.PersonAsync("alice")).WorkspaceId);
    }

    [Fact]
    public async Task Of_several_workspaces_one_is_chosen_by_slug_or_id()
    {
        var person = await App.PersonAsync("alice");
        var second = await App.AddWorkspaceAsync(person, "second-unit");
        using var alice = await App.CreateClient("alice");

        (await alice.GetAsync<MeAnswer>("/api/me")).Current.Should().BeNull();
        (await MeAsync(alice, "second-unit").ReadAsync<MeAnswer>()).Current.Should().Be(second);
        (await MeAsync(alice, "alice").ReadAsync<MeAnswer>()).Current.Should().Be(person.WorkspaceId);
        (await MeAsync(alice, second.ToString().ToUpperInvariant()).ReadAsync<MeAnswer>()).Current.Should().Be(second);
    }

    [Fact]
    public async Task A_foreign_workspace_answers_like_one_that_does_not_exist()
    {
        using var alice = await App.CreateClient("alice");
        var mallory = await App.PersonAsync("mallory");
        string[] names = ["mallory", mallory.WorkspaceId.ToString(), "no-such-workspace", Guid.CreateVersion7().ToString()];

        foreach (var name in names)
            (await MeAsync(alice, name).ProblemAsync()).Should().BeEquivalentTo(new { Code = "workspace.unknown", HttpStatus = 404, Title = "You have no workspace of this name or id." });
    }

    [Fact]
    public async Task A_browser_keeps_its_choice_in_a_cookie_and_the_header_goes_before_it()
    {
        var person = await App.PersonAsync("alice");
        var second = await App.AddWorkspaceAsync(person, "second-unit");
        using var alice = await App.CreateClient("alice");
        alice.DefaultRequestHeaders.Add("Cookie", $"director.workspace={second}");

        (await alice.GetAsync<MeAnswer>("/api/me")).Current.Should().Be(second);
        (await MeAsync(alice, "alice").ReadAsync<MeAnswer>()).Current.Should().Be(person.WorkspaceId);
    }

    [Fact]
    public async Task A_cookie_of_a_workspace_that_is_not_theirs_opens_nothing_and_shuts_nobody_out()
    {
        var mallory = await App.PersonAsync("mallory");
        var alice = await App.PersonAsync("alice");
        using var client = await App.CreateClient("alice");
        client.DefaultRequestHeaders.Add("Cookie", $"director.workspace={mallory.WorkspaceId}");

        (await client.GetAsync<MeAnswer>("/api/me")).Current.Should().Be(alice.WorkspaceId);
    }

    [Fact]
    public async Task Nobody_sees_the_workspaces_of_others()
    {
        using var alice = await App.CreateClient("alice");
        using var mallory = await App.CreateClient("mallory");

        (await alice.GetAsync<MeAnswer>("/api/me")).Workspaces.Select(w => w.Slug).Should().Equal("alice");
        (await mallory.GetAsync<MeAnswer>("/api/me")).Workspaces.Select(w => w.Slug).Should().Equal("mallory");
    }

    [Fact]
    public async Task An_ended_membership_ends_access_within_two_seconds()
    {
        using var alice = await App.CreateClient("alice");
        var person = await App.PersonAsync("alice");
        await alice.GetAsync<MeAnswer>("/api/me");
        await App.Database.ExecuteAsync("delete from workspace_members where user_id = $1", person.Id);

        await Task.Delay(TimeSpan.FromSeconds(2.2));
        (await alice.GetAsync<MeAnswer>("/api/me")).Workspaces.Should().BeEmpty();
        (await MeAsync(alice, "alice").ProblemAsync()).Code.Should().Be("workspace.unknown");
    }

    [Theory]
    [InlineData("with space", false)]
    [InlineData("é", false)]
    [InlineData("a-key_1.~", true)]
    public async Task An_idempotency_key_is_visible_ascii(string key, bool fits)
    {
        using var alice = await App.CreateClient("alice");
        alice.DefaultRequestHeaders.TryAddWithoutValidation("Idempotency-Key", key);

        if (fits) await alice.GetAsync<MeAnswer>("/api/me");
        else (await alice.GetAsync("/api/me").ProblemAsync()).Should().BeEquivalentTo(new { HttpStatus = 400, Fields = new[] { "Idempotency-Key" } });
    }

    [Fact]
    public async Task An_idempotency_key_has_at_most_200_characters()
    {
        using var alice = await App.CreateClient("alice");
        alice.DefaultRequestHeaders.Add("Idempotency-Key", new string('k', 201));

        (await alice.GetAsync("/api/me").ProblemAsync()).HttpStatus.Should().Be(400);
    }

    private static async Task<HttpResponseMessage> MeAsync(HttpClient client, string workspace)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/me");
        request.Headers.Add("X-Workspace", workspace);
        return await client.SendAsync(request);
    }
}
