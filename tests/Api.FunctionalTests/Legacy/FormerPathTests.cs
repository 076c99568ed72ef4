using System.Net;
using System.Text.Json.Nodes;
using Director.Api.FunctionalTests.Contract;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Legacy;

/// <summary>The former system's addresses with its shapes, by former ids, over what was imported from it.</summary>
public sealed class FormerPathTests(DirectorApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task Former_ids_resolve_on_former_paths_with_the_former_shapes()
    {
        var stage = await LegacyStage.OfAsync(App);
        using var lena = await App.CreateClient("lena");
        await LegacyStage.ImportAsync(App, stage.Export);
        lena.DefaultRequestHeaders.Add("X-Workspace", "lena");

        var rex = await ReadAsync(lena, "/api/characters/c3");
        Names(rex).Should().Equal("id", "workspace_id", "name", "description", "reference_images", "attributes", "consistency_prompt", "projects_used", "created_at", "updated_at");
        rex["name"]!.ToString().Should().Be("Rex");
        rex["attributes"]!["character_type"]!.ToString().Should().Be("dinosaur");
        rex["reference_images"]!.AsArray().Should().ContainSingle().Which!.ToString().Should().StartWith("/api/assets/").And.EndWith("/media");
        (await ReadAsync(lena, "/api/characters?project_id=f2"))["characters"]!.AsArray().Should().ContainSingle().Which!["projects_used"]!.AsArray().Should().HaveCount(1);

        var shots = await ReadAsync(lena, "/api/film/shots?film_project_id=f2&status=approved");
        shots["total"]!.GetValue<int>().Should().BeGreaterThan(0).And.Be(shots["shots"]!.AsArray().Count);
        Names(shots["shots"]![0]!).Should().Equal("id", "shot_id", "film_project_id", "video_url", "thumbnail_url", "image_url", "audio_url", "prompt", "duration", "sequence_order", "status", "review");
        var k3 = await ReadAsync(lena, "/api/film/shots/k3");
        k3["video_url"]!.ToString().Should().Be("https://expired.example.test/v.mp4?token=3");
        Names(k3["review"]!).Should().Equal("status", "notes", "reviewer", "reviewed_at");
        k3["review"]!["status"]!.ToString().Should().Be("approved");
        (await ReadAsync(lena, "/api/film/projects/f2/shots"))["total"]!.GetValue<int>().Should().Be(300);
        Names(await ReadAsync(lena, "/api/film/projects/f2/stats")).Should().Equal("total", "approved", "rejected", "needs_revision", "pending", "progress");

        using var reviewed = await lena.PostJsonAsync("/api/film/shots/k99/review", new { status = "needs_revision", notes = "Again.", reviewer = "Lena" });
        (await JsonAsync(reviewed))["review"]!["status"]!.ToString().Should().Be("needs_revision");
        (await JsonAsync(await lena.DeleteAsync("/api/film/shots/k99/review")))["review"].Should().BeNull();
        (await lena.PostJsonAsync("/api/film/shots/k99/review", new { status = "wonderful" }).ProblemAsync()).HttpStatus.Should().Be(422);

        var board = JsonNode.Parse(await lena.GetStringAsync("/api/storyboard/shots/by-film/f2"))!.AsArray();
        board.Should().HaveCount(75);
        using var moved = await lena.SendJsonAsync(HttpMethod.Put, "/api/storyboard/shots/batch-sequence", new[] { new { shot_id = board[5]!["id"]!.ToString(), sequence_order = 0 }, new { shot_id = board[0]!["id"]!.ToString(), sequence_order = 1 } });
        moved.StatusCode.Should().Be(HttpStatusCode.OK);
        JsonNode.Parse(await lena.GetStringAsync("/api/storyboard/shots/by-film/f2"))!.AsArray().Take(2).Select(s => s!["id"]!.ToString()).Should().Equal(board[5]!["id"]!.ToString(), board[0]!["id"]!.ToString());

        var content = await ReadAsync(lena, "/api/v1/content?source_type=youtube&page=2&page_size=30");
        Names(content).Should().Equal("items", "total", "page", "page_size");
        content["items"]!.AsArray().Should().HaveCount(11, "forty, and one in another language, which is a text of its own");
        const string talk = "00000000-0000-4000-8000-000000000001";
        (await ReadAsync(lena, $"/api/v1/content/{talk}/text"))["text"]!.ToString().Should().Be("The lamp goes out at night.");
        (await ReadAsync(lena, $"/api/v1/content/{talk}/text?language=ru"))["text"]!.ToString().Should().Be("Лампа гаснет ночью.");
        JsonNode.Parse(await lena.GetStringAsync("/api/v1/tags"))!.AsArray().Select(t => t!["name"]!.ToString()).Should().Contain("Wet");
        (await lena.GetAsync("/api/film/shots/k4040").ProblemAsync()).Code.Should().Be("asset.notFound");
    }

    [Fact]
    public async Task A_character_is_made_changed_cast_and_deleted_over_the_former_path()
    {
        using var ada = await App.CreateClient("ada");
        var film = await ada.PostAsync<JsonNode>("/api/films", new { title = "Tin" });

        using var made = await ada.PostJsonAsync("/api/characters", new { workspace_id = "w1", name = "Tin", description = "Of tin.", reference_images = new[] { "https://example.test/tin.png" }, attributes = new { character_type = "robot", material = "tin", distinctive_features = new[] { "dent", "rust" } } });
        made.StatusCode.Should().Be(HttpStatusCode.Created);
        made.Headers.GetValues("Deprecation").Should().ContainSingle().Which.Should().StartWith("@");
        made.Headers.GetValues("Link").Should().Equal("</api/assets>; rel=\"successor-version\"");
        var tin = await JsonAsync(made);
        tin["consistency_prompt"]!.ToString().Should().Be("Tin (robot): made of tin, distinctive features: dent, rust");
        tin["reference_images"]!.AsArray().Select(i => i!.ToString()).Should().Equal("https://example.test/tin.png");

        using var changed = await ada.SendJsonAsync(HttpMethod.Put, $"/api/characters/{tin["id"]}", new { name = "Tinny", attributes = new { power_source = "steam" } });
        (await JsonAsync(changed))["attributes"]!["power_source"]!.ToString().Should().Be("steam");
        using var cast = await ada.PostJsonAsync($"/api/characters/{tin["id"]}/add-project?project_id={film["id"]}");
        (await JsonAsync(cast))["projects_used"]!.AsArray().Select(p => p!.ToString()).Should().Equal(film["id"]!.ToString());
        using var deleted = await ada.DeleteAsync($"/api/characters/{tin["id"]}");
        deleted.StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await ada.GetAsync($"/api/characters/{tin["id"]}").ProblemAsync()).HttpStatus.Should().Be(404);
    }

    [Fact]
    public async Task Without_a_key_a_former_path_says_how_to_add_one()
    {
        using var nobody = App.Anonymous();

        var refused = await nobody.GetAsync("/api/characters").ProblemAsync();

        refused.Should().BeEquivalentTo(new { HttpStatus = 401, Code = "auth.required" });
        refused.Title.Should().Contain("Authorization: Bearer dir_");
        (await ReadAsync(nobody, "/api/health"))["status"]!.ToString().Should().Be("healthy");
    }

    [Fact]
    public void Every_former_path_is_deprecated_and_names_its_successor() =>
        ApiContract.Committed.Operations.Where(o => o.Id.StartsWith("legacy", StringComparison.Ordinal)).Should().HaveCountGreaterThan(25)
            .And.OnlyContain(o => o.Node["deprecated"]!.GetValue<bool>() && o.Node["description"]!.ToString().Contains("replaces it"));

    private static IEnumerable<string> Names(JsonNode node) => node.AsObject().Select(p => p.Key);

    private static async Task<JsonNode> ReadAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path);
        return await JsonAsync(response);
    }

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.Should().BeTrue("{0}", text);
        return JsonNode.Parse(text)!;
    }
}
