using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Director.Api.FunctionalTests.Assets;
using Director.Api.FunctionalTests.Auth;
using Director.Api.FunctionalTests.Harness;
using Director.Infrastructure.Media;
using SkiaSharp;

namespace Director.Api.FunctionalTests.Workspaces;

internal sealed record ShareLinkShown(Guid Id, string Name, Guid? TargetId, string? TargetType, Guid[] TakeIds, bool HasPassphrase, DateTimeOffset? ExpiresAt, AllowShown Allow, bool Watermark, int Guests, DateTimeOffset? RevokedAt, long Version);

internal sealed record AllowShown(bool Comment, bool Circle, bool Select);

internal sealed record SharedAnswer(ShareLinkShown Link, string Token, string Url);

internal sealed record DoorAnswer(string Name, bool PassphraseNeeded, string? GuestName);

internal sealed record EnteredShown(Guid GuestId, string GuestName, string Ticket);

internal sealed record ContentShown(string Name, string GuestName, AllowShown Allow, bool Watermark, SharedFilmShown? Film, SharedSceneShown[] Scenes, SharedShotShown[] Shots)
{
    public IEnumerable<SharedShotShown> AllShots => Scenes.SelectMany(s => s.Shots).Concat(Shots);

    public IEnumerable<SharedTakeShown> Takes => AllShots.SelectMany(s => s.Takes);
}

internal sealed record SharedFilmShown(string Name, string? FrameRate);

internal sealed record SharedSceneShown(Guid Id, string Name, SharedShotShown[] Shots);

internal sealed record SharedShotShown(Guid Id, string? Code, string Name, string? Description, Guid? SelectedTakeId, SharedTakeShown[] Takes);

internal sealed record SharedTakeShown(Guid Id, int? Number, bool Circled, bool Selected, SharedMediaShown? Media, NoteShown[] Notes);

internal sealed record SharedMediaShown(string ContentType, int? Width, int? Height, string Url, string? ThumbnailUrl);

internal sealed record NoteShown(Guid Id, string Text, int FrameIn, int? FrameOut, JsonElement? Drawing, bool Resolved, NoteAuthorShown Author, long Version);

internal sealed record NoteAuthorShown(Guid Id, string Name, bool Guest);

internal sealed record VisitShown(Guid GuestId, string GuestName, string What, Guid? AssetId, string? Address, int Times);

internal sealed record MarkShown(Guid TakeId, bool Circled, bool Selected);

public sealed class GuestTests(DirectorApp app) : FunctionalTest(app)
{
    private Guid workspace;
    private HttpClient alice = null!;
    private Small film = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        workspace = (await App.PersonAsync("alice")).WorkspaceId;
        alice = await App.InAsync("alice", workspace);
        film = await alice.FilmAsync(2);
        await alice.PutPictureAsync(film.Takes[0].Id, 320, 180);
    }

    [Fact]
    public async Task A_guest_needs_a_name_and_no_account()
    {
        var shared = await ShareAsync(new { name = "Dailies", targetId = film.Film.Id });
        using var anybody = App.Anonymous();

        shared.Url.Should().Be($"http://localhost/r/{shared.Token}");
        (await anybody.GetAsync<DoorAnswer>(Door(shared))).Should().Be(new DoorAnswer("Dailies", false, null));
        (await anybody.GetAsync($"{Door(shared)}/content").ProblemAsync()).Should().BeEquivalentTo(new { Code = "share.enter", HttpStatus = 401 });
        (await anybody.PostJsonAsync($"{Door(shared)}/enter", new { guestName = " " }).ProblemAsync()).Fields.Should().Equal("guestName");

        using var guest = await EnterAsync(shared, "Greta");
        (await guest.GetAsync<DoorAnswer>(Door(shared))).GuestName.Should().Be("Greta");
        var content = await guest.GetAsync<ContentShown>($"{Door(shared)}/content");
        (content.Name, content.GuestName, content.Film!.Name).Should().Be(("Dailies", "Greta", "Night Ferry"));
        content.Scenes.Should().ContainSingle().Which.Shots.Should().ContainSingle().Which.Takes.Select(t => t.Number).Should().Equal(1, 2);
        (await App.RecordAsync(workspace)).Should().Contain(["createShareLink shareLink user alice", "enterShare guest guest Greta"]);
    }

    [Fact]
    public async Task A_browser_gets_a_cookie_for_the_guests_addresses_alone()
    {
        var (first, second) = (await ShareAsync(new { name = "One", targetId = film.Film.Id }), await ShareAsync(new { name = "Two", targetId = film.Shot.Id }));
        using var browser = App.Anonymous();

        var cookies = new List<string>();
        foreach (var shared in (SharedAnswer[])[first, second])
        {
            using var entered = await browser.PostJsonAsync($"{Door(shared)}/enter", new { guestName = "Greta" });
            var set = entered.SetCookie();
            set.Should().StartWith($"__Secure-director-guest-{shared.Link.Id:N}=").And.Contain("path=/api/r/").And.Contain("httponly").And.Contain("secure").And.Contain("samesite=lax");
            cookies.Add(set.Split(';')[0]);
        }

        browser.DefaultRequestHeaders.Add("Cookie", string.Join("; ", cookies));
        (await browser.GetAsync<ContentShown>($"{Door(first)}/content")).Name.Should().Be("One");
        (await browser.GetAsync<ContentShown>($"{Door(second)}/content")).Name.Should().Be("Two");
        (await browser.GetAsync<DoorAnswer>(Door(second))).GuestName.Should().Be("Greta");
        (await browser.GetAsync("/api/me").ProblemAsync()).HttpStatus.Should().Be(401);
    }

    [Fact]
    public async Task A_guests_ticket_opens_nothing_else()
    {
        var (shared, other) = (await ShareAsync(new { name = "One", targetId = film.Shot.Id, allow = new { comment = true, circle = true, select = true } }), await ShareAsync(new { name = "Two", targetId = film.Film.Id }));
        using var guest = await EnterAsync(shared, "Greta");
        var take = film.Takes[0].Id;

        foreach (var (method, path) in ((string, string)[])[
            ("GET", "/api/me"), ("GET", "/api/films"), ("GET", $"/api/assets/{take}"), ("GET", $"/api/assets/{take}/media"), ("GET", $"/api/assets/{take}/thumbnail"), ("GET", $"/api/films/{film.Film.Id}/structure"),
            ("GET", "/api/events"), ("GET", "/api/events/stream"), ("GET", "/api/events/export"), ("GET", "/api/share-links"), ("GET", "/api/workspaces"), ("GET", $"/api/workspaces/{workspace}"), ("GET", $"/api/workspaces/{workspace}/members"),
            ("PATCH", $"/api/takes/{take}"), ("PUT", $"/api/shots/{film.Shot.Id}/selected-take"), ("POST", $"/api/takes/{take}/notes"), ("POST", "/api/workspaces"), ("DELETE", $"/api/assets/{take}"),
        ])
            (await guest.SendJsonAsync(new HttpMethod(method), path, method is "GET" or "DELETE" ? null : new { name = "x", circled = true, takeId = take, text = "x" }).ProblemAsync())
                .Should().BeEquivalentTo(new { Code = "auth.required", HttpStatus = 401 }, "{0} {1}", method, path);

        (await guest.GetAsync($"{Door(other)}/content").ProblemAsync()).Should().BeEquivalentTo(new { Code = "share.enter", HttpStatus = 401 });
        using var member = App.Anonymous();
        member.DefaultRequestHeaders.Authorization = alice.DefaultRequestHeaders.Authorization;
        (await member.GetAsync($"{Door(shared)}/content").ProblemAsync()).Code.Should().Be("share.enter", "what lets members in is no guest's ticket");
    }

    [Fact]
    public async Task Exactly_what_is_shared_is_seen()
    {
        var other = await alice.FilmAsync(1);
        var loose = await alice.MakeAsync("shot", "Title", film.Film.Id, new { description = "The title." });
        var hidden = await alice.MakeAsync("shot_take", "Rejected", film.Shot.Id);
        await alice.PatchAsync<AssetAnswer>($"/api/takes/{hidden.Id}", new { rejected = true });
        var whole = await ShareAsync(new { name = "Film", targetId = film.Film.Id });
        var scene = await ShareAsync(new { name = "Scene", targetId = film.Scene.Id });
        var takes = await ShareAsync(new { name = "Takes", takeIds = new[] { other.Takes[0].Id, film.Takes[1].Id } });

        var all = await ContentAsync(whole);
        all.AllShots.Select(s => s.Id).Should().Equal(film.Shot.Id, loose.Id);
        all.Takes.Select(t => t.Id).Should().Equal(film.Takes.Select(t => t.Id));
        (await ContentAsync(scene)).AllShots.Select(s => s.Id).Should().Equal(film.Shot.Id);
        var some = await ContentAsync(takes);
        some.Takes.Select(t => t.Id).Should().Equal(other.Takes[0].Id, film.Takes[1].Id);
        some.Shots.Should().OnlyContain(s => s.Description == null, "only takes of them are shared");
        some.Film.Should().BeNull("they are of two films");

        using var guest = await EnterAsync(takes, "Greta");
        foreach (var unseen in (Guid[])[film.Takes[0].Id, hidden.Id, film.Shot.Id, Guid.CreateVersion7()])
        {
            (await guest.GetAsync($"{Door(takes)}/media/{unseen}").ProblemAsync()).Should().BeEquivalentTo(new { Code = "share.notShared", HttpStatus = 404 });
            (await guest.GetAsync($"{Door(takes)}/media/{unseen}/thumbnail").ProblemAsync()).Code.Should().Be("share.notShared");
        }
    }

    [Fact]
    public async Task Without_a_watermark_a_guest_gets_the_very_file()
    {
        var shared = await ShareAsync(new { name = "Dailies", targetId = film.Scene.Id });
        using var guest = await EnterAsync(shared, "Greta");
        var media = (await guest.GetAsync<ContentShown>($"{Door(shared)}/content")).Takes.First().Media!;

        (await guest.GetByteArrayAsync(media.Url)).Should().Equal(await alice.GetByteArrayAsync($"/api/assets/{film.Takes[0].Id}/media"));
        using var part = new HttpRequestMessage(HttpMethod.Get, media.Url);
        part.Headers.Range = new RangeHeaderValue(0, 9);
        using var answer = await guest.SendAsync(part);
        answer.StatusCode.Should().Be(HttpStatusCode.PartialContent);
        answer.Headers.CacheControl!.NoCache.Should().BeTrue("a revoked link shows nothing more");
        (await guest.GetAsync(media.ThumbnailUrl)).IsSuccessStatusCode.Should().BeTrue();
    }

    [Fact]
    public async Task A_watermark_is_burnt_into_every_guests_own_bytes()
    {
        var shared = await ShareAsync(new { name = "Dailies", targetId = film.Scene.Id, watermark = true });
        var original = await alice.GetByteArrayAsync($"/api/assets/{film.Takes[0].Id}/media");
        using var greta = await EnterAsync(shared, "Greta");
        using var hans = await EnterAsync(shared, "Hans");
        using var namesake = await EnterAsync(shared, "Greta");
        var address = $"{Door(shared)}/media/{film.Takes[0].Id}";

        var pictures = new List<byte[]> { await greta.GetByteArrayAsync(address), await hans.GetByteArrayAsync(address), await namesake.GetByteArrayAsync(address) };
        pictures.Select(Convert.ToHexString).Should().OnlyHaveUniqueItems();
        (await greta.GetByteArrayAsync(address)).Should().Equal(pictures[0], "it is kept");
        foreach (var picture in pictures)
        {
            using var burnt = SKBitmap.Decode(picture);
            using var plain = SKBitmap.Decode(original);
            (burnt.Width, burnt.Height).Should().Be((320, 180));
            Different(burnt, plain).Should().BeInRange(0.03, 0.6, "letters stand all over it and it can still be seen");
        }

        (await greta.GetByteArrayAsync($"{address}/thumbnail")).Should().NotEqual(await hans.GetByteArrayAsync($"{address}/thumbnail"));
        using var head = await greta.GetAsync(address);
        head.Content.Headers.ContentType!.MediaType.Should().Be("image/webp");
    }

    [Fact]
    public async Task What_cannot_be_watermarked_is_refused_with_a_clear_word()
    {
        var sound = (byte[])[(byte)'f', (byte)'L', (byte)'a', (byte)'C', .. new byte[60]];
        var shared = await ShareAsync(new { name = "Dailies", targetId = film.Scene.Id, watermark = true });
        await alice.PutAsync($"/api/assets/{film.Takes[1].Id}/media", new ByteArrayContent(sound)).SucceedsAsync();
        using var guest = await EnterAsync(shared, "Greta");

        (await guest.GetAsync($"{Door(shared)}/media/{film.Takes[1].Id}").ProblemAsync()).Should().BeEquivalentTo(new { Code = "share.cannotWatermark", HttpStatus = 422 });
        (await alice.PostJsonAsync("/api/share-links", new { name = "More", targetId = film.Film.Id, watermark = true }).ProblemAsync()).Code.Should().Be("share.cannotWatermark");
        (await App.Database.ListAsync<long>("select count(*) from share_links")).Should().Equal([1L], "nothing is left of the refused one");
    }

    [Fact]
    public async Task A_clip_that_cannot_be_read_is_not_shown_without_a_watermark()
    {
        var mp4 = new byte[] { 0, 0, 0, 0x18, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'i', (byte)'s', (byte)'o', (byte)'m', 0, 0, 2, 0, (byte)'i', (byte)'s', (byte)'o', (byte)'m', (byte)'m', (byte)'p', (byte)'4', (byte)'1' };
        var shared = await ShareAsync(new { name = "Dailies", targetId = film.Scene.Id, watermark = true });
        await alice.PutAsync($"/api/assets/{film.Takes[1].Id}/media", new ByteArrayContent(mp4)).SucceedsAsync();
        using var guest = await EnterAsync(shared, "Greta");

        (await guest.GetAsync($"{Door(shared)}/media/{film.Takes[1].Id}").ProblemAsync()).Should().BeEquivalentTo(
            new { Code = Ffmpeg.Find() is null ? "share.cannotWatermark" : "share.watermarkFailed", HttpStatus = 422 });
    }

    [FfmpegFact]
    public async Task A_clip_is_watermarked_for_every_guest_of_its_own()
    {
        FfmpegFactAttribute.Require();
        var clip = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7():N}.mp4");
        (await Ffmpeg.RunAsync(["-f", "lavfi", "-i", "color=c=navy:s=322x180:r=24:d=1", "-c:v", "libx264", "-pix_fmt", "yuv420p", clip], TimeSpan.FromMinutes(1), CancellationToken.None)).Should().BeNull();
        var original = await File.ReadAllBytesAsync(clip);
        File.Delete(clip);
        await alice.PutAsync($"/api/assets/{film.Takes[1].Id}/media", new ByteArrayContent(original)).SucceedsAsync();
        var shared = await ShareAsync(new { name = "Dailies", targetId = film.Scene.Id, watermark = true });
        using var greta = await EnterAsync(shared, "Greta");
        using var hans = await EnterAsync(shared, "Hans");
        var address = $"{Door(shared)}/media/{film.Takes[1].Id}";

        var hers = await greta.GetByteArrayAsync(address);
        hers.Should().NotEqual(original).And.NotEqual(await hans.GetByteArrayAsync(address));
        (await greta.GetByteArrayAsync(address)).Should().Equal(hers, "it is kept");
        using var part = new HttpRequestMessage(HttpMethod.Get, address);
        part.Headers.Range = new RangeHeaderValue(4, 7);
        using var answer = await greta.SendAsync(part);
        answer.StatusCode.Should().Be(HttpStatusCode.PartialContent, "players seek");
        answer.Content.Headers.ContentType!.MediaType.Should().Be("video/mp4");
        (await answer.Content.ReadAsStringAsync()).Should().Be("ftyp");
    }

    [Fact]
    public async Task A_passphrase_is_needed_kept_as_a_hash_and_not_guessed_fast()
    {
        var shared = await ShareAsync(new { name = "Dailies", targetId = film.Film.Id, passphrase = "grey herons" });
        using var anybody = App.Anonymous("198.51.100.7");

        (await anybody.GetAsync<DoorAnswer>(Door(shared))).PassphraseNeeded.Should().BeTrue();
        for (var i = 0; i < 5; i++)
            (await anybody.PostJsonAsync($"{Door(shared)}/enter", new { guestName = "Mallory", passphrase = $"guess {i}" }).ProblemAsync()).Should().BeEquivalentTo(new { Code = "share.wrongPassphrase", HttpStatus = 403 });
        using var slowed = await anybody.PostJsonAsync($"{Door(shared)}/enter", new { guestName = "Mallory", passphrase = "grey herons" });
        slowed.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        slowed.Headers.RetryAfter.Should().NotBeNull();

        using var guest = await EnterAsync(shared, "Greta", "grey herons");
        (await guest.GetAsync<ContentShown>($"{Door(shared)}/content")).GuestName.Should().Be("Greta");
        string.Concat(await App.Database.ListAsync<string>("select to_jsonb(l)::text from share_links l union all select to_jsonb(a)::text from activity a"))
            .Should().Contain("hasPassphrase").And.NotContain("grey herons");
    }

    [Fact]
    public async Task Unknown_expired_revoked_and_altered_links_answer_the_same()
    {
        var open = await ShareAsync(new { name = "Open", targetId = film.Film.Id });
        var revoked = await ShareAsync(new { name = "Revoked", targetId = film.Film.Id });
        var expiring = await ShareAsync(new { name = "Ends", targetId = film.Film.Id, expiresAt = App.Clock.GetUtcNow().AddHours(1) });
        using var inside = await EnterAsync(expiring, "Greta");
        using var out_ = await EnterAsync(revoked, "Hans");
        await alice.DeleteAsync($"/api/share-links/{revoked.Link.Id}").SucceedsAsync();
        App.Clock.Advance(TimeSpan.FromHours(2));
        using var anybody = App.Anonymous();

        var answers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in (string[])[revoked.Token, expiring.Token, open.Token[..^2] + (open.Token[^2] == 'A' ? "QA" : "AA"), "nonsense", new string('A', 86)])
        {
            foreach (var answer in (HttpResponseMessage[])[await anybody.GetAsync($"/api/r/{token}"), await anybody.PostJsonAsync($"/api/r/{token}/enter", new { guestName = "Greta" }), await anybody.GetAsync($"/api/r/{token}/content")])
            {
                answer.StatusCode.Should().Be(HttpStatusCode.NotFound, token);
                answers.Add(System.Text.RegularExpressions.Regex.Replace(await answer.Content.ReadAsStringAsync(), "\"traceId\":\"[^\"]*\"", ""));
            }
        }

        answers.Should().ContainSingle().Which.Should().Contain("share.notFound");
        (await inside.GetAsync($"{Door(expiring)}/media/{film.Takes[0].Id}").ProblemAsync()).Code.Should().Be("share.notFound");
        (await out_.GetAsync($"{Door(revoked)}/content").ProblemAsync()).Code.Should().Be("share.notFound", "revoking ends access at once");
    }

    [Fact]
    public async Task A_guest_does_what_the_link_allows_and_the_record_says_who()
    {
        var shared = await ShareAsync(new { name = "Dailies", targetId = film.Scene.Id, allow = new { comment = true, circle = true, select = true } });
        using var guest = await EnterAsync(shared, "Greta");
        var take = film.Takes[1].Id;

        var note = await guest.PostAsync<NoteShown>($"{Door(shared)}/takes/{take}/notes", new { text = "Darker.", frameIn = 12, frameOut = 20, drawing = new { strokes = new[] { 1, 2 } } });
        (note.Text, note.FrameIn, note.FrameOut, note.Author.Name, note.Author.Guest).Should().Be(("Darker.", 12, 20, "Greta", true));
        (await guest.PostAsync<MarkShown>($"{Door(shared)}/takes/{take}/circle", new { circled = true })).Should().Be(new MarkShown(take, true, false));
        (await guest.PostAsync<MarkShown>($"{Door(shared)}/takes/{take}/select", new { reason = "This one." })).Should().Be(new MarkShown(take, true, true));

        var shot = await alice.ReadAsync(film.Shot.Id);
        (shot.SelectedChildId, shot.Selection!.ByName, shot.Selection.Reason).Should().Be((take, "Greta", "This one."));
        (await alice.GetAsync<PageAnswer<NoteShown>>($"/api/takes/{take}/notes")).Items.Should().ContainSingle().Which.Author.Guest.Should().BeTrue();
        (await ContentAsync(shared)).Takes.Single(t => t.Id == take).Should().BeEquivalentTo(new { Circled = true, Selected = true, Notes = new[] { new { Text = "Darker." } } });
        (await App.RecordAsync(workspace)).Should().Contain(["createSharedNote note guest Greta", "circleSharedTake shot_take guest Greta", "selectSharedTake shot guest Greta"]);
    }

    [Fact]
    public async Task What_the_link_does_not_allow_is_refused()
    {
        var shared = await ShareAsync(new { name = "Dailies", targetId = film.Scene.Id, allow = new { circle = true } });
        using var guest = await EnterAsync(shared, "Greta");
        var take = film.Takes[0].Id;

        (await guest.PostJsonAsync($"{Door(shared)}/takes/{take}/notes", new { text = "x" }).ProblemAsync()).Should().BeEquivalentTo(new { Code = "share.notAllowed", HttpStatus = 403 });
        (await guest.PostJsonAsync($"{Door(shared)}/takes/{take}/select").ProblemAsync()).Should().BeEquivalentTo(new { Code = "share.notAllowed", HttpStatus = 403 });
        await guest.PostAsync<MarkShown>($"{Door(shared)}/takes/{take}/circle", new { circled = true });
        var foreign = await alice.FilmAsync(1);
        (await guest.PostJsonAsync($"{Door(shared)}/takes/{foreign.Takes[0].Id}/circle", new { circled = true }).ProblemAsync()).Should().BeEquivalentTo(new { Code = "share.notShared", HttpStatus = 404 });
        (await alice.PatchAsync<ShareLinkShown>($"/api/share-links/{shared.Link.Id}", new { allow = new { comment = true } })).Allow.Should().Be(new AllowShown(true, false, false));
        (await guest.PostJsonAsync($"{Door(shared)}/takes/{take}/circle", new { circled = false }).ProblemAsync()).Should().BeEquivalentTo(new { Code = "share.notAllowed", HttpStatus = 403 }, "it is felt at once");
        await guest.PostAsync<NoteShown>($"{Door(shared)}/takes/{take}/notes", new { text = "Now." });
    }

    [Fact]
    public async Task A_link_for_looking_alone_says_so_whatever_is_tried()
    {
        var shared = await ShareAsync(new { name = "Dailies", targetId = film.Scene.Id });
        using var guest = await EnterAsync(shared, "Greta");
        var take = film.Takes[0].Id;

        foreach (var (act, body) in ((string, object)[])[("notes", new { text = "x" }), ("circle", new { circled = true }), ("select", new { reason = "x" })])
            (await guest.PostJsonAsync($"{Door(shared)}/takes/{take}/{act}", body).ProblemAsync()).Should().BeEquivalentTo(new { Code = "share.notAllowed", HttpStatus = 403 }, act);
    }

    [Fact]
    public async Task A_link_that_was_taken_back_stays_in_the_list()
    {
        var shared = await ShareAsync(new { name = "Dailies", targetId = film.Scene.Id });
        await alice.DeleteAsync($"/api/share-links/{shared.Link.Id}").SucceedsAsync();

        (await alice.GetAsync<PageAnswer<ShareLinkShown>>($"/api/share-links?filmId={film.Film.Id}")).Items.Should().ContainSingle().Which.RevokedAt.Should().NotBeNull();
    }

    [Fact]
    public async Task The_crews_own_notes_are_not_shown_to_guests()
    {
        var (one, two) = (await ShareAsync(new { name = "One", targetId = film.Scene.Id, allow = new { comment = true } }), await ShareAsync(new { name = "Two", targetId = film.Scene.Id, allow = new { comment = true } }));
        var take = film.Takes[0].Id;
        await alice.PostAsync<NoteShown>($"/api/takes/{take}/notes", new { text = "Between us." });
        using var greta = await EnterAsync(one, "Greta");
        using var hans = await EnterAsync(two, "Hans");
        await greta.PostAsync<NoteShown>($"{Door(one)}/takes/{take}/notes", new { text = "From one." });

        (await hans.GetAsync<ContentShown>($"{Door(two)}/content")).Takes.SelectMany(t => t.Notes).Should().BeEmpty();
        (await greta.GetAsync<ContentShown>($"{Door(one)}/content")).Takes.SelectMany(t => t.Notes).Select(n => n.Text).Should().Equal("From one.");
    }

    [Fact]
    public async Task Every_visit_is_in_the_log()
    {
        var shared = await ShareAsync(new { name = "Dailies", targetId = film.Scene.Id });
        using var guest = await EnterAsync(shared, "Greta", address: "198.51.100.9");
        for (var i = 0; i < 3; i++) await guest.GetByteArrayAsync($"{Door(shared)}/media/{film.Takes[0].Id}");
        await guest.GetAsync<ContentShown>($"{Door(shared)}/content");

        var visits = (await alice.GetAsync<PageAnswer<VisitShown>>($"/api/share-links/{shared.Link.Id}/visits")).Items;

        visits.Select(v => (v.GuestName, v.What, v.AssetId, v.Address, v.Times)).Should().Equal(
            ("Greta", "opened", null, "198.51.100.9", 1), ("Greta", "viewed", film.Takes[0].Id, "198.51.100.9", 3), ("Greta", "entered", null, "198.51.100.9", 1));
        var first = await alice.GetAsync<PageAnswer<VisitShown>>($"/api/share-links/{shared.Link.Id}/visits?limit=2");
        (await alice.GetAsync<PageAnswer<VisitShown>>($"/api/share-links/{shared.Link.Id}/visits?limit=2&cursor={first.Next}")).Items.Select(v => v.What).Should().Equal("entered");
        (await alice.GetAsync<PageAnswer<ShareLinkShown>>($"/api/share-links?filmId={film.Film.Id}")).Items.Single().Guests.Should().Be(1);
    }

    [Fact]
    public async Task In_an_archived_workspace_guests_look_and_do_nothing()
    {
        var shared = await ShareAsync(new { name = "Dailies", targetId = film.Scene.Id, allow = new { comment = true } });
        using var guest = await EnterAsync(shared, "Greta");
        await alice.PostAsync<WorkspaceShown>($"/api/workspaces/{workspace}/archive");

        (await guest.GetAsync<ContentShown>($"{Door(shared)}/content")).Takes.Should().HaveCount(2);
        (await guest.PostJsonAsync($"{Door(shared)}/takes/{film.Takes[0].Id}/notes", new { text = "x" }).ProblemAsync()).Code.Should().Be("workspace.archived");
        await alice.DeleteAsync($"/api/share-links/{shared.Link.Id}").SucceedsAsync();
    }

    [Theory]
    [InlineData("{\"name\":\"x\"}", "targetId", 422)]
    [InlineData("{\"name\":\"x\",\"targetId\":\"TAKE\"}", "targetId", 404)]
    [InlineData("{\"name\":\"x\",\"targetId\":\"0198c0de-0000-7000-8000-00000000dead\"}", "targetId", 404)]
    [InlineData("{\"name\":\"x\",\"targetId\":\"FOREIGN\"}", "targetId", 404)]
    [InlineData("{\"name\":\"x\",\"takeIds\":[\"TAKE\",\"FOREIGNTAKE\"]}", "takeIds[1]", 404)]
    [InlineData("{\"name\":\"x\",\"takeIds\":[\"TAKE\",\"TAKE\"]}", "takeIds", 422)]
    [InlineData("{\"name\":\"\",\"targetId\":\"FILM\"}", "name", 422)]
    [InlineData("{\"name\":\"x\",\"targetId\":\"FILM\",\"passphrase\":\"abc\"}", "passphrase", 422)]
    [InlineData("{\"name\":\"x\",\"targetId\":\"FILM\",\"expiresAt\":\"2020-01-01T00:00:00Z\"}", "expiresAt", 422)]
    public async Task A_link_that_does_not_fit_is_refused(string body, string field, int status)
    {
        using var mallory = await App.CreateClient("mallory");
        var foreign = await mallory.FilmAsync(1);
        body = body.Replace("FOREIGNTAKE", foreign.Takes[0].Id.ToString(), StringComparison.Ordinal).Replace("FOREIGN", foreign.Film.Id.ToString(), StringComparison.Ordinal)
            .Replace("TAKE", film.Takes[0].Id.ToString(), StringComparison.Ordinal).Replace("FILM", film.Film.Id.ToString(), StringComparison.Ordinal);

        (await alice.PostJsonAsync("/api/share-links", body).ProblemAsync()).Should().BeEquivalentTo(new { HttpStatus = status, Fields = new[] { field } });
    }

    [Fact]
    public async Task A_foreign_link_answers_like_none()
    {
        var shared = await ShareAsync(new { name = "Dailies", targetId = film.Scene.Id });
        using var mallory = await App.CreateClient("mallory");
        foreach (var id in (Guid[])[shared.Link.Id, Guid.CreateVersion7()])
        {
            (await mallory.GetAsync($"/api/share-links/{id}/visits").ProblemAsync()).Should().BeEquivalentTo(new { Code = "share.notFound", HttpStatus = 404 });
            (await mallory.SendJsonAsync(HttpMethod.Patch, $"/api/share-links/{id}", new { name = "mine" }).ProblemAsync()).Code.Should().Be("share.notFound");
            (await mallory.DeleteAsync($"/api/share-links/{id}").ProblemAsync()).Code.Should().Be("share.notFound");
        }

        (await mallory.GetAsync<PageAnswer<ShareLinkShown>>("/api/share-links")).Items.Should().BeEmpty();
        (await ContentAsync(shared)).Name.Should().Be("Dailies");
    }

    [Theory]
    [InlineData("producer", 201)]
    [InlineData("director", 201)]
    [InlineData("artist", 403)]
    [InlineData("reviewer", 403)]
    [InlineData("viewer", 403)]
    public async Task Who_shares_is_told_by_the_table(string role, int status)
    {
        using var caller = await App.JoinAsync("carl", workspace, role);

        ((int)(await caller.PostJsonAsync("/api/share-links", new { name = "x", targetId = film.Film.Id })).StatusCode).Should().Be(status);
    }

    private static double Different(SKBitmap burnt, SKBitmap plain)
    {
        var different = 0;
        for (var y = 0; y < plain.Height; y++)
        {
            for (var x = 0; x < plain.Width; x++)
            {
                var (a, b) = (burnt.GetPixel(x, y), plain.GetPixel(x, y));
                if (Math.Abs(a.Red - b.Red) + Math.Abs(a.Green - b.Green) + Math.Abs(a.Blue - b.Blue) > 60) different++;
            }
        }

        return (double)different / (plain.Width * plain.Height);
    }

    private static string Door(SharedAnswer shared) => $"/api/r/{shared.Token}";

    private Task<SharedAnswer> ShareAsync(object body) => alice.PostAsync<SharedAnswer>("/api/share-links", body);

    private async Task<HttpClient> EnterAsync(SharedAnswer shared, string name, string? passphrase = null, string? address = null)
    {
        var client = App.Anonymous(address);
        var entered = await client.PostAsync<EnteredShown>($"{Door(shared)}/enter", new { guestName = name, passphrase });
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", entered.Ticket);
        return client;
    }

    private async Task<ContentShown> ContentAsync(SharedAnswer shared)
    {
        using var guest = await EnterAsync(shared, "Somebody");
        return await guest.GetAsync<ContentShown>($"{Door(shared)}/content");
    }
}
