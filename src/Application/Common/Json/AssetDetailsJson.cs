using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Director.Domain.Assets;

namespace Director.Application.Common.Json;

/// <summary>
/// How assets' details are written and read as JSON: <see cref="AssetDetails"/> carries its type's slug in <c>type</c>. The registry
/// of types feeds it, so a new type needs no entry here.
/// </summary>
public static class AssetDetailsJson
{
    /// <summary>The application's own JSON: what HTTP speaks, stored answers included.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>Teaches <paramref name="json"/> the house's manner of JSON and the details of every asset type.</summary>
    public static void Configure(JsonSerializerOptions json)
    {
        json.NumberHandling = JsonNumberHandling.Strict; // else the API document says integer|string
        json.RespectNullableAnnotations = true; // else null passes for a required string
        json.RespectRequiredConstructorParameters = true;
        json.AllowOutOfOrderMetadataProperties = true; // jsonb reorders keys, and clients may too
        if (!json.Converters.OfType<JsonStringEnumConverter>().Any())
            json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        json.TypeInfoResolver = (json.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(AddTypes);
    }

    /// <summary>Gives <see cref="AssetDetails"/> one derived type for every asset type, told apart by <c>type</c>.</summary>
    private static void AddTypes(JsonTypeInfo info)
    {
        if (info.Type != typeof(AssetDetails)) return;
        var polymorphism = new JsonPolymorphismOptions
        {
            TypeDiscriminatorPropertyName = AssetType.Discriminator,
            UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization,
        };
        foreach (var type in AssetTypes.All) polymorphism.DerivedTypes.Add(new JsonDerivedType(type.DetailsType, type.Slug));
        info.PolymorphismOptions = polymorphism;
    }

    private static JsonSerializerOptions Make()
    {
        var json = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Configure(json);
        json.MakeReadOnly();
        return json;
    }
}
