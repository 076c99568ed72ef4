using System.Net.Http.Headers;
using System.Text.Json;
using Director.Api.FunctionalTests.Harness;
using Director.Api.FunctionalTests.Workspaces;

namespace Director.Api.FunctionalTests.Generation;

/// <summary>Takes made from takes, what they were made from, and what of it has changed since.</summary>
public sealed class DirectionTests(DirectorApp app) : FunctionalTest(app)
{
    private sealed record Pick(Guid Shot, Guid Take);

    [Fact]
    public async Task Changing_a_references_bytes_marks_exactly_the_dependent_picks_and_renaming_it_marks_none()
    {
        var ada = await App.CreateClient("ada");
        var film = await ada.FilmAsync();
        var (mira, jonas) = (await CharacterAsync(ada, "Mira"), await CharacterAsync(ada, "Jonas"));
        var lamp = await ada.AssetAsync("prop", "Lamp", null, new { prompt = "a brass lamp" });
        await ada.PostAsync<JsonElement>($"/api/assets/{mira}/generate", new { count = 2, seed = 5 });
        await ada.PostAsync<JsonElement>($"/api/assets/{jonas}/generate", new { seed = 9 });
        await ada.SettledAsync();
        var first = await ada.ShotAsync(film, "first");
        var second = await ada.ShotAsync(film, "second");
        var third = await ada.ShotAsync(film, "third");
        await LinkAsync(ada, first, new { characters = new[] { mira, jonas }, props = new[] { lamp } });
        await LinkAsync(ada, second, new { characters = new[] { jonas } });
        Pick[] picks = [await PickAsync(ada, first), await PickAsync(ada, second), await PickAsync(ada, third)];
        await StaleAsync(ada, film, picks);

        // Names, and what nothing is made from, mark none.
        await PatchAsync(ada, mira, new { name = "Marija" });
        await PatchAsync(ada, first, new { name = "renamed", details = new { durationFrames = 99 } });
        await StaleAsync(ada, film, picks);

        // Another key image: the picks that show her, whoever they show beside her.
        var shown = await ada.GetAsync<JsonElement>($"/api/assets/{mira}");
        var images = (await ada.GetAsync<JsonElement>($"/api/assets?type=image&parentId={mira}")).GetProperty("items").EnumerateArray().Select(i => i.Id()).ToList();
        var key = shown.GetProperty("selectedChildId").GetGuid();
        var etag = await EtagAsync(ada, film);
        await ada.PutAsync<JsonElement>($"/api/assets/{mira}/selected-child", new { childId = images.Single(i => i != key) });
        await StaleAsync(ada, film, picks, picks[0]);
        (await EtagAsync(ada, film)).Should().NotBe(etag, "who keeps the structure has to hear of it");
        var recipe = await ada.GetAsync<JsonElement>($"/api/takes/{picks[0].Take}/recipe");
        var changed = recipe.GetProperty("changed").EnumerateArray().Single();
        changed.GetProperty("name").GetString().Should().Be("Marija");
        (changed.GetProperty("picture").GetBoolean(), changed.GetProperty("words").GetBoolean()).Should().Be((true, false));

        // Taken back, it was never changed; other bytes in the same image are another picture.
        await ada.PutAsync<JsonElement>($"/api/assets/{mira}/selected-child", new { childId = key });
        await StaleAsync(ada, film, picks);
        await ada.PutAsync($"/api/assets/{key}/media", new ByteArrayContent(Pictures.Png(64, 48, 0xFFAA3311))).SucceedsAsync();
        await StaleAsync(ada, film, picks, picks[0]);

        // Words that were put into the prompt: a prop's, the shot's own.
        await PatchAsync(ada, lamp, new { details = new { prompt = "a broken lamp" } });
        await PatchAsync(ada, third, new { details = new { description = "Nobody waits" } });
        await StaleAsync(ada, film, picks, picks[0], picks[2]);
        await PatchAsync(ada, third, new { details = new { description = "Mira waits on the pier in the rain" } });
        await StaleAsync(ada, film, picks, picks[0]);
        (await ada.GetAsync<JsonElement>($"/api/takes/{picks[0].Take}/recipe")).GetProperty("changed").GetArrayLength().Should().Be(2);

        // Another workspace sees nothing of it.
        var eve = await App.CreateClient("eve");
        (await eve.GetAsync($"/api/takes/{picks[0].Take}/recipe").ProblemAsync()).HttpStatus.Should().Be(404);
        (await eve.PostJsonAsync($"/api/takes/{picks[0].Take}/regenerate", new { mode = "same" }).ProblemAsync()).HttpStatus.Should().Be(404);
    }

    [Fact]
    public async Task A_take_is_made_again_remixed_reseeded_and_refined_and_the_next_shot_takes_its_settings_over()
    {
        var ada = await App.CreateClient("ada");
        var film = await ada.FilmAsync();
        var shot = await ada.ShotAsync(film, "one");
        var next = await ada.ShotAsync(film, "two");
        (await ada.PostJsonAsync($"/api/shots/{shot}/generate", new { inheritFromPrevious = true }).ProblemAsync()).Code.Should().Be("generation.nothingToInherit");
        var take = (await PickAsync(ada, shot, new { seed = 41, parameters = new { longEdge = "960" }, negativePrompt = "fog" })).Take;
        await PatchAsync(ada, shot, new { details = new { description = "Mira runs" } });

        (await ada.PostJsonAsync($"/api/takes/{take}/regenerate", new { mode = "refine" }).ProblemAsync()).Code.Should().Be("generation.feedbackMissing");
        (await ada.PostJsonAsync($"/api/takes/{take}/regenerate", new { mode = "same", feedback = "closer" }).ProblemAsync()).Code.Should().Be("generation.feedbackUnused");
        (await ada.PostJsonAsync($"/api/takes/{take}/regenerate", new { mode = "same", count = 17 }).ProblemAsync()).HttpStatus.Should().Be(422);
        foreach (var body in new object[] { new { mode = "same" }, new { mode = "remix", count = 2 }, new { mode = "seed" }, new { mode = "refine", feedback = "Closer." } })
        {
            await ada.PostAsync<JsonElement>($"/api/takes/{take}/regenerate", body);
            await ada.SettledAsync();
        }

        await ada.GenerateAsync(next, new { inheritFromPrevious = true });
        (await ada.SettledAsync()).Should().OnlyContain(g => g.State() == "succeeded");
        var takes = await ada.TakesAsync(shot);
        var recipes = takes.Select(t => t.GetProperty("details").GetProperty("recipe")).ToList();
        takes.Should().HaveCount(6);
        Prompt(takes[1]).Should().Be(Prompt(takes[0]), "the recipe is kept, whatever the shot says now");
        recipes.Select(r => r.GetProperty("seed").GetInt64() == 41).Should().Equal(true, true, false, false, true, true);
        recipes.Select(r => r.GetProperty("prompt").GetString()!.Contains("Mira runs", StringComparison.Ordinal)).Should().Equal(false, false, false, false, true, false);
        recipes[5].GetProperty("prompt").GetString().Should().Be(recipes[0].GetProperty("prompt").GetString() + ". Closer.");
        recipes.Should().OnlyContain(r => r.GetProperty("negativePrompt").GetString() == "fog" && r.GetProperty("parameters").GetProperty("longEdge").GetString() == "960");

        var refined = takes[5].Id();
        takes[5].GetProperty("details").GetProperty("parentTakeId").GetGuid().Should().Be(take);
        var whole = await ada.GetAsync<JsonElement>($"/api/takes/{refined}/recipe");
        whole.GetProperty("ancestors").EnumerateArray().Select(a => (a.GetProperty("number").GetInt32(), a.GetProperty("feedback").GetString())).Should().Equal((1, "Closer."));
        var difference = await ada.GetAsync<JsonElement>($"/api/takes/{refined}/recipe-difference?with={take}");
        difference.GetProperty("differences").EnumerateArray().Select(d => d.GetProperty("field").GetString()).Should().Equal("prompt", "feedback", "parentTakeId");
        (await ada.GetAsync<JsonElement>($"/api/takes/{takes[1].Id()}/recipe-difference?with={take}")).GetProperty("differences").GetArrayLength().Should().Be(0);

        var inherited = (await ada.TakesAsync(next)).Single().GetProperty("details").GetProperty("recipe");
        (inherited.GetProperty("seed").GetInt64(), inherited.GetProperty("negativePrompt").GetString(), inherited.GetProperty("inheritedFrom").GetGuid()).Should().Be((41, "fog", take));
        var told = (await ada.PostAsync<JsonElement>($"/api/shots/{shot}/takes", new { source = "set" })).Id();
        (await ada.PostJsonAsync($"/api/takes/{told}/regenerate", new { mode = "remix" }).ProblemAsync()).Code.Should().Be("take.noRecipe");
    }

    private static string Prompt(JsonElement take) => take.GetProperty("details").GetProperty("recipe").GetProperty("prompt").GetString()!;

    private static Task<Guid> CharacterAsync(HttpClient client, string name) =>
        client.AssetAsync("character_ref", name, null, new { characterType = "human", attributes = new { color = "#c7923a", age = "34" } });

    private static Task<JsonElement> LinkAsync(HttpClient client, Guid shot, object links) => client.PutAsync<JsonElement>($"/api/shots/{shot}/links", links);

    private static async Task<Pick> PickAsync(HttpClient client, Guid shot, object? wish = null)
    {
        await client.GenerateAsync(shot, wish ?? new { });
        await client.SettledAsync();
        var take = (await client.TakesAsync(shot)).Single().Id();
        await client.PutAsync<JsonElement>($"/api/shots/{shot}/selected-take", new { takeId = take });
        return new Pick(shot, take);
    }

    private static async Task PatchAsync(HttpClient client, Guid asset, object patch)
    {
        var version = (await client.GetAsync<JsonElement>($"/api/assets/{asset}")).GetProperty("version").GetInt64();
        await client.PatchAsync<JsonElement>($"/api/assets/{asset}", patch, version);
    }

    private static async Task<EntityTagHeaderValue?> EtagAsync(HttpClient client, Guid film) => (await client.GetAsync($"/api/films/{film}/structure")).Headers.ETag;

    /// <summary>Expects exactly these picks to be stale, wherever a take is shown.</summary>
    private static async Task StaleAsync(HttpClient client, Guid film, Pick[] all, params Pick[] stale)
    {
        var structure = await client.GetAsync<JsonElement>($"/api/films/{film}/structure");
        structure.GetProperty("shots").EnumerateArray().Where(s => s.GetProperty("selectedTake").GetProperty("stale").GetBoolean()).Select(s => s.Id()).Should().BeEquivalentTo(stale.Select(s => s.Shot));
        var whole = await client.GetAsync<JsonElement>($"/api/films/{film}/structure?takes=all");
        whole.GetProperty("shots").EnumerateArray().SelectMany(s => s.GetProperty("takes").EnumerateArray())
            .Where(t => t.GetProperty("details").GetProperty("stale").GetBoolean()).Select(t => t.Id()).Should().BeEquivalentTo(stale.Select(s => s.Take));
        foreach (var pick in all)
        {
            var expected = stale.Contains(pick);
            (await client.GetAsync<JsonElement>($"/api/shots/{pick.Shot}")).GetProperty("selectedTake").GetProperty("stale").GetBoolean().Should().Be(expected);
            (await client.GetAsync<JsonElement>($"/api/assets/{pick.Take}")).GetProperty("details").GetProperty("stale").GetBoolean().Should().Be(expected);
            (await client.GetAsync<JsonElement>($"/api/takes/{pick.Take}/recipe")).GetProperty("stale").GetBoolean().Should().Be(expected);
        }
    }
}
