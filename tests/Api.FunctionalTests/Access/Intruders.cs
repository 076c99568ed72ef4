using System.Net.Http.Headers;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Access;

/// <summary>Everybody who tries.</summary>
internal static class Intruders
{
    /// <summary>An access token lives a quarter of an hour.</summary>
    private static readonly TimeSpan LongerThanAToken = TimeSpan.FromMinutes(16);

    /// <summary>What another process or another table changed is known to every node after two seconds.</summary>
    private static readonly TimeSpan LongerThanAnyCache = TimeSpan.FromSeconds(2.2);

    internal static async Task<IReadOnlyList<Intruder>> GatherAsync(DirectorApp app, Guid workspace, string slug)
    {
        var expired = await app.CreateMember("expired", workspace, "owner");
        app.Clock.Advance(LongerThanAToken);
        var signedOut = await app.CreateMember("signed-out", workspace, "owner");
        await signedOut.PostJsonAsync("/api/auth/logout").SucceedsAsync();
        var removed = await app.CreateMember("removed", workspace, "owner");
        await app.Database.ExecuteAsync("delete from workspace_members m using users u where u.id = m.user_id and u.display_name = 'removed'");
        Intruder[] all =
        [
            new Stranger("an anonymous caller", app.Anonymous()),
            new Stranger("a forged token", Bearing(app, "CfDJ8Nonsense")),
            new Stranger("a forged key", Bearing(app, "dir_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA_nonsense")),
            new Stranger("an expired token", expired),
            new Stranger("a person who signed out", signedOut),
            new Outsider("a removed member", removed),
            new Claimant("a foreign owner who names the workspace", await app.CreateClient("claimant"), slug),
            new Claimant("a foreign owner who names the workspace by id", await app.CreateClient("other-claimant"), workspace.ToString()),
            new Foreigner("a foreign owner", await app.CreateClient("foreigner")),
        ];
        await Task.Delay(LongerThanAnyCache);
        return all;
    }

    private static HttpClient Bearing(DirectorApp app, string token)
    {
        var client = app.Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}
