namespace Director.Web.Tests;

/// <summary>The board by hand, in a real browser.</summary>
[Collection("one browser at a time")]
public sealed class BoardTests
{
    [BrowserFact]
    public async Task Shots_and_scenes_are_carried_and_a_feature_stays_light() => await BrowserRun.PassesAsync("e2e/board.mjs");
}
