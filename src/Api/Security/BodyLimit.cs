using Microsoft.AspNetCore.Http.Features;

namespace Director.Api.Security;

/// <summary>Refuses JSON bodies that are larger than any use case needs, before and while they are read. Files have their endpoints' own limits.</summary>
internal sealed class BodyLimit(RequestDelegate next)
{
    /// <summary>Bytes of one JSON body: 500 assets in one batch, each with 16 kB of metadata and its details.</summary>
    internal const long Json = 16 * 1024 * 1024;

    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType()) return next(context);
        if (context.Request.ContentLength > Json) return context.RefuseAsync(SecurityErrors.TooLarge);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server) server.MaxRequestBodySize = Json;
        return next(context);
    }
}
