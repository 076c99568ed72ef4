using System.Collections.Immutable;
using System.Net;
using System.Security.Claims;
using Director.Api.FunctionalTests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Director.Api.FunctionalTests.SingleSignOn;

/// <summary>Somebody whom the provider knows.</summary>
internal sealed record ProviderPerson(string Subject, string? Email, bool EmailVerified, string? Name, params string[] Groups);

/// <summary>A real OpenID Connect provider on a port of its own. Whoever comes is signed in as <see cref="Person"/> at once; it asks nobody for a password.</summary>
internal sealed class LocalProvider : IAsyncDisposable
{
    internal const string ClientId = "director";
    internal const string ClientSecret = "what director proves itself with at the provider";

    private readonly WebApplication app;

    private LocalProvider(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Services.AddOpenIddict().AddServer(Configure);
        app = builder.Build();
        app.UseAuthentication();
    }

    /// <summary>Who is at the keyboard.</summary>
    internal ProviderPerson Person { get; set; } = new("nobody", null, false, null);

    /// <summary>The provider's clock.</summary>
    internal TestClock Clock { get; } = new();

    /// <summary>Where the last browser was to be sent back to.</summary>
    internal string? RedirectUri { get; private set; }

    /// <summary>Its address.</summary>
    internal string Address => app.Urls.Single();

    internal static async Task<LocalProvider> StartAsync()
    {
        var provider = new LocalProvider(0);
        await provider.app.StartAsync();
        return provider;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private void Configure(OpenIddictServerBuilder server)
    {
        server.SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token");
        server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
        server.RegisterScopes(Scopes.OpenId, Scopes.Profile, Scopes.Email);
        server.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
        server.EnableDegradedMode(); // keeps no clients of its own: the checks below are all there are
        server.Configure(options => options.TimeProvider = Clock);
        server.UseAspNetCore().DisableTransportSecurityRequirement();
        server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            RedirectUri = context.RedirectUri;
            if (context.ClientId != ClientId || context.RedirectUri?.EndsWith("/api/auth/oidc/callback", StringComparison.Ordinal) != true) context.Reject(OpenIddictConstants.Errors.InvalidClient);
            return ValueTask.CompletedTask;
        }));
        server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            if (context.ClientId != ClientId || context.ClientSecret != ClientSecret) context.Reject(OpenIddictConstants.Errors.InvalidClient);
            return ValueTask.CompletedTask;
        }));
        server.AddEventHandler<HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            context.Principal = SignIn();
            return ValueTask.CompletedTask;
        }));
    }

    private ClaimsPrincipal SignIn()
    {
        var identity = new ClaimsIdentity("provider");
        identity.SetClaim(Claims.Subject, Person.Subject).SetClaim(Claims.Email, Person.Email).SetClaim(Claims.Name, Person.Name);
        if (Person.Email is not null) identity.SetClaim(Claims.EmailVerified, Person.EmailVerified);
        if (Person.Groups.Length > 0) identity.SetClaims("groups", [.. Person.Groups]);
        identity.SetScopes(Scopes.OpenId, Scopes.Profile, Scopes.Email);
        identity.SetDestinations(_ => [Destinations.IdentityToken]);
        return new ClaimsPrincipal(identity);
    }
}
