namespace Director.Api.Security;

/// <summary>Refuses JSON in a character set that nobody knows, before reading it would fail on that.</summary>
internal sealed class JsonCharset(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) =>
        context.Request.HasJsonContentType() && context.Request.GetTypedHeaders().ContentType is { Charset.HasValue: true, Encoding: null }
            ? context.FailAsync(StatusCodes.Status415UnsupportedMediaType, "request.charset", "The body is in a character set that is not known here; JSON is UTF-8.")
            : next(context);
}
