using Director.Application.Common.Ports;

namespace Director.Api.Security;

/// <summary>
/// The browser's sign-in. <c>__Host-</c> with Secure wherever the browser takes that: over HTTPS and on this machine. Elsewhere over plain
/// HTTP it has to be a plain cookie, or a crew in a local network could not sign in; the answer and the log then say so.
/// </summary>
internal static class SessionCookie
{
    internal const string SafeName = "__Host-director";
    internal const string PlainName = "director";

    /// <summary>A <c>__Host-</c> cookie belongs to the whole host, so the path a Director lies below is in its name: two beside each other
    /// keep their own.</summary>
    private static string Below(HttpRequest request) => request.PathBase.Value is { Length: > 0 } path ? path.Replace('/', '.') : "";

    /// <summary>Told to who signs in over an open line.</summary>
    internal const string Warning = "You signed in over plain HTTP: anybody on this network can read along. Put Director behind HTTPS.";

    internal static string? Read(HttpRequest request)
    {
        if (request.Cookies.TryGetValue(SafeName + Below(request), out var safe)) return safe;
        // Over HTTPS a plain name proves nothing: a neighbouring host could have planted it.
        return !CanBeSafe(request) && request.Cookies.TryGetValue(PlainName + Below(request), out var plain) ? plain : null;
    }

    /// <summary>Sets it.</summary>
    /// <returns>What to warn of, or null.</returns>
    internal static string? Write(HttpContext context, OpenedSession session)
    {
        var safe = CanBeSafe(context.Request);
        context.Response.Cookies.Append((safe ? SafeName : PlainName) + Below(context.Request), session.Ticket, Options(safe, session.ExpiresAt));
        return safe ? null : Warning;
    }

    internal static void Clear(HttpContext context)
    {
        var safe = CanBeSafe(context.Request);
        context.Response.Cookies.Delete((safe ? SafeName : PlainName) + Below(context.Request), Options(safe, null));
    }

    internal static bool CanBeSafe(HttpRequest request) => request.IsHttps || LocalCaller.IsLoopbackName(request.Host.Host);

    private static CookieOptions Options(bool safe, DateTimeOffset? expires) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = safe, Path = "/", Expires = expires, IsEssential = true };
}
