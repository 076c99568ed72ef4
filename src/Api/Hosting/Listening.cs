using Director.Infrastructure.Configuration;

namespace Director.Api.Hosting;

/// <summary>Where Director listens.</summary>
internal static class Listening
{
    private static readonly string[] Settings = ["urls", "http_ports", "https_ports", "Kestrel:Endpoints:Http:Url", "Kestrel:Endpoints:Https:Url"];

    /// <summary>Uses Director's own port unless one of ASP.NET Core's settings says otherwise.</summary>
    internal static void UseDefaultAddress(WebApplicationBuilder builder)
    {
        if (Settings.All(name => string.IsNullOrWhiteSpace(builder.Configuration[name])))
        {
            builder.WebHost.UseUrls(DirectorSettings.DefaultUrl);
        }
    }

    /// <summary>The addresses people open, once the server listens: a wildcard becomes this machine's own name.</summary>
    internal static IReadOnlyList<string> Addresses(WebApplication app) =>
        [.. app.Urls.Select(Openable)];

    private static string Openable(string address)
    {
        foreach (var wildcard in new[] { "://[::]", "://0.0.0.0", "://*", "://+" })
        {
            address = address.Replace(wildcard, "://localhost", StringComparison.Ordinal);
        }

        return address;
    }
}
