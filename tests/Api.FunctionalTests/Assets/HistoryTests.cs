using System.Net;
using System.Text.Json;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Assets;

public sealed class HistoryTests(DirectorApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task It_says_who_did_what_when_with_before_and_after_newest_first()
    {
        using var client = await App.CreateClient("ada");
        var me = await App.PersonAsync("ada");
        var prop = await client.PostAsync<AssetAnswer>("/api/assets", new { type = "prop", name = "Lamp", details = new { description = "brass" } });
        await client.PatchAsync<AssetAnswer>($"/api/assets/{prop.Id}", new { name = "Lantern", details = new { description = "tin" } }, prop.Version);
        await client.PutAsync<AssetAnswer>($"/api/assets/{prop.Id}/tags", new { tags = new[] { "light" } });

        var history = await client.HistoryAsync(prop.Id);

        history.Select(h => h.Kind).Should().Equal("setAssetTags", "updateAsset", "createAsset");
        history.Should().OnlyContain(h => h.By == me.Id && h.ByName == me.Name && h.ActorKind == "user");
        history.Select(h => h.At).Should().BeInDescendingOrder();
        history[0].Before!.Value.GetProperty("tags").GetArrayLength().Should().Be(0);
        history[0].After!.Value.GetProperty("tags")[0].GetString().Should().Be("light");
        history[1].Before!.Value.EnumerateObject().Select(f => f.Name).Should().BeEquivalentTo("name", "details");
        history[1].Before!.Value.GetProperty("name").GetString().Should().Be("Lamp");
        history[1].After!.Value.GetProperty("details").GetProperty("description").GetString().Should().Be("tin");
        history[2].Before.Should().BeNull();
    }

    [Fact]
    public async Task A_selection_is_recorded_with_its_reason_and_a_deleted_assets_history_stays()
    {
        using var client = await App.CreateClient("ada");
        using var bob = await App.CreateClient("bob");
        var (_, scene, shot, takes) = await client.FilmAsync();
        await client.PickAsync(shot, takes[0].Id, "her eyes");
        await client.RemoveAsync(scene).SucceedsAsync();

        var picked = (await client.HistoryAsync(shot.Id))[0].After!.Value;
        picked.GetProperty("selectedChildId").GetGuid().Should().Be(takes[0].Id);
        picked.GetProperty("selectedReason").GetString().Should().Be("her eyes");
        (await client.HistoryAsync(scene.Id))[0].Kind.Should().Be("deleteAsset", "a subtree that goes is one event of its top");
        (await client.HistoryAsync(takes[0].Id)).Should().NotContain(h => h.Kind == "deleteAsset");
        (await bob.GetAsync($"/api/assets/{scene.Id}/history")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_names_the_asset_is_part_of_it()
    {
        using var client = await App.CreateClient("ada");
        var (_, _, shot, takes) = await client.FilmAsync();
        var prop = await client.MakeAsync("prop", "Lamp");
        var link = await client.PostAsync<LinkAnswer>("/api/relationships", new { parentId = shot.Id, childId = prop.Id, kind = "uses_prop" });
        await client.PatchAsync<LinkAnswer>($"/api/relationships/{link.Id}", new { sequence = 3 });
        await client.PickAsync(shot, takes[0].Id);

        (await client.HistoryAsync(prop.Id)).Select(h => h.Kind).Should().Equal("updateRelationship", "createRelationship", "createAsset");
        await client.DeleteAsync($"/api/relationships/{link.Id}").SucceedsAsync();
        (await client.HistoryAsync(prop.Id)).Select(h => h.Kind).Should().Equal("deleteRelationship", "updateRelationship", "createRelationship", "createAsset");
        (await client.HistoryAsync(takes[0].Id)).Select(h => (h.Kind, h.SubjectId)).Should().Equal(("selectChild", shot.Id), ("createAsset", takes[0].Id));
        (await client.HistoryAsync(shot.Id)).Select(h => h.Kind).Should().Equal("deleteRelationship", "selectChild", "updateRelationship", "createRelationship", "createAsset", "createAsset", "createAsset");
    }

    [Fact]
    public async Task It_is_read_page_by_page()
    {
        using var client = await App.CreateClient("ada");
        var prop = await client.MakeAsync("prop");
        for (var i = 0; i < 6; i++) prop = await client.PatchAsync<AssetAnswer>($"/api/assets/{prop.Id}", new { name = $"N{i}" }, prop.Version);

        var ids = new List<string>();
        string? cursor = null;
        do
        {
            var page = await client.GetAsync<PageAnswer<HistoryAnswer>>($"/api/assets/{prop.Id}/history?limit=3{(cursor is null ? "" : $"&cursor={cursor}")}");
            ids.AddRange(page.Items.Select(h => h.EventId));
            cursor = page.Next;
        }
        while (cursor is not null);
        ids.Should().Equal((await client.HistoryAsync(prop.Id)).Select(h => h.EventId)).And.HaveCount(7);
    }

    [Fact]
    public async Task A_refused_command_records_nothing()
    {
        using var client = await App.CreateClient("ada");
        var prop = await client.MakeAsync("prop");
        await client.SendJsonAsync(HttpMethod.Patch, $"/api/assets/{prop.Id}", """{"name":"B","rating":9}""", prop.Version).ProblemAsync();
        (await client.HistoryAsync(prop.Id)).Should().ContainSingle();
    }
}
