using System.Net;
using Director.Api.FunctionalTests.Harness;
using Npgsql;

namespace Director.Api.FunctionalTests.Assets;

public sealed class AssetTreeTests(DirectorApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task A_shot_moves_to_another_scene_and_between_two_of_its_shots()
    {
        using var client = await App.CreateClient("ada");
        var (film, from, shot, _) = await client.FilmAsync(takes: 1);
        var to = await client.MakeAsync("scene", "Deck", film.Id);
        var first = await client.MakeAsync("shot", "First", to.Id);
        var last = await client.MakeAsync("shot", "Last", to.Id);

        var moved = await client.PostAsync<AssetAnswer>($"/api/assets/{shot.Id}/move", new { parentId = to.Id, after = first.Id });

        moved.ParentId.Should().Be(to.Id);
        moved.Code.Should().Be(shot.Code);
        (await OrderAsync(client, to)).Should().Equal(first.Id, shot.Id, last.Id);
        (await OrderAsync(client, from)).Should().BeEmpty();

        await client.PostAsync<AssetAnswer>($"/api/assets/{last.Id}/move", new { before = first.Id });
        (await OrderAsync(client, to)).Should().Equal(last.Id, first.Id, shot.Id);
        (await client.ReadAsync(first.Id)).Version.Should().Be(first.Version, "a neighbour is not touched");
    }

    [Fact]
    public async Task What_moves_to_another_film_takes_its_subtree_along()
    {
        using var client = await App.CreateClient("ada");
        var (_, scene, shot, takes) = await client.FilmAsync(takes: 1);
        var other = await client.MakeAsync("film", "Other");
        await client.PostAsync<AssetAnswer>($"/api/assets/{scene.Id}/move", new { parentId = other.Id });
        foreach (var id in new[] { scene.Id, shot.Id, takes[0].Id }) (await client.ReadAsync(id)).RootId.Should().Be(other.Id);
    }

    [Fact]
    public async Task A_take_stays_with_its_shot_and_nothing_moves_below_itself()
    {
        using var client = await App.CreateClient("ada");
        var (film, scene, shot, takes) = await client.FilmAsync(takes: 1);
        var other = await client.MakeAsync("shot", "Other", scene.Id);
        (await client.PostJsonAsync($"/api/assets/{takes[0].Id}/move", new { parentId = other.Id }).ProblemAsync()).Code.Should().Be("asset.notMovable");
        (await client.PostJsonAsync($"/api/assets/{scene.Id}/move", new { parentId = shot.Id }).ProblemAsync()).Code.Should().Be("asset.parentIsDescendant");
        (await client.PostJsonAsync($"/api/assets/{shot.Id}/move", new { after = film.Id }).ProblemAsync()).Code.Should().Be("asset.notASibling");
        (await client.PostJsonAsync($"/api/assets/{shot.Id}/move", new { parentId = Guid.CreateVersion7() }).ProblemAsync()).HttpStatus.Should().Be(404);
    }

    [Fact]
    public async Task Deleting_takes_the_subtree_along_and_restoring_brings_it_back_with_its_picks()
    {
        using var client = await App.CreateClient("ada");
        var (film, scene, shot, takes) = await client.FilmAsync();
        await client.PickAsync(shot, takes[1].Id, "the gulls");
        await client.RemoveAsync(takes[0]).SucceedsAsync();

        await client.RemoveAsync(scene).SucceedsAsync();
        foreach (var id in new[] { scene.Id, shot.Id, takes[1].Id }) (await client.GetAsync($"/api/assets/{id}")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await client.GetAsync<PageAnswer<AssetAnswer>>($"/api/assets?rootId={film.Id}")).Items.Select(a => a.Id).Should().Equal(film.Id);

        await client.PostAsync<AssetAnswer>($"/api/assets/{scene.Id}/restore");
        var back = await client.ReadAsync(shot.Id);
        back.SelectedChildId.Should().Be(takes[1].Id);
        back.Selection!.Reason.Should().Be("the gulls");
        (await client.ReadAsync(takes[1].Id)).Number.Should().Be(2);
        (await client.GetAsync($"/api/assets/{takes[0].Id}")).StatusCode.Should().Be(HttpStatusCode.NotFound, "it had been deleted by itself before");
    }

    [Fact]
    public async Task Deleting_the_selected_take_clears_the_pick_and_numbers_are_not_given_twice()
    {
        using var client = await App.CreateClient("ada");
        var (_, _, shot, takes) = await client.FilmAsync();
        await client.PickAsync(shot, takes[1].Id);
        await client.RemoveAsync(takes[1]).SucceedsAsync();

        var now = await client.ReadAsync(shot.Id);
        (now.SelectedChildId, now.Selection, now.TakeCount).Should().Be((null, null, 1));
        (await client.MakeAsync("shot_take", "Next", shot.Id)).Number.Should().Be(3);
    }

    [Fact]
    public async Task Restoring_what_is_live_or_below_something_deleted_is_refused()
    {
        using var client = await App.CreateClient("ada");
        var (_, scene, shot, _) = await client.FilmAsync();
        (await client.PostJsonAsync($"/api/assets/{shot.Id}/restore").ProblemAsync()).Code.Should().Be("asset.notDeleted");
        await client.RemoveAsync(shot).SucceedsAsync();
        await client.RemoveAsync(scene).SucceedsAsync();
        (await client.PostJsonAsync($"/api/assets/{shot.Id}/restore").ProblemAsync()).Code.Should().Be("asset.parentDeleted");
    }

    [Fact]
    public async Task Selecting_what_is_not_a_live_child_is_refused()
    {
        using var client = await App.CreateClient("ada");
        var (_, scene, shot, takes) = await client.FilmAsync();
        var other = await client.MakeAsync("shot", "Other", scene.Id);
        var foreign = await client.MakeAsync("shot_take", "Foreign", other.Id);
        await client.RemoveAsync(takes[0]).SucceedsAsync();

        async Task<(int, string)> Refused(Guid child)
        {
            var problem = await client.SendJsonAsync(HttpMethod.Put, $"/api/assets/{shot.Id}/selected-child", new { childId = child }).ProblemAsync();
            return (problem.HttpStatus, problem.Code);
        }

        (await Refused(foreign.Id)).Should().Be((422, "asset.pickNotAChild"));
        (await Refused(takes[0].Id)).Should().Be((404, "asset.notFound"));
        (await Refused(Guid.CreateVersion7())).Should().Be((404, "asset.notFound"));
    }

    [Fact]
    public async Task The_database_itself_refuses_a_pick_of_another_shots_take_and_of_a_deleted_one()
    {
        using var client = await App.CreateClient("ada");
        var (_, scene, shot, takes) = await client.FilmAsync();
        var other = await client.MakeAsync("shot_take", "Foreign", (await client.MakeAsync("shot", "Other", scene.Id)).Id);
        await client.RemoveAsync(takes[0]).SucceedsAsync();

        foreach (var wrong in new[] { other.Id, takes[0].Id, shot.Id })
        {
            var pick = () => App.Database.ExecuteAsync("update assets set selected_child_id = $1 where id = $2", wrong, shot.Id);
            (await pick.Should().ThrowAsync<PostgresException>()).Which.ConstraintName.Should().Be("fk_assets_pick");
        }

        await client.PickAsync(shot, takes[1].Id);
        var delete = () => App.Database.ExecuteAsync("update assets set deleted_at = now() where id = $1", takes[1].Id);
        (await delete.Should().ThrowAsync<PostgresException>()).Which.ConstraintName.Should().Be("fk_assets_pick");
    }

    [Fact]
    public async Task Sixty_four_who_select_among_ten_takes_at_once_all_succeed_and_one_pick_is_left()
    {
        using var client = await App.CreateClient("ada");
        var (_, _, shot, takes) = await client.FilmAsync(takes: 10);

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(i =>
            client.PutAsync<AssetAnswer>($"/api/assets/{shot.Id}/selected-child", new { childId = takes[i % 10].Id, reason = $"r{i}" })));

        answers.Should().HaveCount(64).And.OnlyContain(a => a.SelectedChildId != null);
        var left = await client.ReadAsync(shot.Id);
        takes.Select(t => t.Id).Should().Contain(left.SelectedChildId!.Value);
        left.Selection!.Number.Should().Be(takes.Single(t => t.Id == left.SelectedChildId).Number);
        left.Version.Should().Be(shot.Version + 64);
        (await client.HistoryAsync(shot.Id)).Count(h => h.Kind == "selectChild").Should().Be(64);
    }

    private static async Task<Guid[]> OrderAsync(HttpClient client, AssetAnswer parent) =>
        [.. (await client.GetAsync<PageAnswer<AssetAnswer>>($"/api/assets?parentId={parent.Id}&type=shot&sort=position")).Items.Select(a => a.Id)];
}
