namespace Director.Web.Tests;

/// <summary>Clips whose frames say their number in pixels, in a real browser: what is said to be on the screen is.</summary>
[Collection("one browser at a time")]
public sealed class ViewerTests
{
    [ClipFact]
    public async Task Every_sought_frame_is_the_right_one_at_every_rate_and_codec()
    {
        ClipFactAttribute.Require();
        (await Npm.RunAsync("node", ["e2e/frame-truth.mjs"], Path.Combine(Npm.Root, "web"))).Should().Be(Npm.Passed);
    }

    [ClipFact]
    public async Task Clips_are_played_compared_written_about_and_screened_frame_by_frame()
    {
        ClipFactAttribute.Require();
        await BrowserRun.PassesAsync("e2e/viewer.mjs");
    }
}
