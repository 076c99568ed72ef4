using Director.Api.Security;
using Director.Application.Common.Ports;
using Director.Application.Workspaces;

namespace Director.Api.Endpoints;

/// <summary>A sign-in's answer. A browser has its cookie and no tokens here; a program has the tokens.</summary>
/// <param name="User">Who signed in.</param>
/// <param name="AccessToken">Sent as <c>Authorization: Bearer …</c>; null for a browser.</param>
/// <param name="RefreshToken">Renews the sign-in once; null for a browser.</param>
/// <param name="ExpiresAt">When the cookie or the access token ends.</param>
/// <param name="Warning">What is unsafe about this sign-in, to be shown; else null.</param>
public sealed record SignedIn(Person User, string? AccessToken, string? RefreshToken, DateTimeOffset ExpiresAt, string? Warning)
{
    internal static SignedIn Answer(HttpContext context, OpenedSession session)
    {
        var account = session.Account;
        var person = new Person(account.Id.Value, account.Name, account.Email);
        if (session.Kind is SessionKind.Token) return new SignedIn(person, session.Ticket, session.RefreshToken, session.ExpiresAt, null);
        return new SignedIn(person, null, null, session.ExpiresAt, SessionCookie.Write(context, session));
    }
}
