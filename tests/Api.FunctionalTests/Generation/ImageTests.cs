using System.Text.Json;
using Director.Api.FunctionalTests.Harness;
using Director.Application.Generation;
using Director.Domain.Generation;

namespace Director.Api.FunctionalTests.Generation;

/// <summary>Reference images of characters, locations, props and styles, and the prompt of a shot.</summary>
public sealed class ImageTests(DirectorApp app) : FunctionalTest(app)
{
    private static readonly object Mira = new { characterType = "human", attributes = new { color = "#c7923a", eye_color = "grey", age = "34", hair_color = "red", gender = "woman", distinctive_features = "a scar on the chin" } };

    [Fact]
    public async Task Sketch_draws_character_sheets_without_any_key_and_the_first_is_the_key_image()
    {
        var ada = await App.CreateClient("ada");
        var mira = await ada.AssetAsync("character_ref", "Mira", null, Mira);
        var version = (await ada.GetAsync<JsonElement>($"/api/assets/{mira}")).GetProperty("version").GetInt64();
        var accepted = await AskAsync(ada, mira, new { count = 4, seed = 100 });
        accepted.Select(a => a.GetProperty("seed").GetInt64()).Should().Equal(100, 101, 102, 103);
        (await ada.SettledAsync()).Should().OnlyContain(g => g.State() == "succeeded" && g.GetProperty("makes").GetString() == "image" && g.GetProperty("imageId").ValueKind == JsonValueKind.String);
        var images = await ImagesAsync(ada, mira);
        images.Should().HaveCount(4);
        images.Select(i => i.GetProperty("media").GetProperty("sha256").GetString()).Should().OnlyHaveUniqueItems();
        var shown = await ada.GetAsync<JsonElement>($"/api/assets/{mira}");
        images.Select(i => i.GetProperty("id").GetGuid()).Should().Contain(shown.GetProperty("selectedChildId").GetGuid());
        shown.GetProperty("media").GetProperty("contentType").GetString().Should().Be("image/webp");
        shown.GetProperty("version").GetInt64().Should().Be(version, "a machine's work does not make a person's text stale");

        var pick = shown.GetProperty("selectedChildId").GetGuid();
        await AskAsync(ada, mira, new { });
        await ada.SettledAsync();
        (await ada.GetAsync<JsonElement>($"/api/assets/{mira}")).GetProperty("selectedChildId").GetGuid().Should().Be(pick, "a person's or an earlier pick stays");
    }

    [Fact]
    public async Task Three_of_four_that_succeed_are_kept_with_their_cost()
    {
        App.Provider.OnSubmit = (r, _) => Task.FromResult<ProviderAnswer>(r.Recipe.Seed == 3
            ? new ProviderAnswer.Refused(new GenerationFailure(FailureKind.Moderation, "Not this one.", Billable: true), Money.Of(0.05m, "USD").Value)
            : new ProviderAnswer.Finished([WorkerTests.Picture()], Money.Of(0.25m, "USD").Value));
        var ada = await App.CreateClient("ada");
        var mira = await ada.AssetAsync("character_ref", "Mira", null, Mira);
        await AskAsync(ada, mira, new { provider = "fake", count = 4, seed = 1, prompt = "smiling" });
        var runs = await ada.SettledAsync();
        runs.Count(r => r.State() == "succeeded").Should().Be(3);
        (await ImagesAsync(ada, mira)).Should().HaveCount(3).And.OnlyContain(i => i.GetProperty("cost").GetProperty("amount").GetDecimal() == 0.25m);
        (await ada.GetAsync<JsonElement>($"/api/assets/{mira}")).GetProperty("cost").GetProperty("amount").GetDecimal().Should().Be(0.8m);
        App.Provider.Submitted.Select(s => s.Recipe.Prompt).Distinct().Should().Equal(
            "Mira: age 34, woman, red hair, grey eyes, distinctive features: a scar on the chin. smiling");
        (await ada.GetAsync<JsonElement>("/api/costs?by=shot")).GetProperty("items")[0].GetProperty("name").GetString().Should().Be("Mira");
    }

    [Theory]
    [InlineData("location")]
    [InlineData("prop")]
    [InlineData("style")]
    public async Task Locations_props_and_styles_get_images_too(string type)
    {
        var ada = await App.CreateClient("ada");
        var thing = await ada.AssetAsync(type, "Lighthouse lantern", null, new { prompt = "a brass lantern in a lighthouse", palette = new[] { "#aa8833" } });
        await AskAsync(ada, thing, new { count = 2 });
        (await ada.SettledAsync()).Should().OnlyContain(g => g.State() == "succeeded");
        (await ImagesAsync(ada, thing)).Should().HaveCount(2);
    }

    [Fact]
    public async Task A_film_has_no_reference_images()
    {
        var ada = await App.CreateClient("ada");
        (await ada.PostJsonAsync($"/api/assets/{await ada.FilmAsync()}/generate", new { }).ProblemAsync()).Code.Should().Be("generation.noReferenceImages");
        (await ada.PostJsonAsync($"/api/assets/{Guid.CreateVersion7()}/generate", new { }).ProblemAsync()).HttpStatus.Should().Be(404);
    }

    [Fact]
    public async Task A_shots_prompt_shows_its_parts_can_be_edited_and_what_was_sent_is_kept()
    {
        App.Provider.OnSubmit = (_, _) => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Finished([WorkerTests.Picture()], Money.Free("USD")));
        var ada = await App.CreateClient("ada");
        var film = await ada.FilmAsync();
        var shot = await ada.ShotAsync(film);
        var mira = await ada.AssetAsync("character_ref", "Mira", null, Mira);
        var ink = await ada.AssetAsync("style", "Ink", null, new { prompt = "black ink on wet paper" });
        var pier = await ada.AssetAsync("location", "Pier", null, new { prompt = "a long wooden pier" });
        await ada.PutAsync<JsonElement>($"/api/shots/{shot}/links", new { characters = new[] { mira }, styles = new[] { ink }, locations = new[] { pier } });

        var shown = await ada.GetAsync<JsonElement>($"/api/shots/{shot}/prompt");
        shown.GetProperty("parts").EnumerateArray().Select(p => p.GetProperty("role").GetString()).Should().Equal("character", "location", "text", "camera", "style");
        var prompt = shown.GetProperty("prompt").GetString()!;
        prompt.Should().Be("Mira: age 34, woman, red hair, grey eyes, distinctive features: a scar on the chin. Pier: a long wooden pier. Mira waits on the pier in the rain. MS shot, low angle, camera pushIn. Ink: black ink on wet paper");

        await ada.GenerateAsync(shot, new { provider = "fake" });
        await ada.GenerateAsync(shot, new { provider = "fake", prompt = prompt + ". at dawn" });
        await ada.SettledAsync();
        App.Provider.Submitted.Select(s => s.Recipe.Prompt).Should().BeEquivalentTo(prompt, prompt + ". at dawn");
        (await ada.TakesAsync(shot)).Select(t => t.GetProperty("details").GetProperty("recipe").GetProperty("prompt").GetString()).Should().BeEquivalentTo(prompt, prompt + ". at dawn");
    }

    private static async Task<IReadOnlyList<JsonElement>> AskAsync(HttpClient client, Guid asset, object body) =>
        [.. (await client.PostAsync<JsonElement>($"/api/assets/{asset}/generate", body)).EnumerateArray()];

    private static async Task<IReadOnlyList<JsonElement>> ImagesAsync(HttpClient client, Guid asset) =>
        [.. (await client.GetAsync<JsonElement>($"/api/assets?type=image&parentId={asset}&limit=200")).GetProperty("items").EnumerateArray()];
}
