using System.Text.Json;
using Director.Api.FunctionalTests.Assets;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Workspaces;

/// <summary>Only a director or a producer chooses the take that is in the film; an artist finds no second way to it.</summary>
public sealed class PickPathTests(DirectorApp app) : FunctionalTest(app)
{
    private HttpClient alice = null!, artist = null!;
    private Small film = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var workspace = (await App.PersonAsync("alice")).WorkspaceId;
        alice = await App.InAsync("alice", workspace);
        artist = await App.JoinAsync("ben", workspace, "artist");
        film = await alice.FilmAsync(2);
    }

    [Fact]
    public async Task An_artist_cannot_select_by_any_address()
    {
        var (shot, take) = (film.Shot.Id, film.Takes[0].Id);
        foreach (var attempt in (Task<HttpResponseMessage>[])[
            artist.SendJsonAsync(HttpMethod.Put, $"/api/shots/{shot}/selected-take", new { takeId = take }), artist.DeleteAsync($"/api/shots/{shot}/selected-take"),
            artist.SendJsonAsync(HttpMethod.Put, $"/api/assets/{shot}/selected-child", new { childId = take }), artist.SendJsonAsync(HttpMethod.Put, $"/api/assets/{shot}/selected-child", new { childId = (Guid?)null }),
        ])
            (await attempt.ProblemAsync()).Should().BeEquivalentTo(new { Code = "auth.forbidden", HttpStatus = 403 });

        var version = (await artist.ReadAsync(shot)).Version;
        (await artist.SendJsonAsync(HttpMethod.Patch, $"/api/assets/{shot}", new { selectedChildId = take }, version).ProblemAsync()).Code.Should().Be("input.unknownField");
        var batch = await artist.PatchAsync<BatchAnswer[]>("/api/assets/batch", new { items = new[] { new { id = shot, patch = new { selectedChildId = take } } } });
        batch.Single().Status.Should().Be(422);
        await artist.PutPictureAsync(take, 12, 10);
        (await alice.ReadAsync(shot)).SelectedChildId.Should().BeNull();
    }

    [Fact]
    public async Task An_artist_cannot_undo_a_selection_nor_redo_it()
    {
        await alice.PickAsync(film.Shot, film.Takes[0].Id);
        var selected = (await alice.HistoryAsync(film.Shot.Id))[0].EventId;

        (await artist.PostJsonAsync($"/api/events/{selected}/undo").ProblemAsync()).HttpStatus.Should().Be(403);
        var undone = await alice.UndoAsync(selected);
        (await artist.PostJsonAsync($"/api/events/{undone.EventId}/undo").ProblemAsync()).HttpStatus.Should().Be(403);
    }

    [Fact]
    public async Task An_artist_cannot_take_a_selected_take_out_by_deleting_it()
    {
        await alice.PickAsync(film.Shot, film.Takes[0].Id);

        (await artist.DeleteAsync($"/api/assets/{film.Takes[0].Id}").ProblemAsync()).Should().BeEquivalentTo(new { Code = "take.selected", HttpStatus = 403 });
        await artist.DeleteAsync($"/api/assets/{film.Takes[1].Id}").SucceedsAsync();
        (await alice.ReadAsync(film.Shot.Id)).SelectedChildId.Should().Be(film.Takes[0].Id);
    }

    [Fact]
    public async Task An_artist_who_brings_a_take_back_does_not_bring_the_pick_back()
    {
        await alice.PickAsync(film.Shot, film.Takes[0].Id);
        await alice.DeleteAsync($"/api/assets/{film.Takes[0].Id}").SucceedsAsync();
        var deleted = (await alice.HistoryAsync(film.Takes[0].Id)).First(h => h.SubjectId == film.Takes[0].Id).EventId;

        await artist.UndoAsync(deleted);

        (await alice.ReadAsync(film.Takes[0].Id)).Type.Should().Be("shot_take");
        (await alice.ReadAsync(film.Shot.Id)).SelectedChildId.Should().BeNull();
    }

    [Theory]
    [InlineData("producer", true)]
    [InlineData("director", true)]
    [InlineData("reviewer", false)]
    [InlineData("viewer", false)]
    public async Task Who_selects_is_told_by_the_table(string role, bool may)
    {
        using var caller = await App.JoinAsync("carl", (await App.PersonAsync("alice")).WorkspaceId, role);

        var answer = await caller.SendJsonAsync(HttpMethod.Put, $"/api/shots/{film.Shot.Id}/selected-take", new { takeId = film.Takes[0].Id });

        ((int)answer.StatusCode).Should().Be(may ? 200 : 403);
    }

    [Fact]
    public async Task A_reviewer_circles_and_judges_and_does_nothing_else()
    {
        using var reviewer = await App.JoinAsync("rae", (await App.PersonAsync("alice")).WorkspaceId, "reviewer");
        var take = film.Takes[0].Id;

        await reviewer.PatchAsync<AssetAnswer>($"/api/takes/{take}", new { circled = true, rating = 4 });
        await reviewer.PutAsync<JsonElement>($"/api/takes/{take}/review", new { verdict = "approved" });
        foreach (var attempt in (Task<HttpResponseMessage>[])[
            reviewer.SendJsonAsync(HttpMethod.Patch, $"/api/assets/{take}", new { name = "x" }, 1), reviewer.PostJsonAsync("/api/films", new { title = "x" }), reviewer.DeleteAsync($"/api/assets/{take}"),
            reviewer.PostJsonAsync($"/api/shots/{film.Shot.Id}/generate", new { count = 1 }), reviewer.GetAsync($"/api/films/{film.Film.Id}/exports/otio"), reviewer.TryPutPictureAsync(take, 4, 4),
        ])
            (await attempt.ProblemAsync()).HttpStatus.Should().Be(403);
    }
}
