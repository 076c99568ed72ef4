using System.Net;
using System.Text.Json;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Films;

/// <summary>Films, scenes, shots and takes, as a crew works with them.</summary>
public sealed class FilmTests(DirectorApp app) : FunctionalTest(app)
{
    private HttpClient alice = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        alice = await App.CreateClient("alice");
    }

    [Fact]
    public async Task A_film_begins_with_sensible_choices()
    {
        var film = await alice.PostAsync<JsonElement>("/api/films", new { title = "The Debt" });
        film.Text("name").Should().Be("The Debt");
        film.Text("type").Should().Be("film");
        var details = film.GetProperty("details");
        details.Text("type").Should().Be("film");
        details.Text("frameRate").Should().Be("24");
        details.Text("aspectRatio").Should().Be("16:9");
        film.GetProperty("rootId").GetGuid().Should().Be(film.Id());
    }

    [Theory]
    [InlineData("frameRate", "fast")]
    [InlineData("aspectRatio", "wide")]
    [InlineData("shotCodeScheme", "")]
    public async Task A_film_of_no_possible_format_is_refused_with_the_field(string field, string value)
    {
        var body = new Dictionary<string, object> { ["title"] = "X", [field] = value };
        var problem = await alice.PostJsonAsync("/api/films", body).ProblemAsync();
        problem.HttpStatus.Should().Be(422);
        problem.Fields.Should().Equal(field);
    }

    [Fact]
    public async Task Shots_get_codes_by_tens_and_one_in_between_gets_one_in_between()
    {
        var (_, scene) = await FilmWithScene();
        var first = await Shot(scene, "one");
        await Shot(scene, "two");
        var between = await alice.PostAsync<JsonElement>($"/api/scenes/{scene}/shots", new { description = "between", after = first });
        between.Text("code").Should().Be("SH0015");
        (await Codes(scene)).Should().Equal("SH0010", "SH0015", "SH0020");
    }

    [Fact]
    public async Task Scenes_get_the_next_number_and_one_in_between_gets_a_letter()
    {
        var film = (await alice.PostAsync<JsonElement>("/api/films", new { title = "Numbers" })).Id();
        var first = await Scene(film, new { name = "EXT. HARBOUR - DUSK" });
        await Scene(film, new { name = "The chase" });
        await Scene(film, new { name = "Between", after = first.Id() });
        await Scene(film, new { name = "Given", sceneNumber = "7B" });
        await Scene(film, new { name = "Last" });

        (await Structure(film)).GetProperty("scenes").EnumerateArray().Select(s => $"{s.GetProperty("details").Text("sceneNumber")} {s.Text("name")}")
            .Should().Equal("1 EXT. HARBOUR - DUSK", "1A Between", "2 The chase", "7B Given", "8 Last");
        var details = first.GetProperty("details");
        (details.Text("intExt"), details.Text("location"), details.Text("timeOfDay")).Should().Be(("EXT", "HARBOUR", "DUSK"));

        Task<JsonElement> Scene(Guid of, object scene) => alice.PostAsync<JsonElement>($"/api/films/{of}/scenes", scene);
    }

    [Fact]
    public async Task Takes_are_numbered_by_their_shot_for_ever()
    {
        var (film, scene) = await FilmWithScene();
        var shot = await Shot(scene);
        var takes = new List<JsonElement>();
        for (var i = 0; i < 3; i++) takes.Add(await Take(shot));
        await alice.DeleteAsync($"/api/assets/{takes[1].Id()}").SucceedsAsync();
        takes.Add(await Take(shot));

        (await alice.GetAsync<JsonElement[]>($"/api/shots/{shot}/takes")).Select(t => t.GetProperty("number").GetInt32()).Should().Equal(1, 3, 4);
        (await Structure(film)).Shots().Single().GetProperty("takeCount").GetInt32().Should().Be(3);
    }

    [Fact]
    public async Task Selecting_a_take_records_who_when_and_why()
    {
        var (film, scene) = await FilmWithScene();
        var shot = await Shot(scene);
        await Take(shot);
        var second = await Take(shot);
        var selected = await alice.PutAsync<JsonElement>($"/api/shots/{shot}/selected-take", new { takeId = second.Id(), reason = "The light." });

        selected.GetProperty("selectedTake").GetProperty("number").GetInt32().Should().Be(2);
        var selection = selected.GetProperty("selection");
        selection.Text("byName").Should().Be("alice");
        selection.Text("reason").Should().Be("The light.");
        (await alice.GetAsync<JsonElement>($"/api/shots/{shot}/selected-take")).Id().Should().Be(second.Id());
        (await Structure(film)).GetProperty("progress").GetProperty("selected").GetInt32().Should().Be(1);
    }

    [Fact]
    public async Task Selecting_a_take_of_another_shot_is_refused()
    {
        var (_, scene) = await FilmWithScene();
        var shot = await Shot(scene);
        var foreign = await Take(await Shot(scene));
        var problem = await alice.SendJsonAsync(HttpMethod.Put, $"/api/shots/{shot}/selected-take", new { takeId = foreign.Id() }).ProblemAsync();
        (problem.HttpStatus, problem.Code).Should().Be((422, "take.notOfThisShot"));
        problem.Fields.Should().Equal("takeId");
    }

    [Fact]
    public async Task Selecting_a_deleted_or_unknown_take_is_refused_as_not_there()
    {
        var (_, scene) = await FilmWithScene();
        var shot = await Shot(scene);
        var deleted = await Take(shot);
        await alice.DeleteAsync($"/api/assets/{deleted.Id()}").SucceedsAsync();
        foreach (var id in new[] { deleted.Id(), Guid.NewGuid() })
            (await alice.SendJsonAsync(HttpMethod.Put, $"/api/shots/{shot}/selected-take", new { takeId = id }).ProblemAsync()).HttpStatus.Should().Be(404);
    }

    [Fact]
    public async Task Selecting_with_a_version_that_is_not_current_is_refused()
    {
        var (_, scene) = await FilmWithScene();
        var shot = await Shot(scene);
        var take = await Take(shot);
        var problem = await alice.SendJsonAsync(HttpMethod.Put, $"/api/shots/{shot}/selected-take", new { takeId = take.Id() }, version: 99).ProblemAsync();
        (problem.HttpStatus, problem.Code).Should().Be((412, "asset.stale"));
    }

    [Fact]
    public async Task A_cleared_selection_is_not_there_any_more()
    {
        var (_, scene) = await FilmWithScene();
        var shot = await Shot(scene);
        var take = await Take(shot);
        await alice.PutAsync<JsonElement>($"/api/shots/{shot}/selected-take", new { takeId = take.Id() });
        await alice.DeleteAsync($"/api/shots/{shot}/selected-take").SucceedsAsync();
        (await alice.GetAsync($"/api/shots/{shot}/selected-take").ProblemAsync()).Code.Should().Be("shot.nothingSelected");
    }

    [Fact]
    public async Task Deleting_the_selected_take_clears_the_pick_and_restoring_it_does_not_choose_again()
    {
        var (film, scene) = await FilmWithScene();
        var shot = await Shot(scene);
        var take = await Take(shot);
        await alice.PutAsync<JsonElement>($"/api/shots/{shot}/selected-take", new { takeId = take.Id() });
        await alice.DeleteAsync($"/api/assets/{take.Id()}").SucceedsAsync();
        (await Structure(film)).Shots().Single().GetProperty("selectedTake").ValueKind.Should().Be(JsonValueKind.Null);

        await alice.PostAsync<JsonElement>($"/api/assets/{take.Id()}/restore");
        var shown = (await Structure(film)).Shots().Single();
        shown.GetProperty("selectedTake").ValueKind.Should().Be(JsonValueKind.Null);
        shown.GetProperty("takeCount").GetInt32().Should().Be(1);
    }

    [Fact]
    public async Task A_take_is_circled_rated_noted_rejected_and_all_of_it_can_be_taken_back()
    {
        var (_, scene) = await FilmWithScene();
        var take = await Take(await Shot(scene));
        var marked = await alice.PatchAsync<JsonElement>($"/api/takes/{take.Id()}", new { circled = true, rating = 4, notes = "Hold it.", rejected = true });
        (marked.GetProperty("circled").GetBoolean(), marked.GetProperty("rating").GetInt32(), marked.Text("status")).Should().Be((true, 4, "rejected"));
        marked.GetProperty("details").Text("directorNotes").Should().Be("Hold it.");

        var back = await alice.PatchAsync<JsonElement>($"/api/takes/{take.Id()}", new { circled = false, notes = "", rejected = false });
        back.GetProperty("circled").GetBoolean().Should().BeFalse();
        back.GetProperty("status").ValueKind.Should().Be(JsonValueKind.Null);
        (await alice.SendJsonAsync(HttpMethod.Patch, $"/api/takes/{take.Id()}", new { rating = 6 }).ProblemAsync()).Fields.Should().Equal("rating");
    }

    [Fact]
    public async Task A_review_gives_a_verdict_and_deleting_it_resets()
    {
        var (_, scene) = await FilmWithScene();
        var take = await Take(await Shot(scene));
        (await alice.PutAsync<JsonElement>($"/api/takes/{take.Id()}/review", new { verdict = "needsRevision", notes = "Darker." })).Text("verdict").Should().Be("needsRevision");
        (await alice.SendJsonAsync(HttpMethod.Put, $"/api/takes/{take.Id()}/review", new { verdict = "nice" }).ProblemAsync()).Fields.Should().Equal("verdict");
        (await alice.DeleteAsync($"/api/takes/{take.Id()}/review").ReadAsync<JsonElement>()).GetProperty("verdict").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public async Task Any_number_of_shots_is_reordered_at_once_or_not_at_all()
    {
        var (film, scene) = await FilmWithScene();
        var other = (await alice.PostAsync<JsonElement>($"/api/films/{film}/scenes", new { name = "Two" })).Id();
        var shots = new List<Guid>();
        for (var i = 0; i < 4; i++) shots.Add(await Shot(scene, $"shot {i}"));

        await alice.PostAsync<JsonElement>($"/api/films/{film}/reorder", new object[]
        {
            new { id = shots[3], after = (Guid?)null }, new { id = shots[0], parentId = other, after = (Guid?)null }, new { id = shots[2], after = shots[3] },
        });
        (await Codes(scene)).Should().Equal("SH0040", "SH0030", "SH0020");
        (await Codes(other)).Should().Equal("SH0010");

        var refused = await alice.PostJsonAsync($"/api/films/{film}/reorder", new object[] { new { id = shots[1], after = (Guid?)null }, new { id = Guid.NewGuid() } }).ProblemAsync();
        (refused.HttpStatus, refused.Fields.Single()).Should().Be((404, "[1].id"));
        (await Codes(scene)).Should().Equal("SH0040", "SH0030", "SH0020");
    }

    [Fact]
    public async Task The_structure_is_not_sent_again_to_who_has_it()
    {
        var (film, scene) = await FilmWithScene();
        using var first = await alice.GetAsync($"/api/films/{film}/structure");
        var again = new HttpRequestMessage(HttpMethod.Get, $"/api/films/{film}/structure");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using (var same = await alice.SendAsync(again)) same.StatusCode.Should().Be(HttpStatusCode.NotModified);

        await Shot(scene);
        var changed = new HttpRequestMessage(HttpMethod.Get, $"/api/films/{film}/structure");
        changed.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var fresh = await alice.SendAsync(changed);
        fresh.StatusCode.Should().Be(HttpStatusCode.OK);
        fresh.Headers.ETag.Should().NotBe(first.Headers.ETag);
    }

    [Fact]
    public async Task A_character_is_cast_once_and_shots_show_it()
    {
        var (film, scene) = await FilmWithScene();
        var mira = await alice.PostAsync<JsonElement>($"/api/films/{film}/characters", new { name = "Мира", details = new { characterType = "human", attributes = new { color = "#c7923a" } } });
        await alice.PostAsync<JsonElement>($"/api/films/{film}/cast", new { characterId = mira.Id() });
        var shot = await alice.PostAsync<JsonElement>($"/api/scenes/{scene}/shots", new { description = "She waits.", characters = new[] { mira.Id() } });

        var structure = await Structure(film);
        structure.GetProperty("characters").EnumerateArray().Select(c => c.Text("name")).Should().Equal("Мира");
        structure.Shots().Single().GetProperty("characterIds").EnumerateArray().Single().GetGuid().Should().Be(mira.Id());
        (await alice.GetAsync<JsonElement>($"/api/shots/{shot.Id()}")).GetProperty("links").EnumerateArray().Single().Text("name").Should().Be("Мира");

        await alice.DeleteAsync($"/api/films/{film}/cast/{mira.Id()}").SucceedsAsync();
        (await alice.GetAsync<JsonElement[]>($"/api/films/{film}/cast")).Should().BeEmpty();
    }

    [Fact]
    public async Task Links_of_a_shot_are_replaced_in_order_and_only_by_what_fits()
    {
        var (film, scene) = await FilmWithScene();
        var shot = await Shot(scene);
        var layers = new List<Guid>();
        foreach (var name in new[] { "wind", "waves", "voice" })
            layers.Add((await alice.PostAsync<JsonElement>("/api/assets", new { type = "audio", name })).Id());
        var linked = await alice.PutAsync<JsonElement>($"/api/shots/{shot}/links", new { audio = new[] { layers[2], layers[0], layers[1] } });
        linked.GetProperty("links").EnumerateArray().Select(l => l.Text("name")).Should().Equal("voice", "wind", "waves");

        var misfit = await alice.SendJsonAsync(HttpMethod.Put, $"/api/shots/{shot}/links", new { characters = new[] { layers[0] } }).ProblemAsync();
        (misfit.HttpStatus, misfit.Code, misfit.Fields.Single()).Should().Be((422, "relationship.notAllowed", "characters[0]"));
        _ = film;
    }

    [Fact]
    public async Task Somebody_elses_film_is_answered_like_one_that_does_not_exist()
    {
        var (film, _) = await FilmWithScene();
        var mallory = await App.CreateClient("mallory");
        var foreign = await mallory.GetAsync($"/api/films/{film}/structure").ProblemAsync();
        var missing = await mallory.GetAsync($"/api/films/{Guid.NewGuid()}/structure").ProblemAsync();
        (foreign with { TraceId = null }).Should().BeEquivalentTo(missing with { TraceId = null });
        foreign.HttpStatus.Should().Be(404);
    }

    private async Task<(Guid Film, Guid Scene)> FilmWithScene()
    {
        var film = (await alice.PostAsync<JsonElement>("/api/films", new { title = "The Debt" })).Id();
        return (film, (await alice.PostAsync<JsonElement>($"/api/films/{film}/scenes", new { intExt = "EXT", location = "Harbour", timeOfDay = "DUSK" })).Id());
    }

    private async Task<Guid> Shot(Guid scene, string description = "A skiff makes for the light.") =>
        (await alice.PostAsync<JsonElement>($"/api/scenes/{scene}/shots", new { description })).Id();

    private Task<JsonElement> Take(Guid shot) => alice.PostAsync<JsonElement>($"/api/shots/{shot}/takes", new { source = "set" });

    private Task<JsonElement> Structure(Guid film) => alice.GetAsync<JsonElement>($"/api/films/{film}/structure");

    private async Task<IEnumerable<string?>> Codes(Guid parent) =>
        (await alice.GetAsync<JsonElement>($"/api/assets/{parent}/children?type=shot")).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("asset").Text("code"));
}

/// <summary>Reading answers in tests.</summary>
internal static class AnswerExtensions
{
    internal static Guid Id(this JsonElement asset) => asset.GetProperty("id").GetGuid();

    internal static string? Text(this JsonElement element, string property) => element.GetProperty(property).GetString();

    internal static IEnumerable<JsonElement> Shots(this JsonElement structure) =>
        structure.GetProperty("scenes").EnumerateArray().SelectMany(s => s.GetProperty("shots").EnumerateArray());
}
