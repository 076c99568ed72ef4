using System.Text.Json;
using Director.Api.Errors;
using Director.Application.Assets;
using Director.Application.Common.Paging;
using Director.Application.Tags;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Director.Api.Endpoints;

/// <summary>Words that assets are found by.</summary>
internal sealed class TagEndpoints : IEndpointGroup
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/tags").WithTags("Tags");
        group.MapGet("", List).WithName("listTags");
        group.MapPost("", Create).WithName("createTag");
        group.MapPatch("/{id:guid}", Update).WithName("updateTag").Accepts<TagPatch>("application/merge-patch+json", "application/json");
        group.MapDelete("/{id:guid}", Delete).WithName("deleteTag");
        api.MapPut("/assets/{id:guid}/tags", Set).WithName("setAssetTags").WithTags("Tags");
    }

    private static async Task<Results<Ok<Page<TagDto>>, ProblemHttpResult>> List(
        IMediator app, CancellationToken ct, string? q = null, string? category = null, string? cursor = null, int limit = 50) =>
        (await app.Send(new ListTagsQuery(new TagFilter(q, category, cursor, limit)), ct)).ToOk();

    private static async Task<Results<Created<TagDto>, ProblemHttpResult>> Create(CreateTagCommand body, IMediator app, CancellationToken ct) =>
        (await app.Send(body, ct)).ToCreated(t => $"/api/tags/{t.Id}");

    private static async Task<Results<Ok<TagDto>, ProblemHttpResult>> Update(Guid id, [FromBody] JsonElement patch, IMediator app, CancellationToken ct) =>
        (await app.Send(new UpdateTagCommand(id, patch), ct)).ToOk();

    private static async Task<Results<NoContent, ProblemHttpResult>> Delete(Guid id, IMediator app, CancellationToken ct) =>
        (await app.Send(new DeleteTagCommand(id), ct)).ToNoContent();

    private static async Task<Results<Ok<AssetDto>, ProblemHttpResult>> Set(Guid id, SetAssetTagsBody body, IMediator app, HttpRequest request, HttpResponse response, CancellationToken ct) =>
        (await app.Send(new SetAssetTagsCommand(id, body.Tags, request.IfMatch()), ct)).Tagged(response).ToOk();
}

/// <summary>The tags of an asset.</summary>
/// <param name="Tags">By name; unknown ones are made.</param>
internal sealed record SetAssetTagsBody(IReadOnlyList<string> Tags);
