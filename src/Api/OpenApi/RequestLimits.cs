using Director.Api.Endpoints;
using Director.Application.Assets;
using Director.Application.Collections;
using Director.Application.Films;
using Director.Application.Generation;
using Director.Application.Shots;
using Director.Application.Tags;
using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Collections;
using Director.Domain.Generation;
using Director.Domain.Tags;

namespace Director.Api.OpenApi;

/// <summary>The domain's own limits at the fields of requests, which the framework cannot see: what is beyond them is refused, so the document says them.</summary>
internal static class RequestLimits
{
    /// <summary>Requests whose fields become fields of something that declares its limits itself; null: they become an asset's own fields alone.</summary>
    internal static readonly IReadOnlyDictionary<Type, Type?> Becomes = new Dictionary<Type, Type?>
    {
        [typeof(CreateAssetCommand)] = null,
        [typeof(AssetPatch)] = null,
        [typeof(CreateFilmCommand)] = typeof(FilmDetails),
        [typeof(NewScene)] = typeof(SceneDetails),
        [typeof(NewShot)] = typeof(ShotDetails),
        [typeof(NewCharacterBody)] = null,
        [typeof(NewTakeBody)] = null,
        [typeof(UpdateTakeBody)] = null,
        [typeof(ReviewBody)] = null,
        [typeof(SelectTakeBody)] = null,
        [typeof(SelectChildBody)] = null,
        [typeof(CreateCollectionCommand)] = null,
        [typeof(CollectionPatch)] = null,
        [typeof(GenerateShotTakesBody)] = typeof(Recipe),
        [typeof(GenerateFilmTakesBody)] = typeof(Recipe),
    };

    /// <summary>The most characters of what every asset has.</summary>
    internal static readonly IReadOnlyDictionary<string, int> Lengths = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["name"] = AssetLimits.Name,
        ["title"] = AssetLimits.Name,
        ["description"] = AssetLimits.Description,
        ["externalId"] = AssetLimits.ExternalId,
        ["status"] = AssetLimits.Status,
        ["code"] = AssetLimits.Code,
        ["source"] = AssetLimits.Source,
        ["reason"] = AssetLimits.Reason,
        ["notes"] = DetailLimits.Paragraph,
    };

    /// <summary>What is only so in one request: texts' lengths, numbers' ranges, lists' lengths.</summary>
    internal static readonly IReadOnlyDictionary<(Type Request, string Field), FieldLimit> Own = new Dictionary<(Type, string), FieldLimit>
    {
        [(typeof(CreateTagCommand), "name")] = new(Length: Tag.MaxName, Least: 1),
        [(typeof(CreateTagCommand), "category")] = new(Length: Tag.MaxCategory),
        [(typeof(CreateTagCommand), "colour")] = new(Pattern: Colour),
        [(typeof(TagPatch), "name")] = new(Length: Tag.MaxName, Least: 1),
        [(typeof(TagPatch), "category")] = new(Length: Tag.MaxCategory),
        [(typeof(TagPatch), "colour")] = new(Pattern: Colour),
        [(typeof(UpdateTakeBody), "rating")] = new(From: 0, To: AssetLimits.Rating),
        [(typeof(GenerateShotTakesBody), "count")] = new(From: 1, To: GenerationWish.MaxCount),
        [(typeof(GenerateFilmTakesBody), "count")] = new(From: 1, To: GenerationWish.MaxCount),
        [(typeof(SetAssetTagsBody), "tags")] = new(Items: Tag.MaxPerAsset),
        [(typeof(SetCollectionMembersBody), "assetIds")] = new(Items: AssetCollection.MaxMembers),
        [(typeof(GetAssetsByIdsQuery), "ids")] = new(Items: AssetLimits.Page),
        [(typeof(CreateAssetsCommand), "items")] = new(Items: AssetLimits.Batch),
        [(typeof(UpdateAssetsCommand), "items")] = new(Items: AssetLimits.Batch),
    };

    private const string Colour = "^#[0-9a-fA-F]{6}$";
}

/// <summary>What one field must keep.</summary>
/// <param name="Length">The most characters.</param>
/// <param name="Least">The fewest characters.</param>
/// <param name="From">The smallest number.</param>
/// <param name="To">The largest number.</param>
/// <param name="Items">The most entries of a list.</param>
/// <param name="Pattern">A regular expression of the text.</param>
internal sealed record FieldLimit(int? Length = null, int? Least = null, int? From = null, int? To = null, int? Items = null, string? Pattern = null);
