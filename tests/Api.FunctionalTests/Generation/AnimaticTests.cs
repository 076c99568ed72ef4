using System.Diagnostics;
using System.Text.Json;
using Director.Api.FunctionalTests.Harness;
using Director.Api.FunctionalTests.Workspaces;

namespace Director.Api.FunctionalTests.Generation;

/// <summary>Sketch's second model: a clip of a camera moving over the frame.</summary>
public sealed class AnimaticTests(DirectorApp app) : FunctionalTest(app)
{
    [FfmpegFact]
    public async Task A_clip_runs_as_long_as_its_shot_at_the_films_rate_and_is_made_for_browsers()
    {
        FfmpegFactAttribute.Require();
        var ada = await App.CreateClient("ada");
        var film = (await ada.PostAsync<JsonElement>("/api/films", new { title = "The Harbour", frameRate = "24000/1001" })).GetProperty("id").GetGuid();
        var shot = await ada.ShotAsync(film, "pan", new { description = "The pier in the rain", movement = "pan", durationFrames = 20 });
        await ada.GenerateAsync(shot, new { provider = "sketch", model = "sketch-animatic", seed = 7 });
        (await ada.SettledAsync()).Single().State().Should().Be("succeeded");
        var take = (await ada.TakesAsync(shot)).Single();
        take.GetProperty("media").GetProperty("contentType").GetString().Should().Be("video/mp4");
        var file = Path.Combine(App.DataDirectory, "clip.mp4");
        var bytes = await ada.GetByteArrayAsync($"/api/assets/{take.Id()}/media");
        await File.WriteAllBytesAsync(file, bytes);
        (await ProbeAsync(file)).Should().Be("h264,1280,720,yuv420p,24000/1001,20");
        System.Text.Encoding.Latin1.GetString(bytes).IndexOf("moov", StringComparison.Ordinal).Should().BeLessThan(System.Text.Encoding.Latin1.GetString(bytes).IndexOf("mdat", StringComparison.Ordinal), "the index lies in front");
    }

    [Fact]
    public async Task The_model_is_listed_and_says_why_where_it_cannot_be_used()
    {
        var ada = await App.CreateClient("ada");
        var sketch = (await ada.GetAsync<JsonElement>("/api/models")).EnumerateArray().Single(p => p.GetProperty("slug").GetString() == "sketch");
        var model = sketch.GetProperty("models").EnumerateArray().Single(m => m.GetProperty("name").GetString() == "sketch-animatic");
        model.GetProperty("kind").GetString().Should().Be("video");
        sketch.GetProperty("models")[0].GetProperty("name").GetString().Should().Be("storyboard", "the frame stays what is drawn when nothing is said");
        var missing = Director.Infrastructure.Media.Ffmpeg.Find() is null;
        (model.GetProperty("unavailable").ValueKind == JsonValueKind.String).Should().Be(missing);
        if (!missing) return;
        var shot = await ada.ShotAsync(await ada.FilmAsync());
        (await ada.PostJsonAsync($"/api/shots/{shot}/generate", new { provider = "sketch", model = "sketch-animatic" }).ProblemAsync()).Code.Should().Be("generation.modelUnavailable");
    }

    private static async Task<string> ProbeAsync(string file)
    {
        using var probe = Process.Start(new ProcessStartInfo("ffprobe",
            ["-v", "error", "-count_frames", "-select_streams", "v:0", "-show_entries", "stream=codec_name,width,height,pix_fmt,r_frame_rate,nb_read_frames", "-of", "csv=p=0", file])
        { RedirectStandardOutput = true })!;
        var said = await probe.StandardOutput.ReadToEndAsync();
        await probe.WaitForExitAsync();
        return said.Trim();
    }
}
