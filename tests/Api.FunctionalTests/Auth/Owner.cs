using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Auth;

/// <summary>The person who sets a server up in these tests.</summary>
internal sealed record Owner(string Name, string Email, string Password, string WorkspaceName)
{
    public static readonly Owner Valid = new("Ada Reel", "ada@example.test", "seven grey herons wait", "Night Shift");

    /// <summary>Sets the server up.</summary>
    public static async Task<Owner> SetUpAsync(DirectorApp app)
    {
        using var client = app.Anonymous();
        await client.PostJsonAsync("/api/setup", Valid).SucceedsAsync();
        return Valid;
    }
}

internal sealed record PersonAnswer(Guid Id, string Name, string Email);

internal sealed record WorkspaceAnswer(Guid Id, string Slug, string Name, string Role, string[] Permissions);

internal sealed record MeAnswer(PersonAnswer User, WorkspaceAnswer[] Workspaces, Guid? Current);

internal sealed record SignedInAnswer(PersonAnswer User, string? AccessToken, string? RefreshToken, DateTimeOffset ExpiresAt, string? Warning);

internal static class CookieReading
{
    /// <summary>The whole Set-Cookie line of the sign-in.</summary>
    public static string SetCookie(this HttpResponseMessage response) => response.Headers.GetValues("Set-Cookie").Should().ContainSingle().Subject;

    /// <summary>What a browser would send back.</summary>
    public static string SessionCookie(this HttpResponseMessage response) => response.SetCookie().Split(';')[0];
}
