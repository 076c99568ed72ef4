using Director.Application.Common.Ports;

namespace Director.Api.Security;

/// <summary>
/// A guest's ticket in a browser: a cookie of its own for each link, sent nowhere but to the addresses of guests. A program sends it as
/// <c>Authorization: Bearer …</c>.
/// </summary>
internal static class GuestCookie
{
    private const string SafePrefix = "__Secure-director-guest-";
    private const string PlainPrefix = "director-guest-";
    private const string Bearer = "Bearer ";

    /// <summary>Every ticket that the request came with; at most one is for the link in question.</summary>
    internal static IEnumerable<string> Read(HttpRequest request)
    {
        if (request.Headers.Authorization is [{ } header, ..])
            return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? [header[Bearer.Length..].Trim()] : [];
        var prefix = SessionCookie.CanBeSafe(request) ? SafePrefix : PlainPrefix;
        return request.Cookies.Where(c => c.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(c => c.Value);
    }

    internal static void Write(HttpContext context, GuestTicket ticket)
    {
        var safe = SessionCookie.CanBeSafe(context.Request);
        context.Response.Cookies.Append($"{(safe ? SafePrefix : PlainPrefix)}{ticket.LinkId:N}", ticket.Ticket, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = safe,
            Path = $"{context.Request.PathBase}/api/r/",
            Expires = ticket.ExpiresAt,
            IsEssential = true,
        });
    }
}
