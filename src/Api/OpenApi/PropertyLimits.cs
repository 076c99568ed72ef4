using Director.Application.Assets;
using Director.Domain.Assets;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Director.Api.OpenApi;

/// <summary>What the framework cannot see: the limits that the domain keeps for what every asset has, said where assets are made and changed.</summary>
internal sealed class PropertyLimits : IOpenApiSchemaTransformer
{
    private static readonly Dictionary<string, int> Lengths = new(StringComparer.Ordinal)
    {
        ["name"] = AssetLimits.Name,
        ["description"] = AssetLimits.Description,
        ["externalId"] = AssetLimits.ExternalId,
        ["status"] = AssetLimits.Status,
        ["code"] = AssetLimits.Code,
        ["source"] = AssetLimits.Source,
    };

    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        // The framework calls the limit of a dictionary a length, and leaves an enumeration's kind unsaid.
        if (schema is { MaxLength: { } entries, AdditionalProperties: not null }) (schema.MaxLength, schema.MaxProperties) = (null, entries);
        if (schema is { Enum.Count: > 0, Type: null }) schema.Type = JsonSchemaType.String;

        var type = context.JsonTypeInfo.Type;
        if (context.JsonPropertyInfo is not null || (type != typeof(CreateAssetCommand) && type != typeof(AssetPatch))) return Task.CompletedTask;
        foreach (var (name, property) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            if (property is not OpenApiSchema own) continue;
            if (Lengths.TryGetValue(name, out var longest)) own.MaxLength = longest;
            if (name == "rating") (own.Minimum, own.Maximum) = ("0", $"{AssetLimits.Rating}");
        }

        return Task.CompletedTask;
    }
}
