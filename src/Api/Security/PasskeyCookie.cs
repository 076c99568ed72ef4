using Director.Application.Accounts;

namespace Director.Api.Security;

/// <summary>
/// Which challenge a browser was given: it comes back with the answer, so that an answer counts in the browser that was asked alone.
/// Browsers give passkeys to safe pages only, which take a <c>__Host-</c> cookie.
/// </summary>
internal static class PasskeyCookie
{
    internal const string Name = "__Host-director-passkey";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    internal static void Write(HttpContext context, PasskeyChallenge challenge) => context.Response.Cookies.Append(Name, challenge.Ticket, Options(Life));

    /// <summary>Reads it and takes it back: it is worth one answer.</summary>
    internal static string? Take(HttpContext context)
    {
        if (!context.Request.Cookies.TryGetValue(Name, out var ticket)) return null;
        context.Response.Cookies.Delete(Name, Options(null));
        return ticket;
    }

    private static CookieOptions Options(TimeSpan? life) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = true, Path = "/", MaxAge = life, IsEssential = true };
}
