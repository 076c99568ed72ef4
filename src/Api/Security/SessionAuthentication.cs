using System.Security.Claims;
using System.Text.Encodings.Web;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Ports;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Director.Api.Security;

/// <summary>Recognises callers by their access token or their cookie; each request is checked against its session's row.</summary>
internal sealed class SessionAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ICallerGate gate)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    internal const string SchemeName = "Director";
    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Presented() is not { } presented) return AuthenticateResult.NoResult();
        if (await gate.EnterAsync(presented.Ticket, presented.Kind, Context.RequestAborted) is not { } profile)
            return AuthenticateResult.Fail("The ticket is forged, expired or signed out.");
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, profile.Account.Id.ToString())], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (Request.Headers.Authorization.Count == 0 && SessionCookie.Read(Request) is not null) SessionCookie.Clear(Context);
        Response.Headers.WWWAuthenticate = "Bearer";
        return Context.RefuseAsync(CallerErrors.NotSignedIn);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Context.RefuseAsync(SecurityErrors.NotAllowed);

    private (string Ticket, SessionKind Kind)? Presented()
    {
        if (Request.Headers.Authorization is [{ } header, ..])
            return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? (header[Bearer.Length..].Trim(), SessionKind.Token) : null;
        return SessionCookie.Read(Request) is { } cookie ? (cookie, SessionKind.Cookie) : null;
    }
}
