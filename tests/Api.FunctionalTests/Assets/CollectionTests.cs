using System.Net;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Assets;

public sealed class CollectionTests(DirectorApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task A_collection_is_made_read_changed_and_listed()
    {
        using var client = await App.CreateClient("ada");
        var top = await MakeAsync(client, "Season", "project");
        var inside = await MakeAsync(client, "Boards", "storyboard", top.Id);
        (await client.GetAsync<CollectionAnswer>($"/api/collections/{inside.Id}")).Should().Be(inside);

        var changed = await client.PatchAsync<CollectionAnswer>($"/api/collections/{inside.Id}", new { name = "Frames" }, inside.Version);
        (changed.Name, changed.Kind, changed.ParentId).Should().Be(("Frames", "storyboard", top.Id));
        (await client.SendJsonAsync(HttpMethod.Patch, $"/api/collections/{inside.Id}", new { name = "X" }, inside.Version).ProblemAsync()).HttpStatus.Should().Be(412);
        (await client.PatchAsync<CollectionAnswer>($"/api/collections/{inside.Id}", """{"parentId":null}""")).ParentId.Should().BeNull();

        (await NamesAsync(client, "")).Should().Equal("Frames", "Season");
        (await NamesAsync(client, "?kind=project")).Should().Equal("Season");
        (await NamesAsync(client, $"?parentId={top.Id}")).Should().BeEmpty();
        var page = await client.GetAsync<PageAnswer<CollectionAnswer>>("/api/collections?limit=1");
        (await NamesAsync(client, $"?limit=1&cursor={page.Next}")).Should().Equal("Season");
    }

    [Theory]
    [InlineData("""{"name":""}""", 422, "name")]
    [InlineData("""{"name":"A","kind":"box"}""", 422, "kind")]
    [InlineData("""{"name":"A\u0000"}""", 422, "name")]
    [InlineData("""{"name":"A","parentId":"01890000-0000-7000-8000-000000000000"}""", 404, "parentId")]
    public async Task What_does_not_fit_is_refused(string body, int status, string field)
    {
        using var client = await App.CreateClient("ada");
        var problem = await client.PostJsonAsync("/api/collections", body).ProblemAsync();
        problem.HttpStatus.Should().Be(status);
        problem.Fields.Should().Equal(field);
    }

    [Fact]
    public async Task Collections_nest_without_circles()
    {
        using var client = await App.CreateClient("ada");
        var a = await MakeAsync(client, "A");
        var b = await MakeAsync(client, "B", parent: a.Id);
        var c = await MakeAsync(client, "C", parent: b.Id);
        foreach (var below in new[] { a, b, c })
            (await client.SendJsonAsync(HttpMethod.Patch, $"/api/collections/{a.Id}", new { parentId = below.Id }).ProblemAsync()).Code.Should().Be("collection.circle");
    }

    [Fact]
    public async Task Collections_nest_so_deep_and_no_deeper()
    {
        using var client = await App.CreateClient("ada");
        var chain = new List<CollectionAnswer> { await MakeAsync(client, "1") };
        for (var level = 2; level <= 12; level++) chain.Add(await MakeAsync(client, $"{level}", parent: chain[^1].Id));
        var pair = await MakeAsync(client, "Pair");
        var lower = await MakeAsync(client, "Lower", parent: pair.Id);

        (await client.PostJsonAsync("/api/collections", new { name = "13", parentId = chain[^1].Id }).ProblemAsync()).Should().BeEquivalentTo(new { Code = "collection.tooDeep", HttpStatus = 422 });
        (await client.SendJsonAsync(HttpMethod.Patch, $"/api/collections/{pair.Id}", new { parentId = chain[10].Id }).ProblemAsync()).Code.Should().Be("collection.tooDeep", "what lies in it would be too deep");
        (await client.PatchAsync<CollectionAnswer>($"/api/collections/{pair.Id}", new { parentId = chain[9].Id })).ParentId.Should().Be(chain[9].Id);
        (await client.GetAsync<PageAnswer<CollectionAnswer>>($"/api/collections?parentId={pair.Id}")).Items.Select(c => c.Id).Should().Equal(lower.Id);
    }

    [Fact]
    public async Task Members_are_a_whole_list_in_order_and_only_live_ones_show()
    {
        using var client = await App.CreateClient("ada");
        var collection = await MakeAsync(client, "A");
        var assets = new List<AssetAnswer>();
        for (var i = 0; i < 5; i++) assets.Add(await client.MakeAsync("prop", $"P{i}"));
        var order = new[] { 3, 0, 4, 1 }.Select(i => assets[i].Id).ToArray();

        var set = await SetAsync(client, collection, order);
        (set.MemberCount, set.Version).Should().Be((4, collection.Version + 1));
        (await MembersAsync(client, collection)).Should().Equal(order);
        (await SetAsync(client, collection, order)).Version.Should().Be(set.Version, "nothing changed");

        await SetAsync(client, collection, [.. order.Reverse().Skip(1)]);
        (await MembersAsync(client, collection)).Should().Equal(order.Reverse().Skip(1));
        await client.RemoveAsync(assets[0]).SucceedsAsync();
        (await MembersAsync(client, collection)).Should().Equal(assets[4].Id, assets[3].Id);
    }

    [Fact]
    public async Task Unknown_foreign_and_repeated_members_are_refused_by_their_place()
    {
        using var client = await App.CreateClient("ada");
        using var bob = await App.CreateClient("bob");
        var collection = await MakeAsync(client, "A");
        var mine = await client.MakeAsync("prop");
        var theirs = await bob.MakeAsync("prop");

        var unknown = await client.SendJsonAsync(HttpMethod.Put, $"/api/collections/{collection.Id}/members", new { assetIds = new[] { mine.Id, theirs.Id, Guid.CreateVersion7() } }).ProblemAsync();
        (unknown.HttpStatus, unknown.Code).Should().Be((404, "asset.notFound"));
        unknown.Fields.Should().Equal("assetIds[1]", "assetIds[2]");
        var twice = await client.SendJsonAsync(HttpMethod.Put, $"/api/collections/{collection.Id}/members", new { assetIds = new[] { mine.Id, mine.Id } }).ProblemAsync();
        (twice.HttpStatus, twice.Code).Should().Be((422, "collection.memberTwice"));
        var many = await client.SendJsonAsync(HttpMethod.Put, $"/api/collections/{collection.Id}/members", new { assetIds = Enumerable.Range(0, 10_001).Select(_ => Guid.CreateVersion7()) }).ProblemAsync();
        (many.HttpStatus, many.Code).Should().Be((413, "collection.tooManyMembers"));
        (await MembersAsync(client, collection)).Should().BeEmpty();
    }

    [Fact]
    public async Task Deleting_a_collection_ungathers_its_members_and_lifts_what_lay_in_it()
    {
        using var client = await App.CreateClient("ada");
        var top = await MakeAsync(client, "Top");
        var middle = await MakeAsync(client, "Middle", parent: top.Id);
        var low = await MakeAsync(client, "Low", parent: middle.Id);
        var prop = await client.MakeAsync("prop");
        await SetAsync(client, middle, prop.Id);

        await client.DeleteAsync($"/api/collections/{middle.Id}").SucceedsAsync();

        (await client.GetAsync($"/api/collections/{middle.Id}")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await client.GetAsync<CollectionAnswer>($"/api/collections/{low.Id}")).ParentId.Should().Be(top.Id);
        (await client.ReadAsync(prop.Id)).Should().BeEquivalentTo(prop, o => o.Excluding(a => a.Details));
    }

    [Fact]
    public async Task A_foreign_collection_is_not_there()
    {
        using var client = await App.CreateClient("ada");
        using var bob = await App.CreateClient("bob");
        var collection = await MakeAsync(client, "A");
        (await bob.GetAsync($"/api/collections/{collection.Id}").ProblemAsync()).Code.Should().Be("collection.notFound");
        (await bob.GetAsync($"/api/collections/{collection.Id}/members").ProblemAsync()).Code.Should().Be("collection.notFound");
        (await bob.DeleteAsync($"/api/collections/{collection.Id}").ProblemAsync()).Code.Should().Be("collection.notFound");
        (await NamesAsync(bob, "")).Should().BeEmpty();
    }

    private static Task<CollectionAnswer> MakeAsync(HttpClient client, string name, string? kind = null, Guid? parent = null) =>
        client.PostAsync<CollectionAnswer>("/api/collections", new { name, kind, parentId = parent });

    private static Task<CollectionAnswer> SetAsync(HttpClient client, CollectionAnswer collection, params Guid[] assetIds) =>
        client.PutAsync<CollectionAnswer>($"/api/collections/{collection.Id}/members", new { assetIds });

    private static async Task<string[]> NamesAsync(HttpClient client, string query) =>
        [.. (await client.GetAsync<PageAnswer<CollectionAnswer>>($"/api/collections{query}")).Items.Select(c => c.Name)];

    private static async Task<Guid[]> MembersAsync(HttpClient client, CollectionAnswer collection)
    {
        var all = new List<Guid>();
        string? cursor = null;
        do
        {
            var page = await client.GetAsync<PageAnswer<AssetAnswer>>($"/api/collections/{collection.Id}/members?limit=2{(cursor is null ? "" : $"&cursor={cursor}")}");
            all.AddRange(page.Items.Select(a => a.Id));
            cursor = page.Next;
        }
        while (cursor is not null);
        return [.. all];
    }
}
