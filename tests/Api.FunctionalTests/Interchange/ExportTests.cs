using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text.Json;
using Director.Api.FunctionalTests.Films;
using Director.Api.FunctionalTests.Harness;
using SkiaSharp;

namespace Director.Api.FunctionalTests.Interchange;

/// <summary>Edits out: every take of every shot, the selected one active, files that exist.</summary>
public sealed class ExportTests(DirectorApp app) : FunctionalTest(app)
{
    private HttpClient alice = null!;
    private Guid film;
    private Guid shot;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        alice = await App.CreateClient("alice");
        film = (await alice.PostAsync<JsonElement>("/api/films", new { title = "Мост / Bridge", frameRate = "24000/1001" })).Id();
        var scene = (await alice.PostAsync<JsonElement>($"/api/films/{film}/scenes", new { name = "One", sceneNumber = "1" })).Id();
        shot = (await alice.PostAsync<JsonElement>($"/api/scenes/{scene}/shots", new { description = "The bridge.", durationFrames = 48 })).Id();
        await alice.PostAsync<JsonElement>($"/api/scenes/{scene}/shots", new { description = "Nobody picked this.", durationFrames = 24 });
        for (var i = 0; i < 3; i++)
        {
            var take = (await alice.PostAsync<JsonElement>($"/api/shots/{shot}/takes", new { source = "set" })).Id();
            var content = new ByteArrayContent(Picture((byte)(i * 80)));
            content.Headers.ContentType = new MediaTypeHeaderValue("image/png");
            await alice.PutAsync($"/api/assets/{take}/media", content).SucceedsAsync();
            if (i == 1) await alice.PutAsync<JsonElement>($"/api/shots/{shot}/selected-take", new { takeId = take });
        }
    }

    [Fact]
    public async Task The_edit_carries_all_takes_and_plays_the_selected_one()
    {
        var otio = await alice.GetAsync<JsonElement>($"/api/films/{film}/exports/otio");
        otio.Text("OTIO_SCHEMA").Should().Be("Timeline.1");
        var track = otio.GetProperty("tracks").GetProperty("children").EnumerateArray().First();
        var clips = track.GetProperty("children").EnumerateArray().ToList();
        clips.Should().HaveCount(2);

        var references = clips[0].GetProperty("media_references").EnumerateObject().ToList();
        references.Should().HaveCount(3);
        var active = clips[0].GetProperty("media_references").GetProperty(clips[0].Text("active_media_reference_key")!);
        active.Text("OTIO_SCHEMA").Should().Be("ExternalReference.1");
        active.GetRawText().Should().Contain("T2");
        var duration = clips[0].GetProperty("source_range").GetProperty("duration");
        duration.GetProperty("value").GetDouble().Should().Be(48);
        duration.GetProperty("rate").GetDouble().Should().BeApproximately(24000 / 1001d, 1e-9);

        var unpicked = clips[1].GetProperty("media_references").GetProperty(clips[1].Text("active_media_reference_key")!);
        unpicked.Text("OTIO_SCHEMA").Should().Be("MissingReference.1");
    }

    [Fact]
    public async Task The_zip_has_every_file_that_its_edit_names()
    {
        await using var stream = new MemoryStream(await alice.GetByteArrayAsync($"/api/films/{film}/exports/otio?media=zip"));
        await using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
        var edit = zip.Entries.Single(e => e.Name.EndsWith(".otio", StringComparison.Ordinal));
        using var reader = new StreamReader(await edit.OpenAsync());
        var otio = JsonDocument.Parse(await reader.ReadToEndAsync()).RootElement;
        var urls = otio.GetProperty("tracks").GetProperty("children").EnumerateArray().SelectMany(t => t.GetProperty("children").EnumerateArray())
            .SelectMany(c => c.GetProperty("media_references").EnumerateObject()).Where(r => r.Value.TryGetProperty("target_url", out _))
            .Select(r => Uri.UnescapeDataString(r.Value.Text("target_url")!)).ToList();
        urls.Should().HaveCount(3).And.OnlyContain(u => !u.StartsWith('/') && !u.Contains("..", StringComparison.Ordinal));
        foreach (var url in urls) zip.GetEntry(url)!.Length.Should().BeGreaterThan(0);
    }

    [Fact]
    public async Task An_unknown_format_and_a_foreign_film_are_refused()
    {
        (await alice.GetAsync($"/api/films/{film}/exports/mov").ProblemAsync()).Code.Should().Be("export.unknownFormat");
        var mallory = await App.CreateClient("mallory");
        (await mallory.GetAsync($"/api/films/{film}/exports/otio").ProblemAsync()).HttpStatus.Should().Be(404);
    }

    private static byte[] Picture(byte shade)
    {
        using var bitmap = new SKBitmap(64, 36);
        bitmap.Erase(new SKColor(shade, shade, 128));
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }
}
