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

    private static bool HasNul(HttpRequest request) =>
        (request.Path.Value?.Contains('\0', StringComparison.Ordinal) ?? false)
        || (request.QueryString.Value is { } query && (query.Contains("%00", StringComparison.Ordinal) || query.Contains('\0', StringComparison.Ordinal)));
}
