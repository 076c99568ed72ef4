using Director.Api.Errors;
using Director.Application.Workspaces;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Director.Api.Endpoints;

/// <summary>A workspace leaves as one file, which <c>director restore</c> takes in elsewhere.</summary>
internal sealed class WorkspaceExportEndpoints : IEndpointGroup
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/workspaces/{workspaceId:guid}/export", Export).WithTags("Workspaces").WithName("exportWorkspace")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream");

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> Export(Guid workspaceId, IMediator app, CancellationToken ct)
    {
        var export = await app.Send(new ExportWorkspaceQuery(workspaceId), ct);
        return export.Error is { } refused
            ? Problems.From(refused)
            : TypedResults.Stream(to => export.Value.WriteAsync(to, ct), "application/octet-stream", export.Value.FileName);
    }
}
