using System.Net;
using System.Text.Json;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Assets;

public sealed class RelationshipTests(DirectorApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task A_link_is_made_changed_and_taken_away()
    {
        using var client = await App.CreateClient("ada");
        var (_, _, shot, _) = await client.FilmAsync(takes: 0);
        var mira = await client.MakeAsync("character_ref", "Mira");
        var joe = await client.MakeAsync("character_ref", "Joe");

        var first = await LinkAsync(client, shot, mira, "uses_character");
        var second = await LinkAsync(client, shot, joe, "uses_character");
        (first.Sequence, second.Sequence).Should().Be((0, 1));
        (await LinkedAsync(client, shot, "uses_character")).Should().Equal(mira.Id, joe.Id);

        var changed = await client.PatchAsync<LinkAnswer>($"/api/relationships/{first.Id}", new { sequence = 5, metadata = new { line = "left" } });
        changed.Metadata.Should().Equal(new Dictionary<string, string> { ["line"] = "left" });
        (await LinkedAsync(client, shot, "uses_character")).Should().Equal(joe.Id, mira.Id);

        await client.DeleteAsync($"/api/relationships/{second.Id}").SucceedsAsync();
        (await LinkedAsync(client, shot, "uses_character")).Should().Equal(mira.Id);
        (await client.DeleteAsync($"/api/relationships/{second.Id}").ProblemAsync()).Code.Should().Be("relationship.notFound");
    }

    [Fact]
    public async Task Children_and_parents_answer_for_both_halves()
    {
        using var client = await App.CreateClient("ada");
        var (_, scene, shot, takes) = await client.FilmAsync(takes: 1);
        var prop = await client.MakeAsync("prop", "Lamp");
        await LinkAsync(client, shot, prop, "uses_prop");

        var children = await client.GetAsync<PageAnswer<JsonElement>>($"/api/assets/{shot.Id}/children");
        children.Items.Select(c => (c.GetProperty("kind").GetString(), c.GetProperty("asset").GetProperty("id").GetGuid())).Should().Equal(("contains", takes[0].Id), ("uses_prop", prop.Id));
        var parents = await client.GetAsync<PageAnswer<JsonElement>>($"/api/assets/{shot.Id}/parents");
        parents.Items.Select(c => c.GetProperty("asset").GetProperty("id").GetGuid()).Should().Equal(scene.Id);
        var users = await client.GetAsync<PageAnswer<JsonElement>>($"/api/assets/{prop.Id}/parents?kind=uses_prop");
        users.Items.Select(c => c.GetProperty("asset").GetProperty("id").GetGuid()).Should().Equal(shot.Id);
    }

    [Fact]
    public async Task What_the_type_does_not_allow_or_is_linked_already_is_refused()
    {
        using var client = await App.CreateClient("ada");
        var (film, _, shot, _) = await client.FilmAsync(takes: 0);
        var prop = await client.MakeAsync("prop", "Lamp");
        await LinkAsync(client, shot, prop, "uses_prop");

        (await RefusedAsync(client, shot.Id, prop.Id, "uses_character")).Should().Be((422, "relationship.notAllowed", "kind"));
        (await RefusedAsync(client, film.Id, prop.Id, "cast_in")).Should().Be((422, "relationship.notAllowed", "kind"));
        (await RefusedAsync(client, shot.Id, prop.Id, "owns")).Should().Be((422, "relationship.unknownKind", "kind"));
        (await RefusedAsync(client, shot.Id, shot.Id, "uses_asset")).Should().Be((422, "relationship.toItself", "childId"));
        (await RefusedAsync(client, shot.Id, prop.Id, "uses_prop")).Should().Be((409, "relationship.exists", null));
        (await client.PostJsonAsync("/api/relationships", new { parentId = shot.Id, childId = prop.Id, kind = "uses_asset", sequence = -1 }).ProblemAsync()).Fields.Should().Equal("sequence");
        (await client.PostJsonAsync("/api/relationships", new { parentId = shot.Id, childId = prop.Id, kind = "uses_asset", metadata = new { a = "\0" } }).ProblemAsync()).Fields.Should().Equal("metadata");
    }

    [Fact]
    public async Task An_end_that_is_missing_foreign_or_deleted_is_not_found_by_its_field()
    {
        using var client = await App.CreateClient("ada");
        using var bob = await App.CreateClient("bob");
        var (_, _, shot, _) = await client.FilmAsync(takes: 0);
        var prop = await client.MakeAsync("prop");
        var gone = await client.MakeAsync("prop");
        await client.RemoveAsync(gone).SucceedsAsync();
        var theirs = await bob.MakeAsync("prop");

        foreach (var id in new[] { Guid.CreateVersion7(), theirs.Id, gone.Id })
        {
            (await RefusedAsync(client, shot.Id, id, "uses_prop")).Should().Be((404, "asset.notFound", "childId"));
            (await RefusedAsync(client, id, prop.Id, "uses_asset")).Should().Be((404, "asset.notFound", "parentId"));
        }

        var link = await LinkAsync(client, shot, prop, "uses_prop");
        (await bob.DeleteAsync($"/api/relationships/{link.Id}")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_link_that_closes_a_circle_of_lineage_is_refused()
    {
        using var client = await App.CreateClient("ada");
        var images = new List<AssetAnswer>();
        for (var i = 0; i < 3; i++) images.Add(await client.MakeAsync("image", $"I{i}"));
        await LinkAsync(client, images[0], images[1], "derived_from");
        await LinkAsync(client, images[1], images[2], "generated_from");
        (await RefusedAsync(client, images[2].Id, images[0].Id, "variant_of")).Should().Be((409, "relationship.circle", "childId"));

        var up = await client.GetAsync<JsonElement>($"/api/assets/{images[0].Id}/lineage");
        up.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("id").GetGuid()).Should().BeEquivalentTo(images.Select(i => i.Id));
        up.GetProperty("edges").GetArrayLength().Should().Be(2);
    }

    [Fact]
    public async Task Racing_links_without_a_common_end_cannot_close_a_circle_together()
    {
        using var client = await App.CreateClient("ada");
        for (var round = 0; round < 10; round++)
        {
            var (a, b, c, d) = (await client.MakeAsync("image"), await client.MakeAsync("image"), await client.MakeAsync("image"), await client.MakeAsync("image"));
            await LinkAsync(client, a, b, "derived_from");
            await LinkAsync(client, c, d, "derived_from");

            var statuses = await Task.WhenAll(((AssetAnswer, AssetAnswer)[])[(b, c), (d, a)] is var racing
                ? racing.Select(async r =>
                {
                    using var response = await client.PostJsonAsync("/api/relationships", new { parentId = r.Item1.Id, childId = r.Item2.Id, kind = "derived_from" });
                    return response.StatusCode;
                })
                : []);
            statuses.Should().BeEquivalentTo([HttpStatusCode.Created, HttpStatusCode.Conflict]);
        }
    }

    [Fact]
    public async Task The_films_structure_has_a_new_tag_when_somebody_cast_in_it_changes()
    {
        using var client = await App.CreateClient("ada");
        var film = await client.MakeAsync("film");
        var mira = await client.MakeAsync("character_ref", "Mira");

        async Task<long> RevisionAsync() => (await App.Database.ListAsync<long>("select revision from film_revisions where film_id = $1", film.Id)).SingleOrDefault();
        var before = await RevisionAsync();
        await LinkAsync(client, mira, film, "cast_in");
        var cast = await RevisionAsync();
        cast.Should().BeGreaterThan(before);
        await client.PatchAsync<AssetAnswer>($"/api/assets/{mira.Id}", new { name = "Myra" }, mira.Version);
        (await RevisionAsync()).Should().BeGreaterThan(cast);
    }

    internal static Task<LinkAnswer> LinkAsync(HttpClient client, AssetAnswer parent, AssetAnswer child, string kind) =>
        client.PostAsync<LinkAnswer>("/api/relationships", new { parentId = parent.Id, childId = child.Id, kind });

    internal static async Task<Guid[]> LinkedAsync(HttpClient client, AssetAnswer parent, string kind) =>
        [.. (await client.GetAsync<PageAnswer<JsonElement>>($"/api/assets/{parent.Id}/children?kind={kind}")).Items.Select(c => c.GetProperty("asset").GetProperty("id").GetGuid())];

    private static async Task<(int, string, string?)> RefusedAsync(HttpClient client, Guid parent, Guid child, string kind)
    {
        var problem = await client.PostJsonAsync("/api/relationships", new { parentId = parent, childId = child, kind }).ProblemAsync();
        return (problem.HttpStatus, problem.Code, problem.Fields.SingleOrDefault());
    }
}
