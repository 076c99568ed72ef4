using System.Text.Json;
using Director.Api.FunctionalTests.Assets;
using Director.Api.FunctionalTests.Auth;
using Director.Api.FunctionalTests.Generation;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Workspaces;

public sealed class WorkspaceTests(DirectorApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task Anybody_who_is_signed_in_makes_a_workspace_and_owns_it_at_once()
    {
        using var alice = await App.CreateClient("alice");

        var made = await alice.PostAsync<WorkspaceShown>("/api/workspaces", new { name = "Second Unit", currency = "EUR" });

        made.Should().BeEquivalentTo(new { Slug = "second-unit", Name = "Second Unit", Currency = "EUR", Role = "owner", Version = 1L, Usage = new UsageShown(0, 1, 0) });
        made.Permissions.Should().HaveCount(9);
        (await alice.GetAsync<PageAnswer<WorkspaceAnswer>>("/api/workspaces")).Items.Select(w => w.Slug).Should().Equal("alice", "second-unit");
        (await alice.GetAsync<WorkspaceShown>($"/api/workspaces/{made.Id}")).Name.Should().Be("Second Unit");
        (await App.RecordAsync(made.Id)).Should().BeEquivalentTo("createWorkspace workspace user alice", "createWorkspace member user alice");
    }

    [Fact]
    public async Task Workspaces_of_one_name_get_slugs_of_their_own_even_when_made_at_once()
    {
        using var alice = await App.CreateClient("alice");

        var made = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => alice.PostAsync<WorkspaceShown>("/api/workspaces", new { name = "Night Shift" })));

        made.Select(w => w.Slug).Should().BeEquivalentTo("night-shift", "night-shift-2", "night-shift-3", "night-shift-4", "night-shift-5", "night-shift-6");
    }

    [Theory]
    [InlineData("", "USD", "name")]
    [InlineData("Fine", "euro", "currency")]
    public async Task A_workspace_that_does_not_fit_is_refused(string name, string currency, string field)
    {
        using var alice = await App.CreateClient("alice");

        (await alice.PostJsonAsync("/api/workspaces", new { name, currency }).ProblemAsync()).Should().BeEquivalentTo(new { HttpStatus = 422, Fields = new[] { field } });
    }

    [Fact]
    public async Task The_address_chooses_the_workspace_whatever_the_header_says()
    {
        var person = await App.PersonAsync("alice");
        var second = await App.AddWorkspaceAsync(person, "second-unit");
        using var alice = await App.InAsync("alice", person.WorkspaceId);

        (await alice.GetAsync<WorkspaceShown>($"/api/workspaces/{second}")).Slug.Should().Be("second-unit");
        (await alice.PatchAsync<WorkspaceShown>($"/api/workspaces/{second}", new { name = "Second" })).Id.Should().Be(second);
        (await alice.GetAsync<WorkspaceShown>($"/api/workspaces/{person.WorkspaceId}")).Name.Should().Be("alice");
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("PATCH", "")]
    [InlineData("DELETE", "?slug=mallory")]
    [InlineData("POST", "/archive")]
    [InlineData("POST", "/unarchive")]
    [InlineData("GET", "/members")]
    [InlineData("PATCH", "/members/0198c0de-0000-7000-8000-00000000dead")]
    [InlineData("DELETE", "/members/0198c0de-0000-7000-8000-00000000dead")]
    [InlineData("GET", "/invitations")]
    [InlineData("POST", "/invitations")]
    [InlineData("DELETE", "/invitations/0198c0de-0000-7000-8000-00000000dead")]
    public async Task A_foreign_workspace_answers_byte_for_byte_like_none(string method, string below)
    {
        using var alice = await App.CreateClient("alice");
        var foreign = (await App.PersonAsync("mallory")).WorkspaceId;

        var answers = new List<string>();
        foreach (var id in (Guid[])[foreign, Guid.CreateVersion7()])
        {
            using var answer = await alice.SendJsonAsync(new HttpMethod(method), $"/api/workspaces/{id}{below}", method is "PATCH" or "POST" ? new { name = "Mine", role = "owner" } : null);
            ((int)answer.StatusCode).Should().Be(404);
            answers.Add(WithoutTrace(await answer.Content.ReadAsStringAsync()));
        }

        answers[0].Should().Be(answers[1]).And.Contain("workspace.unknown");
        (await App.Database.ListAsync<string>("select name from workspaces where id = $1", foreign)).Should().Equal("mallory");
    }

    [Fact]
    public async Task Settings_are_merged_one_by_one_under_the_version_that_was_seen()
    {
        var (alice, id) = await AliceAsync();

        var set = await alice.PatchAsync<WorkspaceShown>($"/api/workspaces/{id}", new { settings = new { storageQuotaBytes = 1_000_000, monthlyBudget = 250.5, defaultFrameRate = "25" } }, 1);
        set.Settings.Should().Be(new SettingsShown(1_000_000, 250.5m, null, "25", null));
        set.Version.Should().Be(2);
        (await alice.PatchAsync<WorkspaceShown>($"/api/workspaces/{id}", "{\"slug\":\"night-shift\",\"settings\":{\"monthlyBudget\":null}}", 2))
            .Settings.Should().Be(new SettingsShown(1_000_000, null, null, "25", null));
        (await alice.SendJsonAsync(HttpMethod.Patch, $"/api/workspaces/{id}", new { name = "Late" }, 1).ProblemAsync()).Should().BeEquivalentTo(new { Code = "workspace.stale", HttpStatus = 412 });
        (await alice.SendJsonAsync(HttpMethod.Patch, $"/api/workspaces/{id}", new { archivedAt = "now" }).ProblemAsync()).Code.Should().Be("input.unknownField");
        (await alice.SendJsonAsync(HttpMethod.Patch, $"/api/workspaces/{id}", new { settings = new { storageQuotaBytes = "much" } }).ProblemAsync())
            .Fields.Should().Equal("settings.storageQuotaBytes");
        (await alice.GetAsync<MeAnswer>("/api/me")).Workspaces.Single().Slug.Should().Be("night-shift", "it is felt at once");
    }

    [Fact]
    public async Task A_slug_that_another_workspace_has_is_refused()
    {
        var (alice, id) = await AliceAsync();
        await App.PersonAsync("mallory");

        (await alice.SendJsonAsync(HttpMethod.Patch, $"/api/workspaces/{id}", new { slug = "mallory" }).ProblemAsync()).Should().BeEquivalentTo(new { Code = "workspace.slugTaken", HttpStatus = 409 });
    }

    [Fact]
    public async Task The_currency_stays_once_something_has_cost_money()
    {
        var (alice, id) = await AliceAsync();
        await alice.PatchAsync<WorkspaceShown>($"/api/workspaces/{id}", new { currency = "EUR" });
        var film = await alice.MakeAsync("film");
        await App.Database.ExecuteAsync("update assets set cost_amount = 0.01, cost_currency = 'EUR' where id = $1", film.Id);

        (await alice.SendJsonAsync(HttpMethod.Patch, $"/api/workspaces/{id}", new { currency = "USD" }).ProblemAsync()).Should().BeEquivalentTo(new { Code = "workspace.currencyFixed", HttpStatus = 409 });
    }

    [Fact]
    public async Task New_films_are_made_as_the_workspace_says()
    {
        var (alice, id) = await AliceAsync();
        await alice.PatchAsync<WorkspaceShown>($"/api/workspaces/{id}", new { settings = new { defaultFrameRate = "24000/1001", defaultAspectRatio = "2.39:1", shotCodeScheme = "slate" } });

        var film = await alice.PostAsync<AssetAnswer>("/api/films", new { title = "As said" });
        var other = await alice.PostAsync<AssetAnswer>("/api/films", new { title = "Otherwise", frameRate = "25" });

        (film.Detail("frameRate"), film.Detail("aspectRatio"), film.Detail("shotCodeScheme")).Should().Be(("24000/1001", "2.39:1", "slate"));
        other.Detail("frameRate").Should().Be("25");
    }

    [Fact]
    public async Task The_storage_quota_is_kept_and_its_figures_are_told()
    {
        var (alice, id) = await AliceAsync();
        var (first, second) = (await alice.MakeAsync("image", "a"), await alice.MakeAsync("image", "b"));
        await alice.PutPictureAsync(first.Id, 40, 30);
        var used = (await alice.GetAsync<WorkspaceShown>($"/api/workspaces/{id}")).Usage.StorageBytes;
        used.Should().BeGreaterThan(0);
        await alice.PatchAsync<WorkspaceShown>($"/api/workspaces/{id}", new { settings = new { storageQuotaBytes = used + 10 } });

        var refused = await alice.TryPutPictureAsync(second.Id, 41, 31).ProblemAsync();

        refused.Should().BeEquivalentTo(new { Code = "storage.quotaExceeded", HttpStatus = 413 });
        refused.Title.Should().Contain($"{used} of {used + 10} bytes");
        await alice.PatchAsync<WorkspaceShown>($"/api/workspaces/{id}", "{\"settings\":{\"storageQuotaBytes\":null}}");
        await alice.PutPictureAsync(second.Id, 41, 31);
    }

    [Fact]
    public async Task Parallel_uploads_do_not_overdraw_the_quota_together()
    {
        var (alice, id) = await AliceAsync();
        var images = new List<AssetAnswer>();
        for (var i = 0; i < 6; i++) images.Add(await alice.MakeAsync("image", $"{i}"));
        await alice.PutPictureAsync(images[0].Id, 60, 60);
        var one = (await alice.GetAsync<WorkspaceShown>($"/api/workspaces/{id}")).Usage.StorageBytes;
        await alice.PatchAsync<WorkspaceShown>($"/api/workspaces/{id}", new { settings = new { storageQuotaBytes = (one * 2) + (one / 2) } });

        var answers = await Task.WhenAll(images.Skip(1).Select((image, i) => alice.TryPutPictureAsync(image.Id, 60, 61 + i)));

        (await alice.GetAsync<WorkspaceShown>($"/api/workspaces/{id}")).Usage.StorageBytes.Should().BeLessThanOrEqualTo((one * 2) + (one / 2));
        answers.Count(a => a.IsSuccessStatusCode).Should().Be(1);
    }

    [Fact]
    public async Task What_is_archived_can_be_looked_at_and_not_changed()
    {
        var (alice, id) = await AliceAsync();
        var film = await alice.MakeAsync("film", "Kept");
        await alice.PostAsync<WorkspaceShown>($"/api/workspaces/{id}/archive");

        (await alice.ReadAsync(film.Id)).Name.Should().Be("Kept");
        foreach (var attempt in (Task<HttpResponseMessage>[])[
            alice.PostJsonAsync("/api/films", new { title = "New" }), alice.SendJsonAsync(HttpMethod.Patch, $"/api/assets/{film.Id}", new { name = "Changed" }, 1), alice.DeleteAsync($"/api/assets/{film.Id}"),
            alice.PostJsonAsync("/api/assets/batch", new { items = new[] { new { type = "prop", name = "x" } } }), alice.TryPutPictureAsync(film.Id, 10, 10), alice.PostJsonAsync("/api/tags", new { name = "x" }),
            alice.PostJsonAsync($"/api/films/{film.Id}/generate", new { count = 1 }), alice.SendJsonAsync(HttpMethod.Patch, $"/api/workspaces/{id}", new { name = "x" }),
            alice.PostJsonAsync($"/api/workspaces/{id}/invitations", new { role = "viewer" }),
        ])
            (await attempt.ProblemAsync()).Should().BeEquivalentTo(new { Code = "workspace.archived", HttpStatus = 409 });

        (await alice.PostAsync<WorkspaceShown>($"/api/workspaces/{id}/unarchive")).ArchivedAt.Should().BeNull();
        await alice.PostAsync<AssetAnswer>("/api/films", new { title = "New" });
    }

    [Fact]
    public async Task A_workspace_is_deleted_whole_or_not_at_all()
    {
        var (alice, id) = await AliceAsync();
        var other = await App.PersonAsync("mallory");
        using var mallory = await App.CreateClient("mallory");
        await mallory.FilmAsync(2);
        await FillAsync(alice, id);
        var files = Path.Combine(App.DataDirectory, "media", id.ToString("N"));
        Directory.Exists(files).Should().BeTrue();

        (await alice.DeleteAsync($"/api/workspaces/{id}?slug=alice").ProblemAsync()).Should().BeEquivalentTo(new { Code = "workspace.notArchived", HttpStatus = 409 });
        await alice.PostAsync<WorkspaceShown>($"/api/workspaces/{id}/archive");
        (await alice.DeleteAsync($"/api/workspaces/{id}").ProblemAsync()).Should().BeEquivalentTo(new { Code = "workspace.slugNotRepeated", HttpStatus = 422 });
        (await alice.DeleteAsync($"/api/workspaces/{id}?slug=mallory").ProblemAsync()).Code.Should().Be("workspace.slugNotRepeated");
        var before = await RowsAsync(other.WorkspaceId);
        await alice.DeleteAsync($"/api/workspaces/{id}?slug=alice").SucceedsAsync();

        (await RowsAsync(id)).Values.Should().AllBeEquivalentTo(0L);
        (await RowsAsync(other.WorkspaceId)).Should().BeEquivalentTo(before);
        (await App.Database.ListAsync<Guid>("select id from workspaces")).Should().Equal(other.WorkspaceId);
        Directory.Exists(files).Should().BeFalse();
        (await App.Database.ListAsync<string>("select slug || ' ' || erased_by_name || ' ' || (files_gone_at is not null) from erased_workspaces where id = $1", id)).Should().Equal("alice alice true");
        (await alice.GetAsync<MeAnswer>("/api/me")).Workspaces.Should().BeEmpty();
        (await alice.GetAsync($"/api/workspaces/{id}").ProblemAsync()).Code.Should().Be("workspace.unknown");
    }

    [Fact]
    public async Task While_takes_are_being_generated_a_workspace_is_not_deleted()
    {
        var (alice, id) = await AliceAsync();
        var film = await alice.FilmAsync(0);
        await alice.PostAsync<JsonElement>($"/api/shots/{film.Shot.Id}/generate", new { count = 1 });
        await alice.SettledAsync();
        await alice.PostAsync<WorkspaceShown>($"/api/workspaces/{id}/archive");
        await App.Database.ExecuteAsync("update generations set status = 'queued', take_id = null, ended_at = null where workspace_id = $1", id);

        (await alice.DeleteAsync($"/api/workspaces/{id}?slug=alice").ProblemAsync()).Should().BeEquivalentTo(new { Code = "workspace.busy", HttpStatus = 409 });
    }

    [Fact]
    public async Task The_servers_role_cannot_erase_what_is_not_archived_nor_another_workspace()
    {
        var (_, id) = await AliceAsync();
        await using var connection = await App.OpenAsServerAsync();
        await TestDatabase.ListAsync<string>(connection, "select set_config('app.workspace', $1, false)", id.ToString());

        var erase = () => TestDatabase.ListAsync<object>(connection, "select erase_workspace()::text");

        (await erase.Should().ThrowAsync<Npgsql.PostgresException>()).Which.SqlState.Should().Be("55000");
        (await App.Database.ListAsync<Guid>("select id from workspaces")).Should().Equal(id);
    }

    private async Task<(HttpClient Client, Guid Workspace)> AliceAsync()
    {
        var client = await App.CreateClient("alice");
        return (client, (await App.PersonAsync("alice")).WorkspaceId);
    }

    /// <summary>Rows in as many tables as a crew fills.</summary>
    private static async Task FillAsync(HttpClient client, Guid workspace)
    {
        var small = await client.FilmAsync(2);
        await client.PickAsync(small.Shot, small.Takes[0].Id);
        await client.PutPictureAsync(small.Takes[0].Id, 20, 10);
        var prop = await client.MakeAsync("prop", "Lamp");
        await client.PostAsync<JsonElement>("/api/relationships", new { parentId = small.Shot.Id, childId = prop.Id, kind = "uses_prop" });
        await client.PostAsync<JsonElement>("/api/tags", new { name = "night" });
        await client.PutAsync<JsonElement>($"/api/assets/{prop.Id}/tags", new { tags = new[] { "night" } });
        var collection = await client.PostAsync<CollectionAnswer>("/api/collections", new { name = "Props" });
        await client.PostAsync<CollectionAnswer>("/api/collections", new { name = "Lamps", parentId = collection.Id });
        await client.PutAsync<CollectionAnswer>($"/api/collections/{collection.Id}/members", new { assetIds = new[] { prop.Id } });
        await client.PostAsync<JsonElement>($"/api/shots/{small.Shot.Id}/generate", new { count = 1 });
        await client.SettledAsync();
        await client.PostAsync<InvitedAnswer>($"/api/workspaces/{workspace}/invitations", new { role = "viewer" });
    }

    private async Task<Dictionary<string, long>> RowsAsync(Guid workspace)
    {
        var tables = await App.Database.ListAsync<string>("""
            select c.relname::text from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'workspace_id' and not a.attisdropped
            """);
        var rows = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in tables) rows[table] = (await App.Database.ListAsync<long>($"select count(*) from {table} where workspace_id = $1", workspace))[0];
        return rows;
    }

    private static string WithoutTrace(string problem) => System.Text.RegularExpressions.Regex.Replace(problem, "\"traceId\":\"[^\"]*\"", "");
}
