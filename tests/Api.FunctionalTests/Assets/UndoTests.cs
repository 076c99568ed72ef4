using System.Net;
using System.Text.Json;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Assets;

public sealed class UndoTests(DirectorApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task What_was_made_goes_and_undoing_that_brings_it_back()
    {
        using var client = await App.CreateClient("ada");
        var prop = await client.PostAsync<AssetAnswer>("/api/assets", new { type = "prop", name = "Lamp", tags = new[] { "light" } });

        var undone = await client.UndoAsync(await FirstAsync(client, prop.Id));
        undone.Asset.Should().BeNull();
        (await client.GetAsync($"/api/assets/{prop.Id}")).StatusCode.Should().Be(HttpStatusCode.NotFound);

        var redone = await client.UndoAsync(undone.EventId);
        redone.Asset!.Id.Should().Be(prop.Id);
        redone.Asset.Tags.Should().Equal("light");
        (await client.HistoryAsync(prop.Id)).Take(2).Should().OnlyContain(h => h.Kind == "undoEvent");
    }

    [Fact]
    public async Task What_was_deleted_comes_back_with_its_subtree_and_the_pick_it_was()
    {
        using var client = await App.CreateClient("ada");
        var (_, scene, shot, takes) = await client.FilmAsync();
        await client.PickAsync(shot, takes[1].Id, "the light");

        await client.RemoveAsync(takes[1]).SucceedsAsync();
        await client.UndoAsync(await LastAsync(client, takes[1].Id));
        var back = await client.ReadAsync(shot.Id);
        (back.SelectedChildId, back.Selection!.Reason, back.TakeCount).Should().Be((takes[1].Id, "the light", 2));

        await client.RemoveAsync(scene).SucceedsAsync();
        var undone = await client.UndoAsync(await LastAsync(client, scene.Id));
        (await client.ReadAsync(shot.Id)).SelectedChildId.Should().Be(takes[1].Id);
        await client.UndoAsync(undone.EventId);
        (await client.GetAsync($"/api/assets/{takes[1].Id}")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Every_changed_field_goes_back_and_forth_again()
    {
        using var client = await App.CreateClient("ada");
        var (_, _, shot, takes) = await client.FilmAsync(takes: 1);
        var take = takes[0];
        var before = await client.PatchAsync<AssetAnswer>($"/api/assets/{take.Id}",
            """{"description":"old","metadata":{"a":"1","b":"2"},"details":{"directorNotes":"n","recipe":{"prompt":"p","parameters":{"x":"1","y":"2"}}}}""", take.Version);
        var after = await client.PatchAsync<AssetAnswer>($"/api/assets/{take.Id}", """
            {"name":"New","description":null,"status":"rejected","externalId":"T-1","source":"set","favorite":true,"rating":3,"circled":true,"metadata":{"a":null,"c":"3"},
             "details":{"directorNotes":null,"qualityScore":4.5,"recipe":{"prompt":"q","parameters":{"x":null,"z":"3"}}}}
            """, before.Version);

        var undone = await client.UndoAsync(await LastAsync(client, take.Id));
        SameContent(undone.Asset!, before);
        SameContent((await client.UndoAsync(undone.EventId)).Asset!, after);

        var coded = await client.PatchAsync<AssetAnswer>($"/api/assets/{shot.Id}", new { code = "12A" }, shot.Version);
        (await client.UndoAsync(await LastAsync(client, shot.Id))).Asset!.Code.Should().Be(shot.Code).And.NotBe(coded.Code);
    }

    [Fact]
    public async Task A_verdict_is_taken_back()
    {
        using var client = await App.CreateClient("ada");
        var take = (await client.FilmAsync(takes: 1)).Takes[0];
        await client.PutAsync<AssetAnswer>($"/api/takes/{take.Id}/review", new { verdict = "approved", notes = "good" });
        await client.PutAsync<AssetAnswer>($"/api/takes/{take.Id}/review", new { verdict = "rejected", notes = "late" });
        var undone = (await client.UndoAsync(await LastAsync(client, take.Id))).Asset!;
        (undone.Verdict, undone.Detail("directorNotes")).Should().Be(("approved", "good"));
    }

    [Fact]
    public async Task The_earlier_pick_comes_back_with_its_reason_or_none()
    {
        using var client = await App.CreateClient("ada");
        var (_, _, shot, takes) = await client.FilmAsync();
        await client.PickAsync(shot, takes[0].Id, "first");
        var first = await LastAsync(client, shot.Id);
        await client.PickAsync(shot, takes[1].Id, "second");

        var undone = await client.UndoAsync(await LastAsync(client, shot.Id));
        (undone.Asset!.SelectedChildId, undone.Asset.Selection!.Reason, undone.Asset.Selection.Number).Should().Be((takes[0].Id, "first", 1));
        (await client.UndoAsync(first)).Asset!.SelectedChildId.Should().BeNull();
    }

    [Fact]
    public async Task A_moved_shot_goes_back_to_its_scene_and_place()
    {
        using var client = await App.CreateClient("ada");
        var (film, scene, shot, _) = await client.FilmAsync(takes: 0);
        var second = await client.MakeAsync("shot", "Second", scene.Id);
        var third = await client.MakeAsync("shot", "Third", scene.Id);
        var other = await client.MakeAsync("scene", "Deck", film.Id);

        await client.PostAsync<AssetAnswer>($"/api/assets/{second.Id}/move", new { parentId = other.Id });
        var undone = await client.UndoAsync(await LastAsync(client, second.Id));
        undone.Asset!.ParentId.Should().Be(scene.Id);
        (await OrderAsync(client, scene)).Should().Equal(shot.Id, second.Id, third.Id);

        (await client.UndoAsync(undone.EventId)).Asset!.ParentId.Should().Be(other.Id);
        await client.PostAsync<AssetAnswer>($"/api/assets/{third.Id}/move", new { before = shot.Id });
        await client.UndoAsync(await LastAsync(client, third.Id));
        (await OrderAsync(client, scene)).Should().Equal(shot.Id, third.Id);
    }

    [Fact]
    public async Task What_was_put_below_a_film_stands_on_its_own_again()
    {
        using var client = await App.CreateClient("ada");
        var film = await client.MakeAsync("film");
        var script = await client.MakeAsync("script");
        await client.PostAsync<AssetAnswer>($"/api/assets/{script.Id}/move", new { parentId = film.Id });
        var undone = (await client.UndoAsync(await LastAsync(client, script.Id))).Asset!;
        (undone.ParentId, undone.RootId).Should().Be((null, script.Id));
    }

    [Fact]
    public async Task Links_go_and_come_back_as_themselves()
    {
        using var client = await App.CreateClient("ada");
        var (_, _, shot, _) = await client.FilmAsync(takes: 0);
        var prop = await client.MakeAsync("prop");
        var link = await RelationshipTests.LinkAsync(client, shot, prop, "uses_prop");
        await client.PatchAsync<LinkAnswer>($"/api/relationships/{link.Id}", new { sequence = 4, metadata = new { hand = "left" } });

        var changedBack = await client.UndoAsync(await LinkEventAsync(link, "updateRelationship"));
        (changedBack.Relationship!.Sequence, changedBack.Relationship.Metadata.Count).Should().Be((0, 0));
        var gone = await client.UndoAsync(await LinkEventAsync(link, "createRelationship"));
        (await RelationshipTests.LinkedAsync(client, shot, "uses_prop")).Should().BeEmpty();
        (await client.UndoAsync(gone.EventId)).Relationship!.Id.Should().Be(link.Id);

        await client.DeleteAsync($"/api/relationships/{link.Id}").SucceedsAsync();
        await client.UndoAsync(await LinkEventAsync(link, "deleteRelationship"));
        (await RelationshipTests.LinkedAsync(client, shot, "uses_prop")).Should().Equal(prop.Id);
    }

    [Fact]
    public async Task Tags_are_set_back()
    {
        using var client = await App.CreateClient("ada");
        var prop = await client.PostAsync<AssetAnswer>("/api/assets", new { type = "prop", name = "Lamp", tags = new[] { "a", "b" } });
        await client.PutAsync<AssetAnswer>($"/api/assets/{prop.Id}/tags", new { tags = new[] { "c" } });
        var undone = await client.UndoAsync(await LastAsync(client, prop.Id));
        undone.Asset!.Tags.Should().Equal("a", "b");
        (await client.UndoAsync(undone.EventId)).Asset!.Tags.Should().Equal("c");
    }

    [Fact]
    public async Task What_somebody_has_changed_since_is_refused_with_who_which_and_when()
    {
        using var client = await App.CreateClient("ada");
        var prop = await client.MakeAsync("prop", details: new { description = "one", prompt = "p" });
        var first = await client.PatchAsync<AssetAnswer>($"/api/assets/{prop.Id}", new { name = "B", details = new { description = "two" } }, prop.Version);
        var mine = await LastAsync(client, prop.Id);
        await client.PatchAsync<AssetAnswer>($"/api/assets/{prop.Id}", new { details = new { description = "three" } }, first.Version);

        var problem = await client.PostJsonAsync($"/api/events/{mine}/undo").ProblemAsync();
        (problem.HttpStatus, problem.Code).Should().Be((409, "event.changedSince"));
        problem.Errors!.Keys.Should().Equal("details.description");
        problem.Errors["details.description"].Should().ContainSingle().Which.Should().Contain("ada").And.Contain("UTC");
        (await client.ReadAsync(prop.Id)).Name.Should().Be("B", "nothing is undone by half");
    }

    [Fact]
    public async Task A_change_of_another_field_is_in_nobodys_way()
    {
        using var client = await App.CreateClient("ada");
        var prop = await client.MakeAsync("prop", details: new { description = "one", prompt = "p" });
        var first = await client.PatchAsync<AssetAnswer>($"/api/assets/{prop.Id}", new { details = new { description = "two" } }, prop.Version);
        var mine = await LastAsync(client, prop.Id);
        await client.PatchAsync<AssetAnswer>($"/api/assets/{prop.Id}", new { details = new { prompt = "q" } }, first.Version);

        var undone = (await client.UndoAsync(mine)).Asset!;
        (undone.Detail("description"), undone.Detail("prompt")).Should().Be(("one", "q"));
    }

    [Fact]
    public async Task What_is_deleted_or_has_lost_its_way_back_is_refused()
    {
        using var client = await App.CreateClient("ada");
        var (_, scene, shot, takes) = await client.FilmAsync();
        await client.PickAsync(shot, takes[0].Id);
        await client.PickAsync(shot, takes[1].Id);
        var picked = await LastAsync(client, shot.Id);
        await client.RemoveAsync(takes[0]).SucceedsAsync();
        (await client.PostJsonAsync($"/api/events/{picked}/undo").ProblemAsync()).Code.Should().Be("event.changedSince");

        await client.RemoveAsync(scene).SucceedsAsync();
        var problem = await client.PostJsonAsync($"/api/events/{picked}/undo").ProblemAsync();
        (problem.HttpStatus, problem.Code).Should().Be((409, "event.changedSince"));
        problem.Errors!["deletedAt"].Should().ContainSingle().Which.Should().Contain("ada");
    }

    [Fact]
    public async Task What_has_no_inverse_says_so_and_what_is_unknown_or_foreign_is_not_found()
    {
        using var client = await App.CreateClient("ada");
        using var bob = await App.CreateClient("bob");
        var (_, _, shot, _) = await client.FilmAsync(takes: 0);
        await client.PostAsync<JsonElement>($"/api/shots/{shot.Id}/generate", new { provider = "fake", count = 1 });
        var asked = (await App.Database.ListAsync<string>("select tx::text || '-' || seq from activity where kind = 'generateShotTakes' limit 1")).Single();
        var refused = await client.PostJsonAsync($"/api/events/{asked}/undo").ProblemAsync();
        (refused.HttpStatus, refused.Code).Should().Be((422, "event.notUndoable"));

        foreach (var (who, id) in new[] { (client, "1-1"), (client, "nonsense"), (client, "99999999999999999999-1"), (bob, asked) })
        {
            var problem = await who.PostJsonAsync($"/api/events/{id}/undo").ProblemAsync();
            (problem.HttpStatus, problem.Code).Should().Be((404, "event.notFound"));
        }

        await App.WorkIsOverAsync();
    }

    private static async Task<string> LastAsync(HttpClient client, Guid id) => (await client.HistoryAsync(id)).First(h => h.SubjectId == id).EventId;

    private static async Task<string> FirstAsync(HttpClient client, Guid id) => (await client.HistoryAsync(id)).Single(h => h.SubjectId == id && h.Before is null).EventId;

    private async Task<string> LinkEventAsync(LinkAnswer link, string kind) =>
        (await App.Database.ListAsync<string>("select tx::text || '-' || seq from activity where subject_id = $1 and kind = $2", link.Id, kind)).Single();

    private static async Task<Guid[]> OrderAsync(HttpClient client, AssetAnswer parent) =>
        [.. (await client.GetAsync<PageAnswer<AssetAnswer>>($"/api/assets?parentId={parent.Id}&type=shot&sort=position")).Items.Select(a => a.Id)];

    private static void SameContent(AssetAnswer now, AssetAnswer then)
    {
        now.Should().BeEquivalentTo(then, o => o.Excluding(a => a.Details).Excluding(a => a.Version));
        System.Text.Json.JsonElement.DeepEquals(now.Details, then.Details).Should().BeTrue("{0} should be {1}", now.Details, then.Details);
    }
}
