namespace Director.Web.Tests;

/// <summary>Every screen of the router on a real server, in both themes, at a desk and on a phone.</summary>
[Collection("one browser at a time")]
public sealed class EveryScreenTests
{
    [BrowserFact]
    public async Task Every_screen_is_accessible_fits_and_complains_of_nothing() => await BrowserRun.PassesAsync("e2e/every-screen.mjs");
}
