using System.Net;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Assets;

public sealed class AssetPatchTests(DirectorApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task A_merge_patch_changes_what_it_mentions_and_null_removes()
    {
        using var client = await App.CreateClient("ada");
        var made = await client.PostAsync<AssetAnswer>("/api/assets", """
            {"type":"character_ref","name":"Mira","description":"A sailor","externalId":"CH-1","metadata":{"dept":"cast","old":"1"},
             "details":{"characterType":"human","attributes":{"hair_color":"red","coat":"long"},"consistencyPrompt":"sailor"}}
            """);

        var changed = await client.PatchAsync<AssetAnswer>($"/api/assets/{made.Id}",
            """{"description":null,"metadata":{"old":null,"new":"2"},"details":{"attributes":{"coat":null,"eyes":"grey"},"consistencyPrompt":null},"rating":4,"favorite":true}""", made.Version);

        changed.Name.Should().Be("Mira");
        changed.ExternalId.Should().Be("CH-1");
        changed.Description.Should().BeNull();
        changed.Metadata.Should().Equal(new Dictionary<string, string> { ["dept"] = "cast", ["new"] = "2" });
        changed.Detail("characterType").Should().Be("human");
        changed.Detail("consistencyPrompt").Should().BeNull();
        changed.Details.GetProperty("attributes").EnumerateObject().Select(a => (a.Name, a.Value.GetString())).Should().BeEquivalentTo([("hair_color", "red"), ("eyes", "grey")]);
        (changed.Rating, changed.Favorite).Should().Be((4, true));
        changed.Version.Should().Be(made.Version + 1);
        (await client.ReadAsync(made.Id)).Should().BeEquivalentTo(changed, o => o.Excluding(a => a.Details));
    }

    [Fact]
    public async Task Without_the_version_it_saw_a_change_is_refused()
    {
        using var client = await App.CreateClient("ada");
        var made = await client.MakeAsync("film");
        var problem = await client.SendJsonAsync(HttpMethod.Patch, $"/api/assets/{made.Id}", new { name = "B" }).ProblemAsync();
        (problem.HttpStatus, problem.Code).Should().Be((428, "asset.versionRequired"));
    }

    [Fact]
    public async Task A_stale_version_is_refused_and_changes_nothing()
    {
        using var client = await App.CreateClient("ada");
        var made = await client.MakeAsync("film");
        await client.PatchAsync<AssetAnswer>($"/api/assets/{made.Id}", new { name = "B" }, made.Version);
        var problem = await client.SendJsonAsync(HttpMethod.Patch, $"/api/assets/{made.Id}", new { name = "C" }, made.Version).ProblemAsync();
        (problem.HttpStatus, problem.Code).Should().Be((412, "asset.stale"));
        (await client.ReadAsync(made.Id)).Name.Should().Be("B");
    }

    [Theory]
    [InlineData("""{"position":"a1"}""", "position")]
    [InlineData("""{"name":5}""", "name")]
    [InlineData("""{"name":null}""", "name")]
    [InlineData("""{"rating":6}""", "rating")]
    [InlineData("""{"code":"X"}""", "code")]
    [InlineData("""{"details":{"frameRate":"fast"}}""", "details.frameRate")]
    [InlineData("""{"details":null}""", "details")]
    [InlineData("""{"metadata":{"a":1}}""", "metadata.a")]
    [InlineData("""{"status":"\u0000"}""", "status")]
    public async Task A_patch_that_does_not_fit_is_refused_with_its_path(string patch, string path)
    {
        using var client = await App.CreateClient("ada");
        var made = await client.MakeAsync("film");
        var problem = await client.SendJsonAsync(HttpMethod.Patch, $"/api/assets/{made.Id}", patch, made.Version).ProblemAsync();
        problem.HttpStatus.Should().Be(422);
        problem.Fields.Should().Contain(path);
        (await client.ReadAsync(made.Id)).Version.Should().Be(made.Version);
    }

    [Fact]
    public async Task Of_two_with_the_same_external_id_and_type_the_second_is_refused()
    {
        using var client = await App.CreateClient("ada");
        await client.PostAsync<AssetAnswer>("/api/assets", new { type = "prop", name = "A", externalId = "P-1" });
        var problem = await client.PostJsonAsync("/api/assets", new { type = "prop", name = "B", externalId = "P-1" }).ProblemAsync();
        (problem.HttpStatus, problem.Code).Should().Be((409, "asset.externalIdTaken"));
        await client.PostAsync<AssetAnswer>("/api/assets", new { type = "style", name = "B", externalId = "P-1" });
    }
}
