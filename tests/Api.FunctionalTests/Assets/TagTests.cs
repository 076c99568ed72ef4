using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Assets;

public sealed class TagTests(DirectorApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task Tags_are_made_changed_counted_and_deleted()
    {
        using var client = await App.CreateClient("ada");
        var night = await client.PostAsync<TagAnswer>("/api/tags", new { name = "Night", category = "time", colour = "#112233" });
        var prop = await client.PostAsync<AssetAnswer>("/api/assets", new { type = "prop", name = "Lamp", tags = new[] { "night", "Brass" } });
        var gone = await client.PostAsync<AssetAnswer>("/api/assets", new { type = "prop", name = "Rope", tags = new[] { "brass" } });
        prop.Tags.Should().Equal("Brass", "Night");
        await client.RemoveAsync(gone).SucceedsAsync();

        (await ListAsync(client)).Select(t => (t.Name, t.Usage)).Should().Equal(("Brass", 1), ("Night", 1));
        (await ListAsync(client, "?q=ni")).Should().Equal(night with { Usage = 1 });
        (await ListAsync(client, "?category=time")).Should().ContainSingle();

        var renamed = await client.PatchAsync<TagAnswer>($"/api/tags/{night.Id}", """{"name":"Dusk","category":null}""");
        renamed.Should().Be(new TagAnswer(night.Id, "Dusk", null, "#112233", 1));
        (await client.ReadAsync(prop.Id)).Tags.Should().Equal("Brass", "Dusk");

        await client.DeleteAsync($"/api/tags/{night.Id}").SucceedsAsync();
        (await client.ReadAsync(prop.Id)).Tags.Should().Equal("Brass");
        (await client.DeleteAsync($"/api/tags/{night.Id}").ProblemAsync()).Code.Should().Be("tag.notFound");
    }

    [Theory]
    [InlineData("""{"name":"NIGHT"}""", 409, "tag.nameTaken", "name")]
    [InlineData("""{"name":" "}""", 422, "input.invalid", "name")]
    [InlineData("""{"name":"a\u0000"}""", 422, "input.invalid", "name")]
    [InlineData("""{"name":"a","colour":"red"}""", 422, "input.invalid", "colour")]
    [InlineData("""{"name":"a","category":"\u0000"}""", 422, "input.invalid", "category")]
    public async Task What_does_not_fit_is_refused(string body, int status, string code, string field)
    {
        using var client = await App.CreateClient("ada");
        await client.PostAsync<TagAnswer>("/api/tags", new { name = "Night" });
        var problem = await client.PostJsonAsync("/api/tags", body).ProblemAsync();
        (problem.HttpStatus, problem.Code).Should().Be((status, code));
        problem.Fields.Should().Equal(field);
    }

    [Fact]
    public async Task Setting_an_assets_tags_replaces_them_and_raises_its_version()
    {
        using var client = await App.CreateClient("ada");
        var prop = await client.PostAsync<AssetAnswer>("/api/assets", new { type = "prop", name = "Lamp", tags = new[] { "a", "b" } });
        var set = await client.PutAsync<AssetAnswer>($"/api/assets/{prop.Id}/tags", new { tags = new[] { "C", "b", " c " } });
        set.Tags.Should().Equal("b", "C");
        set.Version.Should().Be(prop.Version + 1);
        (await client.PutAsync<AssetAnswer>($"/api/assets/{prop.Id}/tags", new { tags = new[] { "c", "B" } })).Version.Should().Be(set.Version, "nothing changed");
        (await client.SendJsonAsync(HttpMethod.Put, $"/api/assets/{prop.Id}/tags", new { tags = Array.Empty<string>() }, prop.Version).ProblemAsync()).HttpStatus.Should().Be(412);
        (await client.SendJsonAsync(HttpMethod.Put, $"/api/assets/{prop.Id}/tags", new { tags = Enumerable.Range(0, 101).Select(i => $"t{i}") }).ProblemAsync()).Fields.Should().Equal("tags");
        (await client.SendJsonAsync(HttpMethod.Put, $"/api/assets/{prop.Id}/tags", new { tags = new[] { "ok", "" } }).ProblemAsync()).Fields.Should().Equal("tags[1]");
    }

    [Fact]
    public async Task Many_who_bring_the_same_new_word_at_once_share_one_tag()
    {
        using var client = await App.CreateClient("ada");
        var made = await Task.WhenAll(Enumerable.Range(0, 12).Select(i =>
            client.PostAsync<AssetAnswer>("/api/assets", new { type = "prop", name = $"P{i}", tags = i % 2 == 0 ? new[] { "red", "blue" } : ["BLUE", "Red"] })));
        made.Should().OnlyContain(a => a.Tags.Length == 2);
        (await ListAsync(client)).Should().HaveCount(2).And.OnlyContain(t => t.Usage == 12);
    }

    private static async Task<TagAnswer[]> ListAsync(HttpClient client, string query = "") => (await client.GetAsync<PageAnswer<TagAnswer>>($"/api/tags{query}")).Items;
}
