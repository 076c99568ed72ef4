using System.Net;
using System.Text;
using System.Text.Json;
using Director.Api.FunctionalTests.Generation;
using Director.Api.FunctionalTests.Harness;
using Director.Api.FunctionalTests.Workspaces;
using SkiaSharp;

namespace Director.Api.FunctionalTests.Media;

public sealed class MadeMediaTests(DirectorApp app) : FunctionalTest(app)
{
    [FfmpegFact]
    public async Task A_clip_is_measured_and_gets_a_proxy_whose_frames_are_its_own()
    {
        FfmpegFactAttribute.Require();
        var ada = await App.CreateClient("ada");
        var film = await ada.FilmAsync();
        var shot = await ada.ShotAsync(film);
        var take = await ada.AssetAsync("shot_take", "from set", shot);
        var clip = await CodedClips.MakeAsync(50, "24000/1001");
        var put = await ada.PutAsync($"/api/assets/{take}/media", new ByteArrayContent(clip)).ReadAsync<JsonElement>();
        var video = put.GetProperty("selectedChildId").GetGuid();
        var version = put.GetProperty("version").GetInt64();

        await ReadyAsync(ada, take);

        var details = (await ada.GetAsync<JsonElement>($"/api/assets/{video}")).GetProperty("details");
        details.GetProperty("width").GetInt32().Should().Be(320);
        details.GetProperty("frameRate").GetString().Should().Be("24000/1001");
        details.GetProperty("frames").GetInt32().Should().Be(50);
        details.GetProperty("codec").GetString().Should().Be("h264");
        var shown = await ada.GetAsync<JsonElement>($"/api/assets/{take}");
        shown.GetProperty("media").GetProperty("durationMs").GetInt32().Should().Be(2085);
        shown.GetProperty("version").GetInt64().Should().Be(version, "no person changed it");

        var proxy = await ada.GetAsync($"/api/assets/{take}/proxy");
        proxy.Content.Headers.ContentType!.MediaType.Should().Be("video/mp4");
        var bytes = await proxy.Content.ReadAsByteArrayAsync();
        (await CodedClips.ReadAsync(bytes)).Should().Equal(Enumerable.Range(0, 50), "frame n of the proxy is frame n of the clip");
        (await CodedClips.FramesAsync(bytes)).Should().Be(string.Concat(Enumerable.Range(0, 50).Select(n => n % 12 == 0 ? 'I' : 'P')), "a key frame every 12 and no B-frames");
        IndexOf(bytes, "moov").Should().BeLessThan(IndexOf(bytes, "mdat"), "it plays before it is whole");
        using var range = new HttpRequestMessage(HttpMethod.Get, $"/api/assets/{take}/proxy") { Headers = { Range = new(4, 7) } };
        var part = await ada.SendAsync(range);
        part.StatusCode.Should().Be(HttpStatusCode.PartialContent);
        (await part.Content.ReadAsByteArrayAsync()).Should().Equal(bytes[4..8]);
        using var known = new HttpRequestMessage(HttpMethod.Get, $"/api/assets/{take}/proxy") { Headers = { IfNoneMatch = { proxy.Headers.ETag! } } };
        (await ada.SendAsync(known)).StatusCode.Should().Be(HttpStatusCode.NotModified);

        using var poster = SKBitmap.Decode(await ada.GetByteArrayAsync($"/api/assets/{take}/thumbnail?size=160"));
        (poster.Width, poster.Height).Should().Be((160, 90));
        using var sheet = SKBitmap.Decode(await ada.GetByteArrayAsync($"/api/assets/{take}/contact-sheet"));
        sheet.Width.Should().Be(12 * 240);
        var waveform = await ada.GetAsync<JsonElement>($"/api/assets/{take}/waveform");
        waveform.GetProperty("peaks").EnumerateArray().Skip(2).Take(50).Should().OnlyContain(p => p.GetInt32() > 5, "the tone never stops");

        var events = await ada.GetAsync<JsonElement>($"/api/assets/{video}/history");
        events.GetProperty("items").EnumerateArray().Select(e => e.GetProperty("kind").GetString()).Should().Contain(["measureAsset", "finishMediaWork"]);

        // The same bytes elsewhere are known already.
        var twin = await ada.AssetAsync("video", "twin", film);
        await ada.PutAsync($"/api/assets/{twin}/media", new ByteArrayContent(clip)).SucceedsAsync();
        await Eventually.HoldsAsync(async () => (await ada.GetAsync<JsonElement>($"/api/assets/{twin}")).GetProperty("details").GetProperty("frames") is { ValueKind: JsonValueKind.Number });
    }

    [FfmpegFact]
    public async Task A_sound_has_peaks_and_no_proxy_and_what_is_no_clip_says_why()
    {
        FfmpegFactAttribute.Require();
        var ada = await App.CreateClient("ada");
        var film = await ada.FilmAsync();
        var sound = await ada.AssetAsync("audio", "hum", film);
        await ada.PutAsync($"/api/assets/{sound}/media", new ByteArrayContent(Wav(8_000))).SucceedsAsync();
        var liar = await ada.AssetAsync("video", "liar", film);
        await ada.PutAsync($"/api/assets/{liar}/media", new ByteArrayContent(Liar())).SucceedsAsync();

        var work = await ReadyAsync(ada, sound);
        work.GetProperty("products").EnumerateArray().Select(p => p.GetString()).Should().Equal("waveform");
        (await ada.GetAsync<JsonElement>($"/api/assets/{sound}")).GetProperty("details").GetProperty("sampleRate").GetInt32().Should().Be(8_000);
        (await ada.GetAsync($"/api/assets/{sound}/proxy").ProblemAsync()).Code.Should().Be("media.nothingToMake");
        (await ada.GetAsync<JsonElement>($"/api/assets/{sound}/waveform")).GetProperty("peaksPerSecond").GetDouble().Should().Be(50);

        await Eventually.HoldsAsync(async () => (await StateAsync(ada, liar)).GetProperty("state").GetString() == "failed");
        var problem = await ada.GetAsync($"/api/assets/{liar}/proxy").ProblemAsync();
        problem.Should().BeEquivalentTo(new { Code = "media.notMade", HttpStatus = 404 });
        problem.Title.Should().NotContain(App.DataDirectory, "where files lie is nobody's business");
        (await ada.GetAsync($"/api/assets/{liar}/media")).StatusCode.Should().Be(HttpStatusCode.OK, "the file is kept as it came");
    }

    /// <summary>A file that begins as a clip and is a list of other files in truth.</summary>
    private static byte[] Liar() => [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 2, 0, .. "isomiso2"u8, .. Encoding.ASCII.GetBytes("#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\nhttp://127.0.0.1:9/x\n")];

    private static byte[] Wav(int samples)
    {
        var wav = new MemoryStream();
        using var writer = new BinaryWriter(wav);
        writer.Write("RIFF"u8);
        writer.Write(36 + samples * 2);
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)1);
        writer.Write(8_000);
        writer.Write(16_000);
        writer.Write((short)2);
        writer.Write((short)16);
        writer.Write("data"u8);
        writer.Write(samples * 2);
        for (var i = 0; i < samples; i++) writer.Write((short)(12_000 * Math.Sin(i / 3.0)));
        return wav.ToArray();
    }

    internal static async Task<JsonElement> ReadyAsync(HttpClient client, Guid asset)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            var work = await StateAsync(client, asset);
            if (work.GetProperty("state").GetString() is not "waiting")
            {
                work.GetProperty("state").GetString().Should().Be("ready", "{0}", work);
                return work;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException("The clip was not looked at.");
    }

    private static Task<JsonElement> StateAsync(HttpClient client, Guid asset) => client.GetAsync<JsonElement>($"/api/assets/{asset}/media-work");

    private static int IndexOf(byte[] bytes, string mark) => bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(mark));
}
