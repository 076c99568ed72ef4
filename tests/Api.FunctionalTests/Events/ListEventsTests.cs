using Director.Api.FunctionalTests.Assets;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Events;

public sealed class ListEventsTests(DirectorApp app) : FunctionalTest(app)
{
    [Theory]
    [InlineData("oldest")]
    [InlineData("newest")]
    public async Task The_log_is_read_either_way_page_by_page_without_a_gap(string order)
    {
        using var client = await App.CreateClient("ada");
        for (var i = 0; i < 7; i++) await client.MakeAsync("prop", $"P{i}");

        var names = new List<string?>();
        string? cursor = null;
        do
        {
            var page = await ListAsync(client, $"order={order}&kind=createAsset&limit=3{(cursor is null ? "" : $"&cursor={cursor}")}");
            names.AddRange(page.Items.Select(e => e.SubjectName));
            cursor = page.Next;
        }
        while (cursor is not null);

        var expected = Enumerable.Range(0, 7).Select(i => $"P{i}");
        names.Should().Equal(order == "oldest" ? expected : expected.Reverse());
    }

    [Fact]
    public async Task Only_what_is_asked_for_is_given()
    {
        using var client = await App.CreateClient("ada");
        var me = await App.PersonAsync("ada");
        var (film, _, shot, takes) = await client.FilmAsync();
        var prop = await client.MakeAsync("prop", "Lamp");
        await client.PickAsync(shot, takes[0].Id);

        (await ListAsync(client, "kind=selectChild&kind=updateAsset")).Items.Should().ContainSingle().Which.SubjectId.Should().Be(shot.Id);
        (await ListAsync(client, $"subjectId={prop.Id}")).Items.Should().ContainSingle();
        (await ListAsync(client, $"rootId={film.Id}")).Items.Should().NotBeEmpty().And.NotContain(e => e.SubjectId == prop.Id);
        (await ListAsync(client, $"actor={me.Id}")).Items.Should().HaveCount((await ListAsync(client, "")).Items.Length);
        (await ListAsync(client, $"actor={Guid.CreateVersion7()}")).Items.Should().BeEmpty();
        (await ListAsync(client, "from=2000-01-01T00:00:00Z&to=2000-01-02T00:00:00Z")).Items.Should().BeEmpty();
        (await ListAsync(client, "from=2000-01-01T00:00:00Z&to=2200-01-01T00:00:00%2B02:00")).Items.Should().HaveCount((await ListAsync(client, "")).Items.Length);
    }

    [Fact]
    public async Task A_part_of_the_log_lies_between_two_events()
    {
        using var client = await App.CreateClient("ada");
        for (var i = 0; i < 5; i++) await client.MakeAsync("prop", $"P{i}");
        var all = (await ListAsync(client, "")).Items;

        var between = await ListAsync(client, $"order=newest&after={all[0].Id}&before={all[4].Id}");

        between.Items.Select(e => e.Id).Should().Equal(all[3].Id, all[2].Id, all[1].Id);
        (await client.GetAsync("/api/events?before=yesterday").ProblemAsync()).Fields.Should().Contain("before");
    }

    [Fact]
    public async Task Things_are_called_by_what_they_were_called_then()
    {
        using var client = await App.CreateClient("ada");
        var (_, _, shot, takes) = await client.FilmAsync(takes: 1);
        var prop = await client.MakeAsync("prop", "Lamp");
        await client.PostAsync<LinkAnswer>("/api/relationships", new { parentId = shot.Id, childId = prop.Id, kind = "uses_prop" });
        await client.PatchAsync<AssetAnswer>($"/api/assets/{prop.Id}", new { name = "Lantern" }, prop.Version);
        await client.PutAsync<AssetAnswer>($"/api/assets/{prop.Id}/tags", new { tags = new[] { "light" } });
        await client.PickAsync(shot, takes[0].Id);

        var names = (await ListAsync(client, "order=newest&limit=200")).Items;

        names.First(e => e.Kind == "createAsset" && e.SubjectId == prop.Id).SubjectName.Should().Be("Lamp");
        names.First(e => e.Kind == "setAssetTags" && e.SubjectId == prop.Id).SubjectName.Should().Be("Lantern");
        names.First(e => e.Kind == "selectChild").SubjectName.Should().Be(shot.Code);
        names.First(e => e.Kind == "createRelationship").SubjectName.Should().Be($"{shot.Code} → Lantern");
        names.Should().OnlyContain(e => e.Undoable);
    }

    private static Task<PageAnswer<EventAnswer>> ListAsync(HttpClient client, string query) => client.GetAsync<PageAnswer<EventAnswer>>($"/api/events?{query}");
}
