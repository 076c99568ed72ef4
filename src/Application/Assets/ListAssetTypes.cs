using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Director.Application.Common;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Assets;

/// <summary>Every asset type: what it is called, where it may live, what it may refer to, and the shape of its details.</summary>
[Requires(Permission.Look)]
public sealed record ListAssetTypesQuery : IQuery<IReadOnlyList<AssetTypeDto>>;

/// <summary>An asset type.</summary>
/// <param name="Slug">Its name on the wire.</param>
/// <param name="Label">What people call it.</param>
/// <param name="DetailsSchema">JSON Schema of its details.</param>
/// <param name="AllowedParents">The types that may own it.</param>
/// <param name="MayStandAlone">Whether it may stand without a parent.</param>
/// <param name="AllowedReferences">Kind of relationship → the types it may be linked to; <c>*</c> is any.</param>
/// <param name="HoldsMedia">Whether a file can be put on it.</param>
public sealed record AssetTypeDto(
    string Slug, string Label, JsonElement DetailsSchema, IReadOnlyList<string> AllowedParents, bool MayStandAlone,
    IReadOnlyDictionary<string, IReadOnlyList<string>> AllowedReferences, bool HoldsMedia);

internal sealed class ListAssetTypesHandler : IRequestHandler<ListAssetTypesQuery, Result<IReadOnlyList<AssetTypeDto>>>
{
    private static readonly Lazy<IReadOnlyList<AssetTypeDto>> All = new(() => [.. AssetTypes.All.Select(Show)]);

    public Task<Result<IReadOnlyList<AssetTypeDto>>> Handle(ListAssetTypesQuery request, CancellationToken cancellationToken) =>
        Task.FromResult(Result<IReadOnlyList<AssetTypeDto>>.Of(All.Value));

    private static AssetTypeDto Show(AssetType type) => new(
        type.Slug, type.Label, JsonSerializer.SerializeToElement(Schema(type)), [.. type.AllowedParents.Order(StringComparer.Ordinal)], type.MayStandAlone,
        type.AllowedReferences.ToDictionary(r => r.Key.Slug, r => (IReadOnlyList<string>)[.. r.Value.Order(StringComparer.Ordinal)]), type.HoldsMedia);

    private static JsonNode Schema(AssetType type) => AssetType.SchemaOptions().GetJsonSchemaAsNode(type.DetailsType, new JsonSchemaExporterOptions
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, node) =>
        {
            // The limits that the domain checks, said in the schema's words.
            if (node is not JsonObject schema || context.PropertyInfo?.AttributeProvider is not { } property) return node;
            foreach (var attribute in property.GetCustomAttributes(true))
            {
                switch (attribute)
                {
                    case System.ComponentModel.DataAnnotations.MaxLengthAttribute max:
                        schema[context.TypeInfo.Type == typeof(string) ? "maxLength" : context.TypeInfo.Kind is System.Text.Json.Serialization.Metadata.JsonTypeInfoKind.Dictionary ? "maxProperties" : "maxItems"] = max.Length;
                        break;
                    case System.ComponentModel.DataAnnotations.RangeAttribute range:
                        schema["minimum"] = JsonNode.Parse(Convert.ToString(range.Minimum, System.Globalization.CultureInfo.InvariantCulture)!);
                        schema["maximum"] = JsonNode.Parse(Convert.ToString(range.Maximum, System.Globalization.CultureInfo.InvariantCulture)!);
                        break;
                }
            }

            return schema;
        },
    });
}
