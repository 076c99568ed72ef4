using System.Text.Json;
using System.Text.Json.Serialization;
using Director.Application.Assets;
using Director.Domain.Assets.Types;

namespace Director.Api.Endpoints.Legacy;

/// <summary>A character as the former system showed it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="WorkspaceId">The workspace.</param>
/// <param name="Name">For people.</param>
/// <param name="Description">For people, longer.</param>
/// <param name="ReferenceImages">Addresses of its reference images.</param>
/// <param name="Attributes">What it looks like, <c>character_type</c> among them.</param>
/// <param name="ConsistencyPrompt">What keeps it looking the same.</param>
/// <param name="ProjectsUsed">The films it is cast in.</param>
/// <param name="CreatedAt">Creation.</param>
/// <param name="UpdatedAt">Last change.</param>
internal sealed record LegacyCharacter(
    [property: JsonPropertyName("id")] Guid Id, [property: JsonPropertyName("workspace_id")] Guid WorkspaceId, [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("description")] string? Description, [property: JsonPropertyName("reference_images")] IReadOnlyList<string> ReferenceImages,
    [property: JsonPropertyName("attributes")] IReadOnlyDictionary<string, string> Attributes, [property: JsonPropertyName("consistency_prompt")] string? ConsistencyPrompt,
    [property: JsonPropertyName("projects_used")] IReadOnlyList<Guid> ProjectsUsed, [property: JsonPropertyName("created_at")] DateTimeOffset CreatedAt,
    [property: JsonPropertyName("updated_at")] DateTimeOffset UpdatedAt)
{
    /// <summary>Where addresses of images are kept that the caller named and nobody fetched.</summary>
    internal const string NamedImages = "referenceImages";

    private const string Type = "character_type";

    internal static LegacyCharacter Of(AssetDto asset, IReadOnlyList<LinkedAssetDto> linked)
    {
        var details = (CharacterRefDetails)asset.Details;
        var images = linked.Where(l => l.Kind is "reference_for" or "contains" && l.Asset.Type == "image").Select(l => l.Asset.UrlOf()).OfType<string>();
        var attributes = new SortedDictionary<string, string>(details.Attributes ?? [], StringComparer.Ordinal);
        if (details.CharacterType is { } type) attributes[Type] = type;
        return new(
            asset.Id, asset.WorkspaceId, asset.Name, asset.Description, [.. images.Concat(Named(asset)).Distinct(StringComparer.Ordinal)], attributes, details.PromptOf(asset.Name),
            [.. linked.Where(l => l.Asset.Type == "film").Select(l => l.Asset.Id).Distinct()], asset.CreatedAt, asset.UpdatedAt);
    }

    /// <summary>Attributes as details: <c>character_type</c> is a field of its own, lists become texts.</summary>
    internal static JsonElement Details(IReadOnlyDictionary<string, JsonElement>? attributes, string? consistencyPrompt)
    {
        Dictionary<string, object?> details = [];
        if (attributes is not null)
        {
            var texts = attributes.Where(a => a.Key != Type && a.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)).ToDictionary(a => a.Key, a => TextOf(a.Value), StringComparer.Ordinal);
            details["attributes"] = texts;
            if (attributes.TryGetValue(Type, out var type)) details["characterType"] = type;
        }

        if (consistencyPrompt is not null) details["consistencyPrompt"] = consistencyPrompt;
        return JsonSerializer.SerializeToElement(details);
    }

    internal static string Write(IReadOnlyList<string> images) => JsonSerializer.Serialize(images);

    private static string TextOf(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString()!,
                JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(TextOf)),
                _ => value.GetRawText(),
            };
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair: no text, but what was sent.
            return value.GetRawText();
        }
    }

    private static List<string> Named(AssetDto asset)
    {
        try
        {
            return asset.Metadata.GetValueOrDefault(NamedImages) is { } named ? JsonSerializer.Deserialize<List<string>>(named) ?? [] : [];
        }
        catch (JsonException)
        {
            // Somebody wrote something else there.
            return [];
        }
    }
}

/// <summary>Characters as the former system listed them.</summary>
/// <param name="Characters">All that were found.</param>
internal sealed record LegacyCharacters([property: JsonPropertyName("characters")] IReadOnlyList<LegacyCharacter> Characters);

/// <summary>A character to be.</summary>
/// <param name="Name">For people.</param>
/// <param name="WorkspaceId">The workspace, which the key says already; anything here is passed over.</param>
/// <param name="Description">For people, longer.</param>
/// <param name="ReferenceImages">Addresses of images; kept as they are, not fetched.</param>
/// <param name="Attributes">What it looks like, <c>character_type</c> among them.</param>
internal sealed record LegacyNewCharacter(
    [property: JsonPropertyName("name")] string Name, [property: JsonPropertyName("workspace_id")] string? WorkspaceId = null, [property: JsonPropertyName("description")] string? Description = null,
    [property: JsonPropertyName("reference_images")] IReadOnlyList<string>? ReferenceImages = null, [property: JsonPropertyName("attributes")] IReadOnlyDictionary<string, JsonElement>? Attributes = null);

/// <summary>What changes about a character; what is absent stays.</summary>
/// <param name="Name">For people.</param>
/// <param name="Description">For people, longer.</param>
/// <param name="ReferenceImages">Addresses of images, in place of those named before.</param>
/// <param name="Attributes">What it looks like, by name; the others stay.</param>
/// <param name="ConsistencyPrompt">What keeps it looking the same.</param>
internal sealed record LegacyCharacterChange(
    [property: JsonPropertyName("name")] string? Name = null, [property: JsonPropertyName("description")] string? Description = null,
    [property: JsonPropertyName("reference_images")] IReadOnlyList<string>? ReferenceImages = null, [property: JsonPropertyName("attributes")] IReadOnlyDictionary<string, JsonElement>? Attributes = null,
    [property: JsonPropertyName("consistency_prompt")] string? ConsistencyPrompt = null);

/// <summary>A kind of character and the attributes it has.</summary>
/// <param name="Type">Its name.</param>
/// <param name="Fields">Its attributes' names, those that every kind has last.</param>
internal sealed record LegacyCharacterType([property: JsonPropertyName("type")] string Type, [property: JsonPropertyName("fields")] IReadOnlyList<string> Fields);

/// <summary>The kinds of characters.</summary>
/// <param name="Types">All of them.</param>
internal sealed record LegacyCharacterTypes([property: JsonPropertyName("types")] IReadOnlyList<LegacyCharacterType> Types);

/// <summary>A model that makes images.</summary>
/// <param name="Name">Its name at the provider.</param>
/// <param name="Provider">The provider.</param>
internal sealed record LegacyModel([property: JsonPropertyName("name")] string Name, [property: JsonPropertyName("provider")] string Provider);

/// <summary>The models that make images.</summary>
/// <param name="Models">All that can be used.</param>
internal sealed record LegacyModels([property: JsonPropertyName("models")] IReadOnlyList<LegacyModel> Models);
