using System.Net.Http.Headers;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Access;

/// <summary>Everybody who tries.</summary>
internal static class Intruders
{
    /// <summary>An access token lives a quarter of an hour.</summary>
    private static readonly TimeSpan LongerThanAToken = TimeSpan.FromMinutes(16);

    /// <summary>What another process or another table changed is known to every node after two seconds.</summary>
    internal static readonly TimeSpan LongerThanAnyCache = TimeSpan.FromSeconds(2.2);

    internal static async Task<IReadOnlyList<Intruder>> GatherAsync(DirectorApp app, Guid workspace, string slug)
    {
        var expired = await app.CreateMember("expired", workspace, "owner");
        var owner = await app.CreateMember("key-maker", workspace, "owner");
        var expiredKey = await KeyAsync(owner, workspace, "Short", app.Clock.GetUtcNow().AddMinutes(10));
        app.Clock.Advance(LongerThanAToken);
        var signedOut = await app.CreateMember("signed-out", workspace, "owner");
        await signedOut.PostJsonAsync("/api/auth/logout").SucceedsAsync();
        var removed = await app.CreateMember("removed", workspace, "owner");
        await app.Database.ExecuteAsync("delete from workspace_members m using users u where u.id = m.user_id and u.display_name = 'removed'");
        var disabled = await app.CreateMember("disabled", workspace, "owner");
        await app.Database.ExecuteAsync("update users set disabled_at = now() where display_name = 'disabled'");
        owner = await app.CreateMember("other-key-maker", workspace, "owner");
        var revokedKey = await KeyAsync(owner, workspace, "Withdrawn", null);
        await owner.DeleteAsync($"/api/workspaces/{workspace}/api-keys/{revokedKey.Id}").SucceedsAsync();
        Intruder[] all =
        [
            new Stranger("an anonymous caller", app.Anonymous()),
            new Stranger("a forged token", Bearing(app, "CfDJ8Nonsense")),
            new Stranger("a forged key", Bearing(app, "dir_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA_nonsense")),
            new Stranger("an expired token", expired),
            new Stranger("an expired key", Bearing(app, expiredKey.Key)),
            new Stranger("a revoked key", Bearing(app, revokedKey.Key)),
            new Stranger("a disabled user", disabled),
            new Stranger("a guest", Bearing(app, await GuestAsync(app, owner))),
            new Stranger("a person who signed out", signedOut),
            new Outsider("a removed member", removed),
            new Claimant("a foreign owner who names the workspace", await app.CreateClient("claimant"), slug),
            new Claimant("a foreign owner who names the workspace by id", await app.CreateClient("other-claimant"), workspace.ToString()),
            new Foreigner("a foreign owner", await app.CreateClient("foreigner")),
        ];
        await Task.Delay(LongerThanAnyCache);
        return all;
    }

    private static Task<MadeKey> KeyAsync(HttpClient owner, Guid workspace, string name, DateTimeOffset? expiresAt) =>
        owner.PostAsync<MadeKey>($"/api/workspaces/{workspace}/api-keys", new { name, scopes = EveryScope, expiresAt });

    /// <summary>The ticket of somebody who was let in to look at a film of this very workspace.</summary>
    private static async Task<string> GuestAsync(DirectorApp app, HttpClient owner)
    {
        var film = await owner.PostAsync<Made>("/api/films", new { title = "For guests" });
        var shared = await owner.PostAsync<Shared>("/api/share-links", new { name = "Dailies", targetId = film.Id, allow = new { comment = true, circle = true, select = true } });
        using var guest = app.Anonymous();
        return (await guest.PostAsync<Entered>($"/api/r/{shared.Token}/enter", new { guestName = "Greta" })).Ticket;
    }

    private static readonly string[] EveryScope = [.. Enum.GetNames<Domain.Workspaces.Permission>().Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName)];

    private sealed record Made(Guid Id);

    private sealed record MadeKey(Guid Id, string Key);

    private sealed record Shared(string Token);

    private sealed record Entered(string Ticket);

    private static HttpClient Bearing(DirectorApp app, string token)
    {
        var client = app.Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}
