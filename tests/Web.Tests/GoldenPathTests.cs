namespace Director.Web.Tests;

/// <summary>From an empty server to a screened film, in a real browser.</summary>
[Collection("one browser at a time")]
public sealed class GoldenPathTests
{
    [BrowserFact]
    public async Task A_script_becomes_a_screened_film() => await BrowserRun.PassesAsync("e2e/golden-path.mjs");
}
