using System.Diagnostics;

namespace Director.Api.Hosting;

/// <summary>One line a request: method, path, status, duration. Never the query, and never a path that carries a
/// secret: a share link is logged as its route, and what no route knows without anything as long as a token.</summary>
internal sealed class RequestLogging(RequestDelegate next, ILogger<RequestLogging> logger)
{
    private const int ClientClosedRequest = 499;

    /// <summary>Characters of a UUID; a token has more.</summary>
    private const int LongestShown = 36;

    public async Task InvokeAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            if (!context.Response.HasStarted) context.Response.StatusCode = ClientClosedRequest;
        }
        finally
        {
            logger.Log(
                LevelOf(context), "{Method:l} {Path:l} answered {Status} in {Milliseconds:0.0} ms",
                context.Request.Method, Shown(context), context.Response.StatusCode, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    /// <summary>Probes and the files of the web app come by the hundred and say nothing.</summary>
    private static LogLevel LevelOf(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api") || context.Response.StatusCode >= StatusCodes.Status500InternalServerError
            ? LogLevel.Information
            : LogLevel.Debug;

    private static string Shown(HttpContext context)
    {
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        if (route?.Contains("{token", StringComparison.OrdinalIgnoreCase) == true) return route;
        var path = context.Request.Path.Value ?? "";
        // A mistyped link is still a link, and so is the web app's page for it.
        return path.Length <= LongestShown ? path : string.Join('/', path.Split('/').Select(part => part.Length <= LongestShown ? part : "{...}"));
    }
}
