using System.Security.Claims;
using Director.Application.Accounts;
using Director.Infrastructure.Configuration;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Director.Api.Security;

/// <summary>Registers sign-in through an OpenID Connect provider: authorization code with PKCE (RFC 7636), state and nonce.</summary>
internal static class SingleSignOn
{
    internal const string SchemeName = "OpenIdConnect";

    /// <summary>Where the provider sends the browser back to; told to the provider beforehand by whoever sets it up.</summary>
    internal const string CallbackPath = "/api/auth/oidc/callback";

    private const string EmailVerified = "email_verified";
    private const string Issuer = "iss";

    /// <summary>How long somebody may take to sign in at the provider.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>Nobody looks at a blank page for longer.</summary>
    private static readonly TimeSpan BackchannelPatience = TimeSpan.FromSeconds(10);

    /// <summary>Without a provider nothing is registered: no request is looked at by what nobody uses.</summary>
    internal static IServiceCollection AddSingleSignOn(this IServiceCollection services, DirectorSettings settings)
    {
        if (settings.SingleSignOn is not { } provider) return services;
        services.AddScoped<SingleSignOnEvents>();
        services.AddAuthentication().AddOpenIdConnect(SchemeName, options => Configure(options, provider));
        return services;
    }

    /// <summary>What the checked tokens say.</summary>
    internal static ProviderIdentity Read(ClaimsPrincipal person, SingleSignOnSettings provider)
    {
        var emails = person.FindAll("email").Select(c => c.Value).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var said = person.FindAll(EmailVerified).Select(c => c.Value).ToList();
        // Two addresses, or one that is verified here and not there, are no word to build on.
        var verified = emails.Count == 1 && (provider.TrustsEmail || (said.Count > 0 && said.All(v => bool.TryParse(v, out var yes) && yes)));
        return new ProviderIdentity(
            Claim(person, Issuer), Claim(person, "sub"), emails.FirstOrDefault(), verified, person.FindFirstValue("name") ?? person.FindFirstValue("preferred_username"),
            [.. person.FindAll(provider.GroupClaim).Select(c => c.Value).Distinct(StringComparer.Ordinal)]);
    }

    private static string Claim(ClaimsPrincipal person, string type) =>
        person.FindFirstValue(type) ?? throw new AuthenticationFailureException($"The provider's token has no {type}.");

    private static void Configure(OpenIdConnectOptions options, SingleSignOnSettings provider)
    {
        options.Authority = provider.Authority.ToString();
        options.RequireHttpsMetadata = provider.Authority.Scheme == Uri.UriSchemeHttps;
        options.ClientId = provider.ClientId;
        options.ClientSecret = provider.ClientSecret?.Reveal();
        options.CallbackPath = CallbackPath;
        options.ResponseType = OpenIdConnectResponseType.Code;
        // The answer comes by GET, so that lax cookies travel with it.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.Scope.Clear();
        foreach (var scope in provider.Scopes) options.Scope.Add(scope);
        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = true; // when the provider has one: many say addresses and groups there alone
        options.ClaimActions.Remove(Issuer);
        options.ClaimActions.MapJsonKey(EmailVerified, EmailVerified);
        options.ClaimActions.MapJsonKey(provider.GroupClaim, provider.GroupClaim);
        options.SaveTokens = false;
        options.DisableTelemetry = true;
        options.SignInScheme = SessionAuthentication.SchemeName;
        options.EventsType = typeof(SingleSignOnEvents);
        options.RemoteAuthenticationTimeout = Patience;
        options.ProtocolValidator.NonceLifetime = Patience;
        options.BackchannelTimeout = BackchannelPatience;
        foreach (var cookie in (CookieBuilder[])[options.CorrelationCookie, options.NonceCookie])
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.Path = "/"; // a proxy may have taken a part of the path away
        }
    }
}
