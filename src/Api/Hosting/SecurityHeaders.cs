namespace Director.Api.Hosting;

/// <summary>The headers that tell a browser what an answer may do; on every answer, errors and media too. An endpoint
/// that is stricter about its own answer (uploaded media in a sandbox) keeps what it set.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    /// <summary>Everything from this server alone, and nothing inline. Thumbnails being uploaded are shown from memory
    /// (<c>blob:</c>), and drawings are <c>data:</c> images.</summary>
    private const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self'; "
        + "connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private const string OneYear = "max-age=31536000";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(static state =>
        {
            var started = (HttpContext)state;
            var headers = started.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
            if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = ContentSecurityPolicy;
            if (started.Request.IsHttps) headers.StrictTransportSecurity = OneYear;
            return Task.CompletedTask;
        }, context);
        return next(context);
    }
}
