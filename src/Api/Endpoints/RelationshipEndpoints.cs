using System.Text.Json;
using Director.Api.Errors;
using Director.Application.Relationships;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Director.Api.Endpoints;

/// <summary>Links of the reference graph.</summary>
internal sealed class RelationshipEndpoints : IEndpointGroup
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/relationships").WithTags("Relationships");
        group.MapPost("", Create).WithName("createRelationship");
        group.MapPatch("/{id:guid}", Update).WithName("updateRelationship").Accepts<RelationshipPatch>("application/merge-patch+json", "application/json");
        group.MapDelete("/{id:guid}", Delete).WithName("deleteRelationship");
    }

    private static async Task<Results<Created<RelationshipDto>, ProblemHttpResult>> Create(CreateRelationshipCommand body, IMediator app, CancellationToken ct) =>
        (await app.Send(body, ct)).ToCreated(r => $"/api/relationships/{r.Id}");

    private static async Task<Results<Ok<RelationshipDto>, ProblemHttpResult>> Update(Guid id, [FromBody] JsonElement patch, IMediator app, CancellationToken ct) =>
        (await app.Send(new UpdateRelationshipCommand(id, patch), ct)).ToOk();

    private static async Task<Results<NoContent, ProblemHttpResult>> Delete(Guid id, IMediator app, CancellationToken ct) =>
        (await app.Send(new DeleteRelationshipCommand(id), ct)).ToNoContent();
}
