using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Director.Api.FunctionalTests.Harness;
using Director.Infrastructure.Content.Reading;
using SkiaSharp;

namespace Director.Api.FunctionalTests.Content;

/// <summary>Texts are taken in from a real web server and from files, one scenario after the other over one server.</summary>
public sealed class ContentTests(ContentApp app) : IClassFixture<ContentApp>, IAsyncLifetime
{
    private HttpClient anna = null!;

    public async Task InitializeAsync()
    {
        await app.ResetAsync();
        anna = await app.CreateClient("anna");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private const string Article = """
        <!doctype html><html lang="en"><head><title>The last ferry | Harbour News</title><script>alert('x')</script></head><body><nav>Home News Sports Weather</nav>
        <article><h1>The last ferry</h1>
        <p>The last ferry of the year left the harbour at dawn on Tuesday, with eleven people on board and a dog that belonged to none of them.</p>
        <h2>What the captain saw</h2>
        <p>The captain said that he had seen the light go out at four in the morning, and that it was not the fog. He has known this lighthouse for thirty years, and it has never gone out.</p>
        <p>At the pier a woman in a yellow coat waited until the boat was out of sight, and then she went back up the hill without a word to anybody who was there.</p>
        </article><footer>Copyright. Cookies. Subscribe to our newsletter.</footer></body></html>
        """;

    [Fact]
    public async Task A_page_becomes_a_text_that_is_found_and_a_film_with_shots()
    {
        app.Pages.Serve("/news?id=1", "text/html; charset=utf-8", Article);
        app.Pages.Serve("/news?id=2", "text/html; charset=utf-8", Article.Replace("ferry", "train", StringComparison.Ordinal));

        var first = await TakeInAsync(new { url = app.Pages.At("/news?id=1#top"), tags = new[] { "sea", "harbour" } });
        first["status"]!.ToString().Should().Be("completed", first.ToJsonString());
        first["progress"]!.GetValue<int>().Should().Be(100);
        first["sourceKind"]!.ToString().Should().Be("web");
        first["language"]!.ToString().Should().Be("en");
        first["title"]!.ToString().Should().Contain("The last ferry");
        first["assetType"]!.ToString().Should().Be("text");
        first["tags"]!.AsArray().Select(t => t!.ToString()).Should().Equal("harbour", "sea");

        var text = (await anna.GetAsync<JsonNode>($"/api/content/{first["id"]}/text"))["text"]!.ToString();
        text.Should().Contain("a dog that belonged to none of them").And.Contain("What the captain saw").And.NotContain("Cookies").And.NotContain("alert(").And.NotContain("Sports");

        var asset = await anna.GetAsync<JsonNode>($"/api/assets/{first["assetId"]}");
        asset["details"]!["sourceUrl"]!.ToString().Should().Be(app.Pages.At("/news?id=1"), "the fragment is not part of it and the query is");
        asset["details"]!["sourceKind"]!.ToString().Should().Be("web");
        asset["media"]!["sha256"]!.ToString().Should().Be(first["sha256"]!.ToString());

        // Another query string is another page; the same link again is the same text.
        var second = await TakeInAsync(new { url = app.Pages.At("/news?id=2") });
        second["id"]!.ToString().Should().NotBe(first["id"]!.ToString());
        second["sha256"]!.ToString().Should().NotBe(first["sha256"]!.ToString());
        (await TakeInAsync(new { url = app.Pages.At("/news?id=1") }))["id"]!.ToString().Should().Be(first["id"]!.ToString());

        // The same words elsewhere share the asset; forced, they get one of their own.
        app.Pages.Serve("/copy", "text/html", Article);
        var copy = await TakeInAsync(new { url = app.Pages.At("/copy") });
        copy["duplicateOf"]!.ToString().Should().Be(first["id"]!.ToString());
        copy["assetId"]!.ToString().Should().Be(first["assetId"]!.ToString());
        var forced = await TakeInAsync(new { url = app.Pages.At("/copy"), force = true });
        forced["assetId"]!.ToString().Should().NotBe(first["assetId"]!.ToString());

        (await TitlesAsync("q=yellow")).Should().HaveCount(4, "the words of the text are searched");
        (await TitlesAsync("q=yellow&tag=sea")).Should().HaveCount(2, "the copy shares the tagged text");
        (await TitlesAsync("language=en&sourceKind=web&status=completed")).Should().HaveCount(4);
        (await TitlesAsync("language=ru")).Should().BeEmpty();
        var page = await anna.GetAsync<JsonNode>("/api/content?limit=3");
        (await anna.GetAsync<JsonNode>($"/api/content?limit=3&cursor={page["next"]}"))["items"]!.AsArray().Should().ContainSingle();

        var film = await anna.PostAsync<JsonNode>($"/api/content/{first["id"]}/film", new { title = "Ferry", frameRate = "25" });
        film["film"]!["name"]!.ToString().Should().Be("Ferry");
        var structure = await anna.GetAsync<JsonNode>($"/api/films/{film["film"]!["id"]}/structure");
        structure["scenes"]!.AsArray().SelectMany(s => s!["shots"]!.AsArray()).Should().NotBeEmpty();
        structure["scenes"]!.AsArray().Select(s => s!["name"]!.ToString()).Should().Contain(n => n.Contains("captain", StringComparison.OrdinalIgnoreCase));
        var script = (await anna.GetAsync<JsonNode>($"/api/assets?type=script&rootId={film["film"]!["id"]}"))["items"]![0]!;
        (await anna.GetAsync<JsonNode>($"/api/assets/{script["id"]}/lineage?direction=up&depth=2"))["edges"]!.AsArray()
            .Should().Contain(e => e!["childId"]!.ToString() == first["assetId"]!.ToString() && e["kind"]!.ToString() == "derived_from");

        // Removing it takes the asset along, and restoring that brings the text back.
        (await anna.DeleteAsync($"/api/content/{first["id"]}")).StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await anna.GetAsync($"/api/content/{first["id"]}")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        await anna.PostJsonAsync($"/api/assets/{first["assetId"]}/restore", null).SucceedsAsync();
        (await anna.GetAsync<JsonNode>($"/api/content/{first["id"]}"))["title"]!.ToString().Should().Contain("ferry");
    }

    [Fact]
    public async Task Files_of_every_format_are_read_and_known_again()
    {
        var pdf = await UploadAsync("report.pdf", Pdf("Маяк погас в четыре часа утра, и это был не туман.", "Капитан знает его тридцать лет, и он никогда ещё не гас.", "Женщина в жёлтом плаще молча ушла с пирса."));
        pdf["status"]!.ToString().Should().Be("completed", pdf.ToJsonString());
        pdf["language"]!.ToString().Should().Be("ru");
        (await anna.GetAsync<JsonNode>($"/api/content/{pdf["id"]}/text"))["text"]!.ToString().Should().Contain("Капитан знает его тридцать лет");

        var spanish = await UploadAsync("carta.txt", Encoding.Latin1.GetBytes("La mañana en que se fue el último barco no había nadie en el puerto, pero la luz del faro seguía encendida y el perro esperaba con ella."));
        spanish["language"]!.ToString().Should().Be("es");
        spanish["title"]!.ToString().Should().Be("carta");

        var fountain = await UploadAsync("pier.fountain", Encoding.UTF8.GetBytes("Title: The Pier\n\nEXT. PIER - DAWN\n\nA woman waits.\n\nANNA\nIt went out.\n"));
        fountain["assetType"]!.ToString().Should().Be("script");
        fountain["title"]!.ToString().Should().Be("The Pier");
        (await UploadAsync("copy.fountain", Encoding.UTF8.GetBytes("Title: The Pier\n\nEXT. PIER - DAWN\n\nA woman waits.\n\nANNA\nIt went out.\n")))["id"]!.ToString().Should().Be(fountain["id"]!.ToString());
        var film = await anna.PostAsync<JsonNode>($"/api/content/{fountain["id"]}/film", new { });
        (await anna.GetAsync<JsonNode>($"/api/films/{film["film"]!["id"]}/structure"))["characters"]!.AsArray().Should().ContainSingle();

        const string fdx = """<?xml version="1.0" encoding="UTF-8"?><FinalDraft DocumentType="Script" Version="1"><Content><Paragraph Type="Scene Heading"><Text>INT. HUT - NIGHT</Text></Paragraph><Paragraph Type="Action"><Text>Rain on the roof of the hut.</Text></Paragraph></Content></FinalDraft>""";
        var finalDraft = await UploadAsync("hut.fdx", Encoding.UTF8.GetBytes(fdx));
        finalDraft["sourceKind"]!.ToString().Should().Be("fdx");
        (await anna.GetAsync<JsonNode>($"/api/content/{finalDraft["id"]}/text"))["text"]!.ToString().Should().Contain("INT. HUT - NIGHT").And.Contain("Rain on the roof");

        (await RawUploadAsync("picture.txt", [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 1])).Should().Be((422, "content.unsupported"));
        (await RawUploadAsync("much.txt", new byte[(4 << 20) + 1])).Should().Be((413, "media.tooLarge"));

        // A foreign workspace sees none of it, and its own copy is its own.
        var boris = await app.CreateClient("boris");
        (await boris.GetAsync($"/api/content/{pdf["id"]}")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await boris.GetAsync<JsonNode>("/api/content"))["items"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_hostile_or_broken_is_refused_with_its_cause_and_harms_nothing()
    {
        app.Pages.Serve("/locked", c => { c.Response.StatusCode = 403; return Task.CompletedTask; });
        app.Pages.Serve("/busy", c => { c.Response.StatusCode = 503; return Task.CompletedTask; });
        app.Pages.Serve("/endless", async c =>
        {
            c.Response.ContentType = "text/html";
            var rubbish = new byte[65_536];
            for (var sent = 0; sent < 200 && !c.RequestAborted.IsCancellationRequested; sent++) await c.Response.Body.WriteAsync(rubbish, c.RequestAborted);
        });
        app.Pages.Serve("/slow", async c =>
        {
            c.Response.ContentType = "text/html";
            for (var i = 0; i < 60; i++)
            {
                await c.Response.Body.WriteAsync("<p>"u8.ToArray(), c.RequestAborted);
                await c.Response.Body.FlushAsync(c.RequestAborted);
                await Task.Delay(500, c.RequestAborted);
            }
        });
        app.Pages.Serve("/bomb", async c =>
        {
            c.Response.ContentType = "text/html";
            c.Response.Headers.ContentEncoding = "gzip";
            await using var gzip = new System.IO.Compression.GZipStream(c.Response.Body, System.IO.Compression.CompressionLevel.Fastest);
            for (var i = 0; i < 64; i++) await gzip.WriteAsync(new byte[1 << 20], c.RequestAborted);
        });
        app.Pages.Serve("/deep", "text/html", "<!doctype html><html><body>" + string.Concat(Enumerable.Repeat("<div>", 100_000)) + "deep down there are some words");
        app.Pages.Serve("/picture", "text/html", [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 1, 2, 3]);
        app.Pages.Serve("/empty", "text/html", "<!doctype html><html><body><script>1</script></body></html>");
        app.Pages.Redirect("/round", app.Pages.At("/round"));

        (await CauseAsync("/nowhere")).Should().Be(("sourceRefused", false));
        (await CauseAsync("/locked")).Should().Be(("sourceRefused", false));
        (await CauseAsync("/busy")).Should().Be(("sourceRefused", true));
        (await CauseAsync("/endless")).Should().Be(("tooLarge", false));
        (await CauseAsync("/bomb")).Should().Be(("tooLarge", false));
        (await CauseAsync("/slow")).Should().Be(("unreachable", true));
        (await CauseAsync("/picture")).Should().Be(("unsupported", false));
        (await CauseAsync("/empty")).Should().Be(("noText", false));
        (await CauseAsync("/round")).Should().Be(("sourceRefused", false));
        // As deep as it likes: read, or refused, and the server is still there.
        var deep = await TakeInAsync(new { url = app.Pages.At("/deep") });
        deep["status"]!.ToString().Should().BeOneOf("completed", "failed");

        (await UploadAsync("broken.pdf", Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\ntrailer << /Root 1 0 R >>")))["failure"]!["cause"]!.ToString()
            .Should().BeOneOf("unreadable", "noText");
        (await UploadAsync("looping.pdf", Encoding.ASCII.GetBytes(Looping)))["failure"]!["cause"]!.ToString().Should().BeOneOf("unreadable", "noText", "tooHeavy");
        (await UploadAsync("blank.pdf", Pdf()))["failure"]!["cause"]!.ToString().Should().Be("noText");

        // What failed is tried again when the other side has recovered.
        app.Pages.Serve("/busy", "text/plain", "The light is on again, and the boat is back in the harbour with all who were on it.");
        var failed = (await anna.GetAsync<JsonNode>("/api/content?status=failed&q=busy"))["items"]![0]!;
        await anna.PostJsonAsync($"/api/content/{failed["id"]}/retry", null).SucceedsAsync();
        (await EndAsync(failed["id"]!.ToString()))["status"]!.ToString().Should().Be("completed");
        (await anna.PostJsonAsync($"/api/content/{failed["id"]}/retry", null)).StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await anna.PostJsonAsync($"/api/content/{failed["id"]}/cancel", null)).StatusCode.Should().Be(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task No_address_leads_into_this_network()
    {
        await using var canary = await PageServer.StartAsync(IPAddress.Any);
        await using var sixth = await PageServer.StartAsync(IPAddress.IPv6Any);
        var (port, portSix) = (canary.Address.Port, sixth.Address.Port);
        app.Names["rebound.example.com"] = new(["203.0.113.7", "127.0.0.1", "127.0.0.1"]);
        app.Names["inside.example.com"] = new(Enumerable.Repeat("10.0.0.1 127.0.0.1 ::1", 9));
        app.Names["web.example.com"] = new(Enumerable.Repeat("127.0.0.1", 9));
        string[] redirects =
        [
            $"http://127.0.0.1:{port}/", $"http://localhost:{port}/", $"http://[::1]:{portSix}/", "http://127.0.0.1/", "http://[::1]/", "http://0.0.0.0/", "http://[::ffff:127.0.0.1]/", "http://2130706433/",
            "http://0x7f000001/", "http://0177.0.0.1/", "http://169.254.169.254/latest/meta-data/", "http://web.example.com/", "file:///etc/passwd", "gopher://127.0.0.1/", "//127.0.0.1/",
        ];
        for (var i = 0; i < redirects.Length; i++) app.Pages.Redirect($"/to/{i}", redirects[i]);

        // Addresses that say it themselves are refused at once where they name a port or a scheme, and else when they are connected to.
        foreach (var url in new[] { $"http://127.0.0.1:{port}/", $"http://localhost:{port}/", $"http://[::1]:{portSix}/", $"http://2130706433:{port}/", $"http://user:pass@127.0.0.1/", "ftp://127.0.0.1/", "file:///etc/passwd", "javascript:alert(1)" })
            (await anna.PostJsonAsync("/api/content/from-url", new { url })).StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity, url);
        string[] connected = ["http://127.0.0.1/", "http://[::1]/", "http://[::ffff:7f00:1]/", "http://2130706433/", "http://0x7f.1/", "http://rebound.example.com/", "http://inside.example.com/", "http://10.0.0.1/", "http://[fe80::1]/", "http://[64:ff9b::7f00:1]/"];
        var sent = new List<JsonNode>();
        foreach (var url in connected.Concat(redirects.Select((_, i) => app.Pages.At($"/to/{i}"))))
            sent.Add(await anna.PostAsync<JsonNode>("/api/content/from-url", new { url, sourceKind = "web" }));
        foreach (var item in sent)
        {
            var ended = await EndAsync(item["id"]!.ToString());
            ended["status"]!.ToString().Should().Be("failed", ended.ToJsonString());
            ended["failure"]!["cause"]!.ToString().Should().Be("addressRefused", ended.ToJsonString());
        }

        canary.Asked.Should().BeEmpty();
        sixth.Asked.Should().BeEmpty();
    }

    [Fact]
    public async Task A_video_needs_the_transcript_service_and_gets_its_words()
    {
        app.Pages.Serve($"/transcripts?url={Uri.EscapeDataString("https://www.youtube.com/watch?v=abc")}", "application/json",
            """{"title":"The last ferry, told","text":"We left at dawn. It was not the fog that we were afraid of, and the captain knew it.","language":"en"}""");
        var told = await TakeInAsync(new { url = "https://www.youtube.com/watch?v=abc" });
        told["status"]!.ToString().Should().Be("completed", told.ToJsonString());
        told["sourceKind"]!.ToString().Should().Be("video");
        told["title"]!.ToString().Should().Be("The last ferry, told");
        var other = await TakeInAsync(new { url = "https://www.youtube.com/watch?v=xyz" });
        other["id"]!.ToString().Should().NotBe(told["id"]!.ToString(), "the query says which video");
        other["failure"]!["cause"]!.ToString().Should().Be("sourceRefused");
    }

    private static readonly SKTypeface Typeface = SKTypeface.FromStream(typeof(ReaderProtocol).Assembly.GetManifestResourceStream("Director.Fonts.NotoSans-Regular.ttf"));

    private const string Looping = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>endobj\nxref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \ntrailer<</Size 3/Root 1 0 R>>\nstartxref\n110\n%%EOF";

    private async Task<IReadOnlyList<string>> TitlesAsync(string filter) =>
        [.. (await anna.GetAsync<JsonNode>($"/api/content?{filter}"))["items"]!.AsArray().Select(i => i!["title"]!.ToString())];

    private async Task<(string Cause, bool Retryable)> CauseAsync(string path)
    {
        var ended = await TakeInAsync(new { url = app.Pages.At(path) });
        return ended["failure"] is { } failure ? (failure["cause"]!.ToString(), failure["retryable"]!.GetValue<bool>()) : (ended.ToJsonString(), false);
    }

    private async Task<JsonNode> TakeInAsync(object wish)
    {
        var response = await anna.PostJsonAsync("/api/content/from-url", wish);
        var accepted = (await response.Content.ReadFromJsonAsync<JsonNode>())!;
        response.StatusCode.Should().Be(HttpStatusCode.Accepted, accepted.ToJsonString());
        return await EndAsync(accepted["id"]!.ToString());
    }

    private async Task<JsonNode> UploadAsync(string name, byte[] bytes)
    {
        using var content = new ByteArrayContent(bytes) { Headers = { ContentType = new("application/octet-stream") } };
        var response = await anna.PostAsync($"/api/content/upload?fileName={name}", content);
        var accepted = (await response.Content.ReadFromJsonAsync<JsonNode>())!;
        response.StatusCode.Should().Be(HttpStatusCode.Accepted, accepted.ToJsonString());
        return await EndAsync(accepted["id"]!.ToString());
    }

    private async Task<(int Status, string Code)> RawUploadAsync(string name, byte[] bytes)
    {
        using var content = new ByteArrayContent(bytes) { Headers = { ContentType = new("application/octet-stream") } };
        var response = await anna.PostAsync($"/api/content/upload?fileName={name}", content);
        return ((int)response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonNode>())!["code"]!.ToString());
    }

    private async Task<JsonNode> EndAsync(string id)
    {
        JsonNode? seen = null;
        for (var tries = 0; tries < 400; tries++)
        {
            seen = await anna.GetAsync<JsonNode>($"/api/content/{id}");
            if (seen["status"]!.ToString() is "completed" or "failed") return seen;
            await Task.Delay(50);
        }

        throw new TimeoutException($"It did not end: {seen?.ToJsonString()}");
    }

    private static byte[] Pdf(params string[] paragraphs)
    {
        using var stream = new MemoryStream();
        using (var document = SKDocument.CreatePdf(stream))
        {
            var canvas = document.BeginPage(595, 842);
            using var font = new SKFont(Typeface, 12);
            using var paint = new SKPaint();
            for (var i = 0; i < paragraphs.Length; i++) canvas.DrawText(paragraphs[i], 60, 80 + (i * 40), SKTextAlign.Left, font, paint);
            document.EndPage();
            document.Close();
        }

        return stream.ToArray();
    }
}
