using System.Diagnostics;
using Director.Application.Common.Ports;

namespace Director.Api.Security;

/// <summary>Gives every request its id, which is also the trace's, and refuses addresses that no database can look up.</summary>
internal sealed class RequestFacts(RequestDelegate next)
{
    internal const string Header = "X-Request-Id";

    public Task InvokeAsync(HttpContext context, ICallerGate gate)
    {
        var id = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
        gate.Note(id, context.Connection.RemoteIpAddress?.ToString());
        context.Response.OnStarting(() =>
        {
            context.Response.Headers[Header] = id;
            if (context.Response.StatusCode == StatusCodes.Status429TooManyRequests && context.Response.Headers.RetryAfter.Count == 0) context.SayWhenToRetry();
            return Task.CompletedTask;
        });
        return HasNul(context.Request) ? context.RefuseAsync(SecurityErrors.Nul) : next(context);
    }

    /// <summary>In the path Kestrel refuses it already.</summary>
    private static bool HasNul(HttpRequest request) => request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) ?? false;
}
