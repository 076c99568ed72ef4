namespace Director.Web.Tests;

/// <summary>Runs a walk through the app in a real browser against a server of its own.</summary>
internal static class BrowserRun
{
    /// <summary>The script passes, and the server's log has no error afterwards.</summary>
    /// <param name="script">In the folder of the web app; it gets the server's address.</param>
    internal static async Task PassesAsync(string script)
    {
        BrowserFactAttribute.Require();
        await using var server = await EmptyServer.StartAsync();
        (await Npm.RunAsync("node", [script, server.Address], Path.Combine(Npm.Root, "web"))).Should().Be(Npm.Passed);
        await server.StopWithACleanLogAsync();
    }
}
