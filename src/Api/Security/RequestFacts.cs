using Director.Application.Common.Ports;

namespace Director.Api.Security;

/// <summary>Notes where every request comes from, and refuses addresses that no database can look up.</summary>
internal sealed class RequestFacts(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, ICallerGate gate)
    {
        gate.Note(context.TraceIdentifier, context.Connection.RemoteIpAddress?.ToString());
        context.Response.OnStarting(() =>
        {
            if (context.Response.StatusCode == StatusCodes.Status429TooManyRequests && context.Response.Headers.RetryAfter.Count == 0) context.SayWhenToRetry();
            return Task.CompletedTask;
        });
        return HasNul(context.Request) ? context.RefuseAsync(SecurityErrors.Nul) : next(context);
    }

    /// <summary>In the path Kestrel refuses it already.</summary>
    private static bool HasNul(HttpRequest request) => request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) ?? false;
}
