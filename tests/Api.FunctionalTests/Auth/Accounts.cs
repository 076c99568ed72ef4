using System.Net.Http.Headers;
using System.Text.Json;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Auth;

internal sealed record SessionItem(Guid Id, string Kind, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, string? Address, string? UserAgent, bool Current);

internal sealed record SessionPage(SessionItem[] Items, string? Next);

internal sealed record SecurityItem(
    Guid Id, DateTimeOffset At, string Kind, string Outcome, string? Operation, Guid? UserId, string? UserName, Guid? WorkspaceId, string? Address, string? UserAgent, string RequestId);

internal sealed record SecurityPage(SecurityItem[] Items, string? Next);

/// <summary>Signing in as the owner, over and over.</summary>
internal static class SigningIn
{
    /// <summary>A client with a fresh token sign-in.</summary>
    public static async Task<HttpClient> SignInAsync(this DirectorApp app, Owner owner, string? password = null, string? userAgent = null, string? code = null)
    {
        var client = app.Anonymous();
        if (userAgent is not null) client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", userAgent);
        var tokens = await client.TryAsync(owner.Email, password ?? owner.Password, code).ReadAsync<SignedInAnswer>();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.AccessToken);
        return client;
    }

    /// <summary>One try.</summary>
    public static Task<HttpResponseMessage> TryAsync(this HttpClient client, string email, string password, string? code = null, string? recoveryCode = null) =>
        client.PostJsonAsync("/api/auth/login", new { email, password, mode = "token", code, recoveryCode });

    /// <summary>DELETE with a body.</summary>
    public static Task<HttpResponseMessage> DeleteAsync(this HttpClient client, string path, object body) => client.SendJsonAsync(HttpMethod.Delete, path, body);

    /// <summary>What is on record of the caller.</summary>
    public static async Task<IReadOnlyList<string>> RecordAsync(this HttpClient client) =>
        [.. (await client.GetAsync<SecurityPage>("/api/me/security-events")).Items.Select(e => $"{e.Kind} {e.Outcome}")];
}
