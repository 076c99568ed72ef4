using System.Globalization;
using System.Text.Json;
using Director.Api.FunctionalTests.Generation;
using Director.Api.FunctionalTests.Harness;
using Director.Api.FunctionalTests.Media;
using Director.Api.FunctionalTests.Workspaces;
using Director.Infrastructure.Media;
using SkiaSharp;

namespace Director.Api.FunctionalTests.Exports;

public sealed class FilmExportTests(DirectorApp app) : FunctionalTest(app)
{
    private const int Frames = 70;
    private const string Rate = "24000/1001";

    [FfmpegFact]
    public async Task A_film_is_put_together_frame_by_frame_with_its_burn_in()
    {
        FfmpegFactAttribute.Require();
        var ada = await App.CreateClient("ada");
        var film = await ada.AssetAsync("film", "The Harbour", null, new { frameRate = Rate });
        await ShotAsync(ada, film, 20, await CodedClips.MakeAsync(30, Rate));
        await ShotAsync(ada, film, 15, White());
        await ShotAsync(ada, film, 10, null);
        await ShotAsync(ada, film, 25, await CodedClips.MakeAsync(18, Rate, first: 100));

        var asked = await ada.PostAsync<JsonElement>($"/api/films/{film}/exports", new { format = "mp4", options = new { burnIn = true, size = 640 } });
        var done = await EndAsync(ada, asked.GetProperty("id").GetGuid());

        done.GetProperty("state").GetString().Should().Be("succeeded", "{0}", done);
        done.GetProperty("progress").GetDouble().Should().Be(1);
        var video = done.GetProperty("assetId").GetGuid();
        var bytes = await ada.GetByteArrayAsync($"/api/assets/{video}/media");
        var codes = await CodedClips.ReadAsync(bytes);
        codes.Should().HaveCount(Frames);
        codes[..20].Should().Equal(Enumerable.Range(0, 20), "the first shot's frames, no more than it runs");
        codes[20..35].Should().OnlyContain(c => c == 1023, "a still is held");
        codes[35..45].Should().OnlyContain(c => c == 0, "a slate is dark there");
        codes[45..].Should().Equal([.. Enumerable.Range(100, 18), .. Enumerable.Repeat(117, 7)], "a clip that is too short holds its last frame");
        (await BurntAsync(bytes)).Should().Equal(Enumerable.Range(0, Frames), "frame n shows burn-in n");

        var linked = await ada.GetAsync<JsonElement>($"/api/assets/{film}/children?kind=final_edit");
        linked.GetProperty("items").EnumerateArray().Select(l => l.GetProperty("asset").GetProperty("id").GetGuid()).Should().Equal(video);
        await MadeMediaTests.ReadyAsync(ada, video);
        var details = (await ada.GetAsync<JsonElement>($"/api/assets/{video}")).GetProperty("details");
        details.GetProperty("frames").GetInt32().Should().Be(Frames);
        details.GetProperty("frameRate").GetString().Should().Be(Rate);
        (await ada.GetAsync<JsonElement>($"/api/assets/{video}/media-work")).GetProperty("facts").GetProperty("audioCodec").GetString().Should().Be("aac");
        (await ada.PostJsonAsync($"/api/exports/{asked.GetProperty("id").GetGuid()}/cancel").ProblemAsync()).Code.Should().Be("export.ended");
    }

    [FfmpegFact]
    public async Task Shots_dissolve_within_their_lengths_and_an_export_can_be_called_off()
    {
        FfmpegFactAttribute.Require();
        var ada = await App.CreateClient("ada");
        var film = await ada.AssetAsync("film", "The Harbour", null, new { frameRate = Rate });
        await ShotAsync(ada, film, 12, await CodedClips.MakeAsync(30, Rate));
        await ShotAsync(ada, film, 14, await CodedClips.MakeAsync(14, Rate, first: 100));
        var options = new { transition = "dissolve", dissolveFrames = 4, size = 320, audio = "none" };
        var asked = await ada.PostAsync<JsonElement>($"/api/films/{film}/exports", new { options });
        var done = await EndAsync(ada, asked.GetProperty("id").GetGuid());
        var codes = await CodedClips.ReadAsync(await ada.GetByteArrayAsync($"/api/assets/{done.GetProperty("assetId").GetGuid()}/media"));
        codes.Should().HaveCount(26);
        codes[..12].Should().Equal(Enumerable.Range(0, 12));
        codes[16..].Should().Equal(Enumerable.Range(104, 10), "after the dissolve the next shot is where it would be after a cut");

        for (var i = 0; i < 6; i++) await ShotAsync(ada, film, 2_000, null);
        var long1 = await ada.PostAsync<JsonElement>($"/api/films/{film}/exports", new { options = new { size = 1920 } });
        var cancelled = await ada.PostAsync<JsonElement>($"/api/exports/{long1.GetProperty("id").GetGuid()}/cancel");
        cancelled.GetProperty("state").GetString().Should().Be("cancelled");
        await Eventually.HoldsAsync(async () => (await App.Database.ListAsync<long>("select count(*) from work_turns where kind = 'export'"))[0] == 0);
        (await ada.GetAsync<JsonElement[]>($"/api/films/{film}/exports")).Select(e => e.GetProperty("state").GetString()).Should().Equal("cancelled", "succeeded");
        (await ada.PostJsonAsync($"/api/films/{film}/exports", new { format = "avi" }).ProblemAsync()).Code.Should().Be("export.unknownFormat");
    }

    private static async Task ShotAsync(HttpClient ada, Guid film, int frames, byte[]? picture)
    {
        var shot = await ada.ShotAsync(film, details: new { durationFrames = frames });
        if (picture is null) return;
        var take = await ada.AssetAsync("shot_take", "from set", shot);
        await ada.PutAsync($"/api/assets/{take}/media", new ByteArrayContent(picture)).SucceedsAsync();
        await ada.PutAsync<JsonElement>($"/api/shots/{shot}/selected-take", new { takeId = take });
    }

    private static async Task<JsonElement> EndAsync(HttpClient ada, Guid export)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            var now = await ada.GetAsync<JsonElement>($"/api/exports/{export}");
            if (now.GetProperty("state").GetString() is not ("queued" or "running")) return now;
            await Task.Delay(100);
        }

        throw new TimeoutException("The film was not put together.");
    }

    private static byte[] White()
    {
        using var bitmap = new SKBitmap(320, 180);
        bitmap.Erase(SKColors.White);
        return bitmap.Encode(SKEncodedImageFormat.Png, 100).ToArray();
    }

    /// <summary>The number that is written into each picture: the one whose writing, drawn by itself, is most like it.</summary>
    private static async Task<int[]> BurntAsync(byte[] film)
    {
        const string region = "crop=70:24:320:328";
        var place = Directory.CreateTempSubdirectory("director-burnt-").FullName;
        try
        {
            var (path, font, drawn, read) = (Path.Combine(place, "film.mp4"), Path.Combine(place, "font.ttf"), Path.Combine(place, "drawn.raw"), Path.Combine(place, "read.raw"));
            await File.WriteAllBytesAsync(path, film);
            await using (var embedded = typeof(Ffmpeg).Assembly.GetManifestResourceStream("Director.Fonts.NotoSans-Bold.ttf")!)
            await using (var file = File.Create(font)) await embedded.CopyToAsync(file);
            var numbers = string.Join(',', Enumerable.Range(0, Frames).Select(n => string.Create(CultureInfo.InvariantCulture,
                $"drawtext=fontfile='{font}':fontsize=15:fontcolor=white:x=320:y=330:text='{n:000000}':enable='eq(n\\,{n})'")));
            await RunAsync("-f", "lavfi", "-i", string.Create(CultureInfo.InvariantCulture, $"color=c=black:s=640x360:r=24,{numbers},{region},format=gray"), "-frames:v", Frames.ToString(CultureInfo.InvariantCulture), "-f", "rawvideo", drawn);
            await RunAsync("-i", path, "-map", "0:v:0", "-vsync", "passthrough", "-vf", $"{region},format=gray", "-f", "rawvideo", read);
            var (wanted, found) = (Pictures(drawn), Pictures(read));
            return [.. found.Select(picture => Enumerable.Range(0, wanted.Length).MinBy(n => wanted[n].Zip(picture, (a, b) => a == b ? 0 : 1).Sum()))];
        }
        finally
        {
            Directory.Delete(place, recursive: true);
        }
    }

    private static bool[][] Pictures(string path) => [.. File.ReadAllBytes(path).Chunk(70 * 24).Select(p => p.Select(b => b > 170).ToArray())];

    private static async Task RunAsync(params string[] arguments) => (await Ffmpeg.RunAsync(arguments, TimeSpan.FromMinutes(1), CancellationToken.None)).Should().BeNull();
}
