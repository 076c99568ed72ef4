using System.Diagnostics;
using Director.Application.Common.Ports;

namespace Director.Api.Security;

/// <summary>
/// Gives every request one id, that of its trace: in every log line, problem and record, and in the <c>X-Request-Id</c> of every answer, so
/// that a crew can tell us which line to look for. Refuses addresses that no database can look up.
/// </summary>
internal sealed class RequestFacts(RequestDelegate next)
{
    internal const string Header = "X-Request-Id";

    public Task InvokeAsync(HttpContext context, ICallerGate gate)
    {
        var id = context.TraceIdentifier = Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
        gate.Note(id, context.Connection.RemoteIpAddress?.ToString(), context.Request.Headers.UserAgent);
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
