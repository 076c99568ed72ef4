using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Director.Domain.Assets;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Director.Api.OpenApi;

/// <summary>Says <see cref="RequestLimits"/> at the fields of requests.</summary>
internal sealed class PropertyLimits : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        // The framework calls the limit of a dictionary a length, and leaves an enumeration's kind unsaid.
        if (schema is { MaxLength: { } entries, AdditionalProperties: not null }) (schema.MaxLength, schema.MaxProperties) = (null, entries);
        if (schema is { Enum.Count: > 0, Type: null }) schema.Type = JsonSchemaType.String;
        if (context.JsonPropertyInfo is not null) return Task.CompletedTask;

        var request = context.JsonTypeInfo.Type;
        if (RequestLimits.Becomes.TryGetValue(request, out var becomes)) Say(schema, becomes);
        foreach (var (name, property) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            if (property is OpenApiSchema own && RequestLimits.Own.TryGetValue((request, name), out var limit)) Say(own, limit);
        }

        return Task.CompletedTask;
    }

    private static void Say(OpenApiSchema schema, Type? becomes)
    {
        foreach (var (name, property) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            if (property is not OpenApiSchema own) continue;
            var field = becomes?.GetProperties().FirstOrDefault(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name) == name);
            if (field?.GetCustomAttribute<MaxLengthAttribute>() is { } limit && own.Type?.HasFlag(JsonSchemaType.String) == true) own.MaxLength = limit.Length;
            else if (field?.GetCustomAttribute<MaxLengthAttribute>() is { } entries && own.AdditionalProperties is not null) own.MaxProperties = entries.Length;
            else if (field?.GetCustomAttribute<RangeAttribute>() is { } range) (own.Minimum, own.Maximum) = (Number(range.Minimum), Number(range.Maximum));
            else if (field is null && RequestLimits.Lengths.TryGetValue(name, out var longest)) own.MaxLength = longest;
            else if (field is null && name == "rating") (own.Minimum, own.Maximum) = ("0", Number(AssetLimits.Rating));
        }
    }

    private static void Say(OpenApiSchema field, FieldLimit limit)
    {
        field.MaxLength = limit.Length ?? field.MaxLength;
        field.MinLength = limit.Least ?? field.MinLength;
        field.MaxItems = limit.Items ?? field.MaxItems;
        field.Pattern = limit.Pattern ?? field.Pattern;
        if (limit.From is { } from) field.Minimum = Number(from);
        if (limit.To is { } to) field.Maximum = Number(to);
    }

    private static string Number(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
