using System.Text.Json;
using Director.Api.Errors;
using Director.Application.Assets;
using Director.Application.Collections;
using Director.Application.Common.Paging;
using Director.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Director.Api.Endpoints;

/// <summary>Ordered gatherings of assets.</summary>
internal sealed class CollectionEndpoints : IEndpointGroup
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/collections").WithTags("Collections");
        group.MapGet("", List).WithName("listCollections");
        group.MapPost("", Create).WithName("createCollection");
        group.MapGet("/{id:guid}", Get).WithName("getCollection");
        group.MapPatch("/{id:guid}", Update).WithName("updateCollection").Accepts<CollectionPatch>("application/merge-patch+json", "application/json");
        group.MapDelete("/{id:guid}", Delete).WithName("deleteCollection");
        group.MapGet("/{id:guid}/members", Members).WithName("getCollectionMembers");
        group.MapPut("/{id:guid}/members", SetMembers).WithName("setCollectionMembers");
    }

    private static async Task<Results<Ok<Page<CollectionDto>>, ProblemHttpResult>> List(
        IMediator app, CancellationToken ct, string? kind = null, Guid? parentId = null, string? cursor = null, int limit = 50) =>
        (await app.Send(new ListCollectionsQuery(new CollectionFilter(kind, parentId, cursor, limit)), ct)).ToOk();

    private static async Task<Results<Created<CollectionDto>, ProblemHttpResult>> Create(CreateCollectionCommand body, IMediator app, HttpResponse response, CancellationToken ct) =>
        Tagged(await app.Send(body, ct), response).ToCreated(c => $"/api/collections/{c.Id}");

    private static async Task<Results<Ok<CollectionDto>, ProblemHttpResult>> Get(Guid id, IMediator app, HttpResponse response, CancellationToken ct) =>
        Tagged(await app.Send(new GetCollectionQuery(id), ct), response).ToOk();

    private static async Task<Results<Ok<CollectionDto>, ProblemHttpResult>> Update(Guid id, [FromBody] JsonElement patch, IMediator app, HttpRequest request, HttpResponse response, CancellationToken ct) =>
        Tagged(await app.Send(new UpdateCollectionCommand(id, patch, request.IfMatch()), ct), response).ToOk();

    private static async Task<Results<NoContent, ProblemHttpResult>> Delete(Guid id, IMediator app, HttpRequest request, CancellationToken ct) =>
        (await app.Send(new DeleteCollectionCommand(id, request.IfMatch()), ct)).ToNoContent();

    private static async Task<Results<Ok<Page<AssetDto>>, ProblemHttpResult>> Members(Guid id, IMediator app, CancellationToken ct, string? cursor = null, int limit = 50) =>
        (await app.Send(new GetCollectionMembersQuery(id, cursor, limit), ct)).ToOk();

    private static async Task<Results<Ok<CollectionDto>, ProblemHttpResult>> SetMembers(Guid id, SetCollectionMembersBody body, IMediator app, HttpRequest request, HttpResponse response, CancellationToken ct) =>
        Tagged(await app.Send(new SetCollectionMembersCommand(id, body.AssetIds, request.IfMatch()), ct), response).ToOk();

    private static Result<CollectionDto> Tagged(Result<CollectionDto> result, HttpResponse response)
    {
        if (result.Succeeded) response.SetETag(result.Value.Version);
        return result;
    }
}

/// <summary>What a collection gathers.</summary>
/// <param name="AssetIds">The members in their order, each once, at most 10,000.</param>
internal sealed record SetCollectionMembersBody(IReadOnlyList<Guid> AssetIds);
