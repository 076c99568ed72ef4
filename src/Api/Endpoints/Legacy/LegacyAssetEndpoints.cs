using System.Text.Json;
using System.Text.Json.Serialization;
using Director.Api.Errors;
using Director.Api.OpenApi;
using Director.Application.Assets;
using Director.Domain.Assets;
using Director.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Director.Api.Endpoints.Legacy;

/// <summary>What the former system's <c>/api/assets</c> had and the new one does otherwise.</summary>
internal sealed class LegacyAssetEndpoints : IEndpointGroup
{
    private static readonly string[] Types = ["image", "video", "audio", "text", "script"];

    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/assets").WithTags("Former addresses");
        group.MapPut("/{id}", Update).WithName("legacyUpdateAsset").WithSummary("Changes an asset.").ReplacedBy("/api/assets/{id}");
        group.MapPost("/bulk-delete", DeleteMany).WithName("legacyDeleteAssets").Runs<ListAssetsQuery>().WithSummary("Deletes assets; can be undone.").ReplacedBy("/api/assets/{id}");
        group.MapPost("/{id}/toggle-favorite", Toggle).WithName("legacyToggleFavorite").Runs<UpdateAssetCommand>().WithSummary("Makes an asset a favourite, or no favourite any more.").ReplacedBy("/api/assets/{id}");
        group.MapGet("/stats/summary", Stats).WithName("legacyGetAssetStats").Runs<ListAssetsQuery>().WithSummary("Counts files by type.").ReplacedBy("/api/assets");
    }

    private static async Task<Results<Ok<AssetDto>, ProblemHttpResult>> Update(string id, LegacyAssetChange body, IMediator app, HttpResponse response, CancellationToken ct)
    {
        var found = await FindAsync(app, id, ct);
        if (found.Error is { } refused) return Problems.From(refused);
        Dictionary<string, object?> patch = [];
        if (body.Name is not null) patch["name"] = body.Name;
        if (body.Description is not null) patch["description"] = body.Description;
        if (body.IsFavorite is { } favourite) patch["favorite"] = favourite;
        if (body.Metadata is not null) patch["metadata"] = body.Metadata;
        return (await app.Send(new UpdateAssetCommand(found.Value.Id, JsonSerializer.SerializeToElement(patch), found.Value.Version), ct)).Tagged(response).ToOk();
    }

    private static async Task<Results<Ok<LegacyDeleted>, ProblemHttpResult>> DeleteMany(LegacyAssetIds body, IMediator app, CancellationToken ct)
    {
        if (body.AssetIds.Count > AssetLimits.Batch) return Problems.From(Error.Field("asset_ids", $"At most {AssetLimits.Batch} at once.", "batch.tooMany", ErrorKind.TooLarge));
        List<string> deleted = [], failed = [];
        foreach (var id in body.AssetIds.Distinct(StringComparer.Ordinal))
        {
            var found = await FindAsync(app, id ?? "", ct);
            // Sent for unknown ids too: whoever may not delete is told so, whatever they name.
            var gone = (await app.Send(new DeleteAssetCommand(found.Succeeded ? found.Value.Id : Guid.Empty, null), ct)).Error;
            if (gone is { Kind: not (ErrorKind.NotFound or ErrorKind.Conflict) }) return Problems.From(gone);
            (gone is null ? deleted : failed).Add(id ?? "");
        }

        return TypedResults.Ok(new LegacyDeleted(deleted.Count, failed));
    }

    private static async Task<Results<Ok<AssetDto>, ProblemHttpResult>> Toggle(string id, IMediator app, HttpRequest request, HttpResponse response, CancellationToken ct)
    {
        var found = await FindAsync(app, id, ct);
        if (found.Error is { } refused) return Problems.From(refused);
        var patch = JsonSerializer.SerializeToElement(new { favorite = !found.Value.Favorite });
        return (await app.Send(new UpdateAssetCommand(found.Value.Id, patch, request.IfMatch() ?? found.Value.Version), ct)).Tagged(response).ToOk();
    }

    private static async Task<Results<Ok<LegacyAssetStats>, ProblemHttpResult>> Stats(IMediator app, CancellationToken ct)
    {
        var found = await app.AllAsync(new AssetFilter { Types = Types }, ct);
        if (found.Error is { } refused) return Problems.From(refused);
        var all = found.Value;
        return TypedResults.Ok(new LegacyAssetStats(
            all.Count, Types.ToDictionary(t => t, t => all.Count(a => a.Type == t)), all.Count(a => a.Favorite), all.Sum(a => a.Media?.Size ?? 0), all.Sum(a => a.Cost?.Amount ?? 0)));
    }

    private static async Task<Result<AssetDto>> FindAsync(IMediator app, string id, CancellationToken ct)
    {
        Result<AssetDto> found = AssetErrors.NotFound;
        foreach (var type in Types)
        {
            found = await app.FindAsync(id, type, ct);
            if (found.Error is not { Kind: ErrorKind.NotFound }) return found;
        }

        return found;
    }
}

/// <summary>What changes about an asset; what is absent stays.</summary>
/// <param name="Name">For people.</param>
/// <param name="Description">For people, longer.</param>
/// <param name="IsFavorite">Somebody's favourite.</param>
/// <param name="Metadata">The crew's own data, merged by key.</param>
internal sealed record LegacyAssetChange(
    [property: JsonPropertyName("name")] string? Name = null, [property: JsonPropertyName("description")] string? Description = null, [property: JsonPropertyName("is_favorite")] bool? IsFavorite = null,
    [property: JsonPropertyName("metadata")] IReadOnlyDictionary<string, string?>? Metadata = null);

/// <summary>Which assets.</summary>
/// <param name="AssetIds">New or former ids.</param>
internal sealed record LegacyAssetIds([property: JsonPropertyName("asset_ids")] IReadOnlyList<string> AssetIds);

/// <summary>What was deleted.</summary>
/// <param name="DeletedCount">How many.</param>
/// <param name="Failed">The ids that were not found.</param>
internal sealed record LegacyDeleted([property: JsonPropertyName("deleted_count")] int DeletedCount, [property: JsonPropertyName("failed")] IReadOnlyList<string> Failed);

/// <summary>The workspace's files, counted.</summary>
/// <param name="Total">All of them.</param>
/// <param name="ByType">By type.</param>
/// <param name="Favorites">Favourites.</param>
/// <param name="TotalSize">Bytes.</param>
/// <param name="TotalCost">What they cost, in the workspace's currency.</param>
internal sealed record LegacyAssetStats(
    [property: JsonPropertyName("total")] int Total, [property: JsonPropertyName("by_type")] IReadOnlyDictionary<string, int> ByType, [property: JsonPropertyName("favorites")] int Favorites,
    [property: JsonPropertyName("total_size")] long TotalSize, [property: JsonPropertyName("total_cost")] decimal TotalCost);
