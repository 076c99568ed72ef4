using System.Net;

namespace Director.Api.Security;

/// <summary>Whether a request really comes from the server's own machine.</summary>
internal static class LocalCaller
{
    private static readonly string[] ProxyHeaders =
    [
        "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Prefix", "X-Real-IP", "Via",
        // What is left of the headers of a trusted proxy once they have been followed.
        "X-Original-For", "X-Original-Host", "X-Original-Proto", "X-Original-Prefix",
    ];

    /// <summary>
    /// From a loopback address, asking for a loopback name (a page elsewhere whose name is made to point here asks for its own),
    /// and not passed on by a proxy (all of whose visitors come from loopback).
    /// </summary>
    internal static bool IsFromThisMachine(this HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && IsLoopbackName(context.Request.Host.Host)
        && !ProxyHeaders.Any(context.Request.Headers.ContainsKey);

    /// <summary>A name that browsers hold to be this machine whatever the network says.</summary>
    internal static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
