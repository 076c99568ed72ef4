using Director.Infrastructure.Configuration;
using Microsoft.AspNetCore.HttpOverrides;

namespace Director.Api.Hosting;

/// <summary>Makes a request look as the visitor's browser sent it: a proxy's word for address, scheme, host and path is taken from those that
/// are trusted, and from nobody else.</summary>
internal static class BehindProxies
{
    private const string Prefix = "X-Forwarded-Prefix";

    internal static IServiceCollection AddBehindProxies(this IServiceCollection services, WebSettings web) =>
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.All;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in web.TrustedProxies) options.KnownIPNetworks.Add(network);

            // Proxies may stand behind each other; each but the last must be trusted for the one before it to be asked.
            options.ForwardLimit = null;
        });

    internal static void UseBehindProxies(this IApplicationBuilder app, WebSettings web)
    {
        app.Use((context, next) =>
        {
            // Written into pages and cookies: a proxy's mistake must not end up there.
            if (context.Request.Headers[Prefix] is [{ } prefix, ..] && !WebSettings.IsPathBase(prefix.TrimEnd('/'))) context.Request.Headers.Remove(Prefix);
            return next(context);
        });
        app.UseForwardedHeaders();
        if (web.PathBase.Length == 0) return;

        // Whether the proxy takes the path away or leaves it on: what lies below it is the same.
        var below = new PathString(web.PathBase);
        app.Use((context, next) =>
        {
            if (context.Request.Path.StartsWithSegments(below, out var rest)) context.Request.Path = rest.HasValue ? rest : "/";
            context.Request.PathBase = below;
            return next(context);
        });
    }
}
