using System.Text.Json;
using Director.Api.Errors;
using Director.Api.OpenApi;
using Director.Application.Assets;
using Director.Application.Common.Paging;
using Director.Domain.Assets;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Director.Api.Endpoints;

/// <summary>Assets of every type.</summary>
internal sealed class AssetEndpoints : IEndpointGroup
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/assets").WithTags("Assets");
        group.MapPost("", Create).WithName("createAsset");
        group.MapGet("", List).WithName("listAssets");
        group.MapGet("/ids", Ids).WithName("listAssetIds");
        group.MapPost("/batch-get", Many).WithName("getAssetsByIds");
        group.MapGet("/{id:guid}", Get).WithName("getAsset");
        group.MapPatch("/{id:guid}", Update).WithName("updateAsset").Accepts<AssetPatch>("application/merge-patch+json", "application/json").ProducesProblem(StatusCodes.Status428PreconditionRequired);
        group.MapDelete("/{id:guid}", Delete).WithName("deleteAsset");
        group.MapPost("/{id:guid}/restore", Restore).WithName("restoreAsset");
        group.MapPost("/{id:guid}/move", Move).WithName("moveAsset");
        group.MapPut("/{id:guid}/selected-child", SelectChild).WithName("selectChild");
        group.MapGet("/{id:guid}/children", Children).WithName("getChildren").Runs<GetLinkedAssetsQuery>().WithSummary("What an asset owns and what it refers to.");
        group.MapGet("/{id:guid}/parents", Parents).WithName("getParents").Runs<GetLinkedAssetsQuery>().WithSummary("What owns an asset and what refers to it.");
        group.MapGet("/{id:guid}/lineage", Lineage).WithName("getLineage");
        api.MapGet("/asset-types", Types).WithName("listAssetTypes").WithTags("Assets");
    }

    private static async Task<Results<Created<AssetDto>, ProblemHttpResult>> Create(CreateAssetCommand body, IMediator app, HttpResponse response, CancellationToken ct) =>
        (await app.Send(body, ct)).Tagged(response).ToCreated(a => $"/api/assets/{a.Id}");

    private static async Task<Results<Ok<Page<AssetDto>>, ProblemHttpResult>> List([AsParameters] AssetListParameters query, IMediator app, CancellationToken ct) =>
        (await app.Send(new ListAssetsQuery(query.Filter()), ct)).ToOk();

    private static async Task<Results<Ok<AssetIdsDto>, ProblemHttpResult>> Ids([AsParameters] AssetListParameters query, IMediator app, CancellationToken ct) =>
        (await app.Send(new ListAssetIdsQuery(query.Filter()), ct)).ToOk();

    private static async Task<Results<Ok<IReadOnlyList<AssetDto>>, ProblemHttpResult>> Many(GetAssetsByIdsQuery body, IMediator app, CancellationToken ct) =>
        (await app.Send(body, ct)).ToOk();

    private static async Task<Results<Ok<AssetDto>, ProblemHttpResult>> Get(Guid id, IMediator app, HttpResponse response, CancellationToken ct) =>
        (await app.Send(new GetAssetQuery(id), ct)).Tagged(response).ToOk();

    private static async Task<Results<Ok<AssetDto>, ProblemHttpResult>> Update(Guid id, [FromBody] JsonElement patch, IMediator app, HttpRequest request, HttpResponse response, CancellationToken ct) =>
        (await app.Send(new UpdateAssetCommand(id, patch, request.IfMatch()), ct)).Tagged(response).ToOk();

    private static async Task<Results<NoContent, ProblemHttpResult>> Delete(Guid id, IMediator app, HttpRequest request, CancellationToken ct) =>
        (await app.Send(new DeleteAssetCommand(id, request.IfMatch()), ct)).ToNoContent();

    private static async Task<Results<Ok<AssetDto>, ProblemHttpResult>> Restore(Guid id, IMediator app, HttpResponse response, CancellationToken ct) =>
        (await app.Send(new RestoreAssetCommand(id), ct)).Tagged(response).ToOk();

    private static async Task<Results<Ok<AssetDto>, ProblemHttpResult>> Move(Guid id, MoveAssetBody body, IMediator app, HttpRequest request, HttpResponse response, CancellationToken ct) =>
        (await app.Send(new MoveAssetCommand(id, body.ParentId, body.After, body.Before, request.IfMatch()), ct)).Tagged(response).ToOk();

    private static async Task<Results<Ok<AssetDto>, ProblemHttpResult>> SelectChild(Guid id, SelectChildBody body, IMediator app, HttpRequest request, HttpResponse response, CancellationToken ct) =>
        (await app.Send(new SelectChildCommand(id, body.ChildId, body.Reason, request.IfMatch()), ct)).Tagged(response).ToOk();

    private static async Task<Results<Ok<Page<LinkedAssetDto>>, ProblemHttpResult>> Children(Guid id, [AsParameters] LinkedParameters query, IMediator app, CancellationToken ct) =>
        (await app.Send(new GetLinkedAssetsQuery(id, query.Filter(children: true)), ct)).ToOk();

    private static async Task<Results<Ok<Page<LinkedAssetDto>>, ProblemHttpResult>> Parents(Guid id, [AsParameters] LinkedParameters query, IMediator app, CancellationToken ct) =>
        (await app.Send(new GetLinkedAssetsQuery(id, query.Filter(children: false)), ct)).ToOk();

    private static async Task<Results<Ok<LineageDto>, ProblemHttpResult>> Lineage(Guid id, IMediator app, CancellationToken ct, LineageDirection direction = LineageDirection.Up, int depth = 5) =>
        (await app.Send(new GetLineageQuery(id, direction, depth), ct)).ToOk();

    private static async Task<Results<Ok<IReadOnlyList<AssetTypeDto>>, ProblemHttpResult>> Types(IMediator app, CancellationToken ct) =>
        (await app.Send(new ListAssetTypesQuery(), ct)).ToOk();
}

/// <summary>Where an asset goes.</summary>
/// <param name="ParentId">The new parent; absent or null: it stays where it is.</param>
/// <param name="After">Behind this sibling.</param>
/// <param name="Before">In front of this sibling; with neither it goes to the end.</param>
internal sealed record MoveAssetBody(Guid? ParentId = null, Guid? After = null, Guid? Before = null);

/// <summary>What is selected.</summary>
/// <param name="ChildId">The child; null clears the pick.</param>
/// <param name="Reason">Why.</param>
internal sealed record SelectChildBody(Guid? ChildId, string? Reason = null);

/// <summary>How listings are asked for.</summary>
internal sealed class AssetListParameters
{
    [FromQuery(Name = "type")] public string[]? Type { get; init; }
    [FromQuery(Name = "parentId")] public Guid? ParentId { get; init; }
    [FromQuery(Name = "rootId")] public Guid? RootId { get; init; }
    [FromQuery(Name = "tag")] public string[]? Tag { get; init; }
    [FromQuery(Name = "collection")] public Guid? Collection { get; init; }
    [FromQuery(Name = "q")] public string? Q { get; init; }
    [FromQuery(Name = "status")] public string? Status { get; init; }
    [FromQuery(Name = "source")] public string? Source { get; init; }
    [FromQuery(Name = "externalId")] public string? ExternalId { get; init; }
    [FromQuery(Name = "metadata")] public string[]? Metadata { get; init; }
    [FromQuery(Name = "circled")] public bool? Circled { get; init; }
    [FromQuery(Name = "favorite")] public bool? Favorite { get; init; }
    [FromQuery(Name = "deleted")] public bool? Deleted { get; init; }
    [FromQuery(Name = "sort")] public string? Sort { get; init; }
    [FromQuery(Name = "cursor")] public string? Cursor { get; init; }
    [FromQuery(Name = "limit")] public int? Limit { get; init; }

    internal AssetFilter Filter() => new()
    {
        Types = Type ?? [],
        ParentId = ParentId,
        RootId = RootId,
        Tags = Tag ?? [],
        Collection = Collection,
        Query = string.IsNullOrWhiteSpace(Q) ? null : Q,
        Status = Status,
        Source = Source,
        ExternalId = ExternalId,
        Metadata = Metadata ?? [],
        Circled = Circled,
        Favorite = Favorite,
        Deleted = Deleted ?? false,
        Sort = Sort,
        Cursor = Cursor,
        Limit = Limit ?? 50,
    };
}

/// <summary>How links are asked for.</summary>
internal sealed class LinkedParameters
{
    [FromQuery(Name = "kind")] public string[]? Kind { get; init; }
    [FromQuery(Name = "type")] public string[]? Type { get; init; }
    [FromQuery(Name = "cursor")] public string? Cursor { get; init; }
    [FromQuery(Name = "limit")] public int? Limit { get; init; }

    internal LinkedFilter Filter(bool children) => new(children, Kind ?? [], Type ?? [], Cursor, Limit ?? 50);
}
