using System.Globalization;

namespace Director.Api.Endpoints.Legacy;

/// <summary>Marks an address of the former system: it works on, and says what replaces it.</summary>
/// <param name="Path">The address that replaces it.</param>
internal sealed record Successor(string Path)
{
    /// <summary>Since when the former addresses are deprecated: with the first version that has them (RFC 9745, section 2.1: seconds since 1970).</summary>
    internal static readonly DateTimeOffset Since = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);
}

/// <summary>Says so in every answer and in the document.</summary>
internal static class Successors
{
    /// <summary>This address is deprecated; <paramref name="path"/> replaces it.</summary>
    internal static RouteHandlerBuilder ReplacedBy(this RouteHandlerBuilder endpoint, string path) => endpoint
        .WithMetadata(new Successor(path))
        .AddEndpointFilter((context, next) =>
        {
            Announce(context.HttpContext, path);
            return next(context);
        });

    /// <summary>RFC 9745 and, for the link, RFC 5829, section 3.4.</summary>
    internal static void Announce(HttpContext context, string path)
    {
        context.Response.Headers["Deprecation"] = "@" + Successor.Since.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.Append("Link", $"<{path}>; rel=\"successor-version\"");
    }
}
