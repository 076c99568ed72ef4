using System.Diagnostics;

namespace Director.Api.Hosting;

/// <summary>Gives every request one id, that of its trace: in every log line (<see cref="RequestIdEnricher"/>), in every problem as <c>traceId</c>, and in the
/// <c>X-Request-Id</c> of every answer, so that a crew can tell us which line to look for.</summary>
internal sealed class RequestIdentity(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        context.TraceIdentifier = Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
        context.Response.OnStarting(static state =>
        {
            var started = (HttpContext)state;
            started.Response.Headers["X-Request-Id"] = started.TraceIdentifier;
            return Task.CompletedTask;
        }, context);
        return next(context);
    }
}
