using Director.Api.Errors;
using Director.Application.ApiKeys;
using Director.Application.Common.Paging;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Director.Api.Endpoints;

/// <summary>The ways in that programs have. The workspace in the address has been chosen before an endpoint runs.</summary>
internal sealed class ApiKeyEndpoints : IEndpointGroup
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/workspaces/{workspaceId:guid}/api-keys").WithTags("API keys");
        group.MapGet("", List).WithName("listApiKeys");
        group.MapPost("", Create).WithName("createApiKey");
        group.MapDelete("/{keyId:guid}", Revoke).WithName("revokeApiKey");
    }

    private static async Task<Results<Ok<Page<ApiKeyDto>>, ProblemHttpResult>> List(Guid workspaceId, IMediator app, CancellationToken ct) =>
        (await app.Send(new ListApiKeysQuery(), ct)).ToOk();

    private static async Task<Results<Created<CreatedApiKey>, ProblemHttpResult>> Create(Guid workspaceId, CreateApiKeyCommand body, IMediator app, CancellationToken ct) =>
        (await app.Send(body, ct)).ToCreated(key => $"/api/workspaces/{workspaceId}/api-keys/{key.Id}");

    private static async Task<Results<NoContent, ProblemHttpResult>> Revoke(Guid workspaceId, Guid keyId, IMediator app, CancellationToken ct) =>
        (await app.Send(new RevokeApiKeyCommand(keyId), ct)).ToNoContent();
}
