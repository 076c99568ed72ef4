using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Director.Application.Assets;
using Director.Application.Films;
using Director.Application.Shots;
using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Director.Api.OpenApi;

/// <summary>What the framework cannot see: the limits that the domain keeps for what every asset has, said where assets are made and changed.</summary>
internal sealed class PropertyLimits : IOpenApiSchemaTransformer
{
    /// <summary>Requests that make or change assets, and the details that their fields become.</summary>
    private static readonly Dictionary<Type, Type?> Becomes = new()
    {
        [typeof(CreateAssetCommand)] = null,
        [typeof(AssetPatch)] = null,
        [typeof(CreateFilmCommand)] = typeof(FilmDetails),
        [typeof(NewScene)] = typeof(SceneDetails),
        [typeof(NewShot)] = typeof(ShotDetails),
    };

    private static readonly Dictionary<string, int> Lengths = new(StringComparer.Ordinal)
    {
        ["name"] = AssetLimits.Name,
        ["title"] = AssetLimits.Name,
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

        if (context.JsonPropertyInfo is null && Becomes.TryGetValue(context.JsonTypeInfo.Type, out var details)) Say(schema, details);
        return Task.CompletedTask;
    }

    private static void Say(OpenApiSchema schema, Type? details)
    {
        foreach (var (name, property) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            if (property is not OpenApiSchema own) continue;
            var field = details?.GetProperties().FirstOrDefault(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name) == name);
            if (field?.GetCustomAttribute<MaxLengthAttribute>() is { } limit && own.Type?.HasFlag(JsonSchemaType.String) == true) own.MaxLength = limit.Length;
            else if (field?.GetCustomAttribute<RangeAttribute>() is { } range) (own.Minimum, own.Maximum) = (Number(range.Minimum), Number(range.Maximum));
            else if (field is null && Lengths.TryGetValue(name, out var longest)) own.MaxLength = longest;
            else if (field is null && name == "rating") (own.Minimum, own.Maximum) = ("0", Number(AssetLimits.Rating));
        }
    }

    private static string Number(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
