using System.Net.Http.Headers;
using System.Text.Json;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Auth;

public sealed class ApiKeyTests(DirectorApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task A_key_opens_its_workspace_and_only_its_hash_is_kept()
    {
        using var ada = await App.CreateClient("ada");
        ada.DefaultRequestHeaders.Add("Idempotency-Key", "once"); // an answer kept for a repetition would keep the secret
        var made = await CreateAsync(ada, "Conform script", "look", "edit");
        made.Key.Should().MatchRegex("^dir_[A-Za-z0-9_-]{43}_[A-Za-z0-9_-]{43}$");

        using var program = With(made.Key);
        await program.PostJsonAsync("/api/films", new { title = "By key" }).SucceedsAsync();

        var secret = made.Key[^43..];
        var kept = await App.Database.ListAsync<string>(
            "select to_jsonb(t)::text from api_keys t union all select to_jsonb(t)::text from activity t union all select to_jsonb(t)::text from idempotency_keys t");
        kept.Should().HaveCountGreaterThan(1).And.AllSatisfy(row => row.Should().NotContain(secret));
        var listed = (await ada.GetAsync<KeyPage>(await PathAsync("ada"))).Items.Should().ContainSingle().Subject;
        listed.Should().BeEquivalentTo(new { made.Id, Name = "Conform script", Scopes = new[] { "look", "edit" }, CreatedByName = "ada", ExpiresAt = (DateTimeOffset?)null });
    }

    [Fact]
    public async Task A_key_does_what_its_scopes_name_and_its_makers_role_allows_whichever_is_less()
    {
        using var ada = await App.CreateClient("ada");
        using var reader = With((await CreateAsync(ada, "Reader", "look")).Key);
        using var editor = With((await CreateAsync(ada, "Editor", "look", "edit")).Key);

        (await reader.PostJsonAsync("/api/films", new { title = "No" }).ProblemAsync()).Should().BeEquivalentTo(new { Code = "auth.forbidden", HttpStatus = 403 });
        await reader.GetAsync<JsonElement>("/api/films");
        (await editor.GetAsync<MeAnswer>("/api/me")).Workspaces.Single().Permissions.Should().Equal("look", "edit");

        await App.Database.ExecuteAsync("update workspace_members set role = 'viewer'");
        await Eventually.HoldsAsync(async () => (await editor.PostJsonAsync("/api/films", new { title = "Not any more" })).StatusCode == System.Net.HttpStatusCode.Forbidden);
        (await editor.GetAsync<MeAnswer>("/api/me")).Workspaces.Single().Permissions.Should().Equal("look");
    }

    [Fact]
    public async Task A_withdrawn_key_is_worth_nothing_at_once()
    {
        using var ada = await App.CreateClient("ada");
        var made = await CreateAsync(ada, "Short", "look");
        using var program = With(made.Key);
        await program.GetAsync<JsonElement>("/api/films");

        await ada.DeleteAsync($"{await PathAsync("ada")}/{made.Id}").SucceedsAsync();

        (await program.GetAsync("/api/films").ProblemAsync()).Should().BeEquivalentTo(new { Code = "auth.required", HttpStatus = 401 });
        (await ada.DeleteAsync($"{await PathAsync("ada")}/{made.Id}").ProblemAsync()).Should().BeEquivalentTo(new { Code = "apiKey.unknown", HttpStatus = 404 });
        (await ada.GetAsync<KeyPage>(await PathAsync("ada"))).Items.Should().BeEmpty();
        await CreateAsync(ada, "Short", "look"); // its name is free again
    }

    [Fact]
    public async Task A_key_ends_when_it_expires()
    {
        using var ada = await App.CreateClient("ada");
        var made = await ada.PostAsync<CreatedKey>(await PathAsync("ada"), new { name = "Tonight", scopes = new[] { "look" }, expiresAt = App.Clock.GetUtcNow().AddHours(1) });
        using var program = With(made.Key);
        await program.GetAsync<JsonElement>("/api/films");

        App.Clock.Advance(TimeSpan.FromHours(1));

        (await program.GetAsync("/api/films").ProblemAsync()).HttpStatus.Should().Be(401);
    }

    [Theory]
    [InlineData("delete from workspace_members")]
    [InlineData("update users set disabled_at = now()")]
    public async Task A_key_dies_with_its_makers_place_in_the_crew(string end)
    {
        using var ada = await App.CreateClient("ada");
        using var program = With((await CreateAsync(ada, "Orphan", "look")).Key);
        await program.GetAsync<JsonElement>("/api/films");

        await App.Database.ExecuteAsync(end);

        await Eventually.HoldsAsync(async () => (await program.GetAsync("/api/films")).StatusCode == System.Net.HttpStatusCode.Unauthorized);
        await Eventually.HoldsAsync(async () => (await ada.GetAsync("/api/films")).StatusCode is System.Net.HttpStatusCode.Unauthorized or System.Net.HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_key_belongs_to_one_workspace_even_when_its_maker_has_several()
    {
        using var ada = await App.CreateClient("ada");
        var person = await App.PersonAsync("ada");
        var other = await App.AddWorkspaceAsync(person, "other");
        ada.DefaultRequestHeaders.Add("X-Workspace", "ada");
        using var program = With((await CreateAsync(ada, "Bound", "look", "edit", "administer")).Key);

        await program.PostJsonAsync("/api/films", new { title = "Here" }).SucceedsAsync();
        foreach (var elsewhere in (string[])["other", other.ToString(), "nowhere"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/films");
            request.Headers.Add("X-Workspace", elsewhere);
            (await program.SendAsync(request).ProblemAsync()).Should().BeEquivalentTo(new { Code = "workspace.unknown", HttpStatus = 404 });
        }

        (await program.GetAsync($"/api/workspaces/{other}/api-keys").ProblemAsync()).Code.Should().Be("workspace.unknown");
        (await App.Database.ListAsync<Guid>("select workspace_id from assets")).Should().AllBeEquivalentTo(person.WorkspaceId);
    }

    [Fact]
    public async Task A_key_makes_no_keys_and_ends_no_sign_in_whatever_its_scopes()
    {
        using var ada = await App.CreateClient("ada");
        var made = await CreateAsync(ada, "Everything", "look", "edit", "generate", "review", "select", "export", "share", "administer", "own");
        using var program = With(made.Key);

        (await program.GetAsync<KeyPage>(await PathAsync("ada"))).Items.Should().HaveCount(1);
        (await program.PostJsonAsync(await PathAsync("ada"), new { name = "Child", scopes = new[] { "look" } }).ProblemAsync())
            .Should().BeEquivalentTo(new { Code = "auth.peopleOnly", HttpStatus = 403 });
        (await program.DeleteAsync($"{await PathAsync("ada")}/{made.Id}").ProblemAsync()).Code.Should().Be("auth.peopleOnly");
        (await program.PostJsonAsync("/api/auth/logout").ProblemAsync()).Code.Should().Be("auth.peopleOnly");
    }

    [Fact]
    public async Task The_record_names_the_key_that_did_it()
    {
        using var ada = await App.CreateClient("ada");
        using var program = With((await CreateAsync(ada, "Night conform", "look", "edit")).Key);
        await program.PostJsonAsync("/api/films", new { title = "By key" }).SucceedsAsync();

        var events = (await ada.GetAsync<JsonElement>("/api/events")).GetProperty("items").EnumerateArray().ToList();

        var made = events.Single(e => e.GetProperty("kind").GetString() == "createFilm").GetProperty("actor");
        made.GetProperty("kind").GetString().Should().Be("key");
        made.GetProperty("name").GetString().Should().Be("Night conform");
        var created = events.Single(e => e.GetProperty("kind").GetString() == "createApiKey");
        created.GetProperty("subjectType").GetString().Should().Be("apiKey");
        created.GetProperty("after").EnumerateObject().Select(p => p.Name).Should().BeEquivalentTo("name", "scopes", "expiresAt", "revokedAt");
    }

    [Fact]
    public async Task When_it_was_used_last_is_noted_behind_the_request()
    {
        using var ada = await App.CreateClient("ada");
        using var program = With((await CreateAsync(ada, "Watched", "look")).Key);
        (await ada.GetAsync<KeyPage>(await PathAsync("ada"))).Items.Single().LastUsedAt.Should().BeNull();
        await program.GetAsync<JsonElement>("/api/films");

        await Eventually.HoldsAsync(async () => (await ada.GetAsync<KeyPage>(await PathAsync("ada"))).Items.Single().LastUsedAt is not null);
        var first = (await ada.GetAsync<KeyPage>(await PathAsync("ada"))).Items.Single().LastUsedAt;
        App.Clock.Advance(TimeSpan.FromMinutes(2));
        await program.GetAsync<JsonElement>("/api/films");
        await Eventually.HoldsAsync(async () => (await ada.GetAsync<KeyPage>(await PathAsync("ada"))).Items.Single().LastUsedAt > first);
    }

    [Fact]
    public async Task A_key_with_another_secret_or_another_workspaces_id_is_worth_nothing()
    {
        using var ada = await App.CreateClient("ada");
        using var eve = await App.CreateClient("eve");
        var adas = (await CreateAsync(ada, "Hers", "look")).Key;
        var eves = (await CreateAsync(eve, "Hers", "look")).Key;

        foreach (var forged in (string[])[adas[..^43] + eves[^43..], eves[..^43] + adas[^43..], adas[..^1], adas + "A", "dir_", "dir_" + new string('A', 87)])
        {
            using var program = With(forged);
            (await program.GetAsync("/api/films").ProblemAsync()).HttpStatus.Should().Be(401);
        }
    }

    [Theory]
    [InlineData("""{"name":" ","scopes":["look"]}""", "name")]
    [InlineData("""{"name":"x","scopes":[]}""", "scopes")]
    [InlineData("""{"name":"x","scopes":["look"],"expiresAt":"2001-01-01T00:00:00Z"}""", "expiresAt")]
    [InlineData("""{"name":"x","scopes":["fly"]}""", "scopes[0]")]
    public async Task A_key_that_makes_no_sense_is_refused(string body, string field)
    {
        using var ada = await App.CreateClient("ada");

        (await ada.PostJsonAsync(await PathAsync("ada"), body).ProblemAsync()).Fields.Should().Equal(field);
    }

    [Fact]
    public async Task Two_live_keys_of_one_name_could_not_be_told_apart()
    {
        using var ada = await App.CreateClient("ada");
        await CreateAsync(ada, "Twin", "look");

        (await ada.PostJsonAsync(await PathAsync("ada"), new { name = "twin", scopes = new[] { "look" } }).ProblemAsync())
            .Should().BeEquivalentTo(new { Code = "apiKey.nameTaken", HttpStatus = 409 });
    }

    [Fact]
    public async Task Only_who_administers_a_workspace_sees_its_keys_and_nobody_sees_another_crews()
    {
        using var ada = await App.CreateClient("ada");
        using var eve = await App.CreateClient("eve");
        var made = await CreateAsync(ada, "Hers", "look");

        (await eve.GetAsync(await PathAsync("ada")).ProblemAsync()).Should().BeEquivalentTo(new { Code = "workspace.unknown", HttpStatus = 404 });
        (await eve.DeleteAsync($"{await PathAsync("eve")}/{made.Id}").ProblemAsync()).Code.Should().Be("apiKey.unknown");
        await App.Database.ExecuteAsync("update workspace_members set role = 'director'");
        using var demoted = await App.CreateClient("ada");
        (await demoted.GetAsync(await PathAsync("ada")).ProblemAsync()).Code.Should().Be("auth.forbidden");
        (await demoted.PostJsonAsync(await PathAsync("ada"), new { name = "x", scopes = new[] { "look" } }).ProblemAsync()).Code.Should().Be("auth.forbidden");
    }

    private async Task<string> PathAsync(string who) => $"/api/workspaces/{(await App.PersonAsync(who)).WorkspaceId}/api-keys";

    private static async Task<CreatedKey> CreateAsync(HttpClient client, string name, params string[] scopes)
    {
        var workspace = (await client.GetAsync<MeAnswer>("/api/me")).Current;
        return await client.PostAsync<CreatedKey>($"/api/workspaces/{workspace}/api-keys", new { name, scopes });
    }

    private HttpClient With(string key)
    {
        var client = App.Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    private sealed record CreatedKey(Guid Id, string Name, string[] Scopes, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, string Key);

    private sealed record KeyPage(KeyItem[] Items, string? Next);

    private sealed record KeyItem(
        Guid Id, string Name, string[] Scopes, DateTimeOffset CreatedAt, Guid CreatedBy, string CreatedByName, DateTimeOffset? ExpiresAt, DateTimeOffset? LastUsedAt);
}
