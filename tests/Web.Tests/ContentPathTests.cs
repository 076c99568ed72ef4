using System.Globalization;

namespace Director.Web.Tests;

/// <summary>From a pasted link to a first shot, in a real browser.</summary>
[Collection("one browser at a time")]
public sealed class ContentPathTests
{
    [BrowserFact]
    public async Task A_pasted_link_becomes_a_film_with_shots()
    {
        // The walk serves the page itself; the server is told that it may call it there.
        var port = EmptyServer.FreePort().ToString(CultureInfo.InvariantCulture);
        await BrowserRun.PassesAsync("e2e/content-path.mjs", new Dictionary<string, string> { ["CONTENT_ALLOWED_HOSTS"] = $"http://127.0.0.1:{port}" }, port);
    }
}
