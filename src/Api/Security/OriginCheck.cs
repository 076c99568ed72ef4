namespace Director.Api.Security;

/// <summary>
/// Tells requests that another site's page makes a browser send. Only what a browser sends by itself matters: a request with an
/// Authorization header was made on purpose. What is no browser sends neither header and has nobody's cookie.
/// </summary>
internal static class OriginCheck
{
    internal static bool IsForeign(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method)) return false;
        if (request.Headers.Authorization.Count > 0) return false;
        if (request.Headers["Sec-Fetch-Site"] is [{ } site, ..]) return site is not ("same-origin" or "none");
        return request.Headers.Origin is [{ } origin, ..]
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var from)
                && from.Authority.Equals(Authority(request, from.Scheme), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>As a browser writes it, without the scheme's usual port. The scheme itself may differ: HTTPS often ends at a proxy.</summary>
    private static string Authority(HttpRequest request, string scheme) =>
        Uri.TryCreate($"{scheme}://{request.Host.Value}", UriKind.Absolute, out var own) ? own.Authority : "";
}
