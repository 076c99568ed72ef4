using System.Text.Json;
using Director.Api.FunctionalTests.Assets;
using Director.Api.FunctionalTests.Auth;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Workspaces;

public sealed class NoteTests(DirectorApp app) : FunctionalTest(app)
{
    private HttpClient alice = null!;
    private Small film = null!;
    private string notes = "";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        alice = await App.InAsync("alice", (await App.PersonAsync("alice")).WorkspaceId);
        film = await alice.FilmAsync(2);
        notes = $"/api/takes/{film.Takes[0].Id}/notes";
    }

    [Fact]
    public async Task A_note_is_written_read_by_frame_changed_dealt_with_and_deleted()
    {
        var late = await alice.PostAsync<NoteShown>(notes, new { text = "Late.", frameIn = 40 });
        var drawn = await alice.PostAsync<NoteShown>(notes, new { text = " Here. ", frameIn = 4, frameOut = 8, drawing = new { strokes = new[] { new[] { 0.1, 0.2 } } } });
        (drawn.Text, drawn.FrameOut, drawn.Author.Name, drawn.Author.Guest, drawn.Version).Should().Be(("Here.", 8, "alice", false, 1));

        (await alice.GetAsync<PageAnswer<NoteShown>>(notes)).Items.Select(n => n.Id).Should().Equal(drawn.Id, late.Id);
        (await alice.GetAsync<PageAnswer<NoteShown>>(notes)).Items[0].Drawing!.Value.GetProperty("strokes")[0][1].GetDouble().Should().Be(0.2);
        var changed = await alice.PatchAsync<NoteShown>($"{notes}/{drawn.Id}", "{\"text\":\"There.\",\"frameOut\":null,\"drawing\":null,\"resolved\":true}", 1);
        (changed.Text, changed.FrameIn, changed.FrameOut, changed.Drawing.HasValue, changed.Resolved, changed.Version).Should().Be(("There.", 4, null, false, true, 2));
        (await alice.SendJsonAsync(HttpMethod.Patch, $"{notes}/{drawn.Id}", new { resolved = false }, 1).ProblemAsync()).Should().BeEquivalentTo(new { Code = "note.stale", HttpStatus = 412 });
        await alice.DeleteAsync($"{notes}/{drawn.Id}").SucceedsAsync();
        (await alice.DeleteAsync($"{notes}/{drawn.Id}").ProblemAsync()).Code.Should().Be("note.notFound");
        (await App.RecordAsync((await App.PersonAsync("alice")).WorkspaceId)).Should().Contain(["createNote note user alice", "updateNote note user alice", "deleteNote note user alice"]);
    }

    [Fact]
    public async Task Words_are_their_authors_and_dealing_with_them_is_everybodys_who_reviews()
    {
        var workspace = (await App.PersonAsync("alice")).WorkspaceId;
        using var rae = await App.JoinAsync("rae", workspace, "reviewer");
        using var ben = await App.JoinAsync("ben", workspace, "artist");
        using var zoe = await App.JoinAsync("zoe", workspace, "viewer");
        var note = await rae.PostAsync<NoteShown>(notes, new { text = "Too dark." });

        (await ben.SendJsonAsync(HttpMethod.Patch, $"{notes}/{note.Id}", new { text = "Fine." }).ProblemAsync()).Should().BeEquivalentTo(new { Code = "note.notYours", HttpStatus = 403 });
        (await ben.PatchAsync<NoteShown>($"{notes}/{note.Id}", new { resolved = true })).Resolved.Should().BeTrue();
        (await ben.DeleteAsync($"{notes}/{note.Id}").ProblemAsync()).Code.Should().Be("note.notYours");
        (await zoe.GetAsync<PageAnswer<NoteShown>>(notes)).Items.Should().ContainSingle();
        (await zoe.PostJsonAsync(notes, new { text = "x" }).ProblemAsync()).HttpStatus.Should().Be(403);
        await alice.DeleteAsync($"{notes}/{note.Id}").SucceedsAsync();
    }

    [Theory]
    [InlineData("{\"text\":\" \"}", "text")]
    [InlineData("{\"text\":\"x\",\"frameIn\":-1}", "frameIn")]
    [InlineData("{\"text\":\"x\",\"frameIn\":9,\"frameOut\":8}", "frameOut")]
    [InlineData("{\"text\":\"x\",\"drawing\":\"a line\"}", "drawing")]
    [InlineData("{\"text\":\"x\",\"drawing\":{\"a\":\"\\u0000\"}}", "drawing")]
    public async Task A_note_that_does_not_fit_is_refused(string body, string field)
    {
        var refused = await alice.PostJsonAsync(notes, body).ProblemAsync();

        refused.HttpStatus.Should().BeOneOf(400, 422);
        if (refused.HttpStatus == 422) refused.Fields.Should().Equal(field);
    }

    [Fact]
    public async Task A_note_of_another_take_or_workspace_is_not_there()
    {
        var note = await alice.PostAsync<NoteShown>(notes, new { text = "Mine." });
        using var mallory = await App.CreateClient("mallory");

        (await alice.DeleteAsync($"/api/takes/{film.Takes[1].Id}/notes/{note.Id}").ProblemAsync()).Should().BeEquivalentTo(new { Code = "note.notFound", HttpStatus = 404 });
        foreach (var take in (Guid[])[film.Takes[0].Id, Guid.CreateVersion7(), film.Shot.Id])
        {
            var client = take == film.Shot.Id ? alice : mallory;
            (await client.GetAsync($"/api/takes/{take}/notes").ProblemAsync()).Should().BeEquivalentTo(new { Code = "take.notFound", HttpStatus = 404 });
            (await client.PostJsonAsync($"/api/takes/{take}/notes", new { text = "x" }).ProblemAsync()).Code.Should().Be("take.notFound");
            (await client.SendJsonAsync(HttpMethod.Patch, $"/api/takes/{take}/notes/{note.Id}", new { resolved = true }).ProblemAsync()).Code.Should().Be("take.notFound");
        }
    }

    [Fact]
    public async Task A_note_is_written_once_however_often_it_is_sent()
    {
        alice.DefaultRequestHeaders.Add("Idempotency-Key", "note-1");

        var first = await alice.PostAsync<NoteShown>(notes, new { text = "Once." });
        var again = await alice.PostAsync<NoteShown>(notes, new { text = "Once." });

        again.Id.Should().Be(first.Id);
        alice.DefaultRequestHeaders.Remove("Idempotency-Key");
        (await alice.GetAsync<PageAnswer<NoteShown>>(notes)).Items.Should().ContainSingle();
    }
}
