using Director.Api.Errors;
using Director.Application.Accounts;
using Director.Application.Common.Paging;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Director.Api.Endpoints;

/// <summary>A workspace's security record. The workspace in the address has been chosen before an endpoint runs.</summary>
internal sealed class SecurityEventEndpoints : IEndpointGroup
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/workspaces/{workspaceId:guid}/security-events", List).WithName("listWorkspaceSecurityEvents").WithTags("Workspaces");

    private static async Task<Results<Ok<Page<SecurityEventDto>>, ProblemHttpResult>> List(
        Guid workspaceId, IMediator app, CancellationToken ct, string? cursor = null, int limit = 50) =>
        (await app.Send(new ListWorkspaceSecurityEventsQuery(cursor, limit), ct)).ToOk();
}
