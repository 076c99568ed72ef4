using Director.Application.Common.Ports;
using Microsoft.AspNetCore.Authorization;

namespace Director.Api.Security;

/// <summary>Between sign-in and endpoint: refuses other sites' pages, chooses the workspace (of the header or the browser's cookie, and of the address where it names one), takes the idempotency key.</summary>
internal sealed class CallerMiddleware(RequestDelegate next)
{
    internal const int LongestIdempotencyKey = 200;
    private const string Workspace = "X-Workspace";
    /// <summary>What the web app keeps the choice in: pictures, downloads and the stream of events cannot send a header.</summary>
    private const string WorkspaceCookie = "director.workspace";
    private const string WorkspaceInAddress = "workspaceId";
    private const string IdempotencyKey = "Idempotency-Key";

    public Task InvokeAsync(HttpContext context, ICallerGate gate)
    {
        var request = context.Request;
        if (OriginCheck.IsForeign(request)) return context.RefuseAsync(SecurityErrors.ForeignOrigin);
        // What is for anybody is of no workspace, and does not say which ones there are.
        var anybodys = context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null;
        if (gate.Choose(!anybodys && request.Headers[Workspace] is [{ Length: > 0 } named, ..] ? named : null) is { } unknown) return context.RefuseAsync(unknown);
        // A wish only: one that is no longer granted must not shut its browser out.
        if (!anybodys && request.Headers[Workspace] is [] && request.Cookies[WorkspaceCookie] is { Length: > 0 } wished) gate.Choose(wished);
        if (request.RouteValues[WorkspaceInAddress] is string addressed && gate.Choose(addressed) is { } foreign) return context.RefuseAsync(foreign);
        if (request.Headers[IdempotencyKey] is { Count: > 0 } keys)
        {
            if (keys is not [{ Length: > 0 and <= LongestIdempotencyKey } key] || key.Any(c => c is < '!' or > '~')) return context.RefuseAsync(SecurityErrors.IdempotencyKey);
            gate.NoteIdempotencyKey(key);
        }

        return next(context);
    }
}
