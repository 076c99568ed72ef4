using Director.Application.Assets;
using Director.Domain.Assets;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Director.Api.OpenApi;

/// <summary>
/// Describes assets' details as one of the registered types' details, told apart by <c>type</c>. Requests read them as plain JSON, so
/// that a misfit is refused with its path; here they get the shape that they must have.
/// </summary>
internal sealed class DetailsSchemas : IOpenApiDocumentTransformer
{
    private const string Union = nameof(AssetDetails);
    private const string Field = "details";
    private const string Patch = "patch";
    private const string AnyJson = "JsonElement";

    public async Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        if (document.Components?.Schemas is not { } schemas) return;
        var text = schemas.TryGetValue(Union, out var described) ? described.Description : null;
        schemas.Remove(Union);

        var union = new OpenApiSchema { Description = text, OneOf = [], Discriminator = new OpenApiDiscriminator { PropertyName = AssetType.Discriminator, Mapping = new Dictionary<string, OpenApiSchemaReference>() } };
        foreach (var type in AssetTypes.All.OrderBy(t => t.Slug, StringComparer.Ordinal))
        {
            // The framework describes a derived type under its base's name and its own; without the polymorphism's use in any operation it has not.
            var name = type.DetailsType.Name;
            var made = schemas.Remove(Union + name, out var derived) && derived is OpenApiSchema own ? own : await context.GetOrCreateSchemaAsync(type.DetailsType, null, cancellationToken);
            schemas.Remove(name);
            document.AddComponent(name, Told(type.Slug, made));
            union.OneOf.Add(new OpenApiSchemaReference(name, document));
            union.Discriminator.Mapping[type.Slug] = new OpenApiSchemaReference(name, document);
        }

        document.AddComponent(Union, union);
        foreach (var schema in schemas.Values.OfType<OpenApiSchema>())
        {
            foreach (var (name, property) in schema.Properties?.ToArray() ?? [])
            {
                if (!IsAnyJson(property) && !(name == Field && IsEmpty(property))) continue;
                schema.Properties![name] = name == Field ? new OpenApiSchemaReference(Union, document) { Description = Said(property) }
                    : name == Patch && schemas.ContainsKey(nameof(AssetPatch)) ? new OpenApiSchemaReference(nameof(AssetPatch), document) { Description = Said(property) }
                    : new OpenApiSchema { Description = Said(property) };
            }

            if (schema.AdditionalProperties is { } values && IsAnyJson(values)) schema.AdditionalProperties = new OpenApiSchema();
            if (schema.Items is { } items && IsAnyJson(items)) schema.Items = new OpenApiSchema();
        }

        schemas.Remove(AnyJson);
        // Files travel as bytes, which need no schema of their own.
        schemas.Remove(nameof(Stream));
    }

    private static OpenApiSchema Told(string slug, OpenApiSchema details)
    {
        var properties = new Dictionary<string, IOpenApiSchema>
        {
            [AssetType.Discriminator] = new OpenApiSchema { Type = JsonSchemaType.String, Const = slug, Description = "The asset's type again. Requests may leave it out." },
        };
        foreach (var (name, property) in details.Properties ?? new Dictionary<string, IOpenApiSchema>()) properties.TryAdd(name, property);
        details.Type = JsonSchemaType.Object;
        details.Properties = properties;
        details.Required = new HashSet<string>([AssetType.Discriminator, .. details.Required ?? new HashSet<string>()]);
        return details;
    }

    private static bool IsAnyJson(IOpenApiSchema schema) =>
        schema is OpenApiSchemaReference { Reference.Id: AnyJson } || (schema.OneOf ?? schema.AnyOf)?.Any(s => s is OpenApiSchemaReference { Reference.Id: AnyJson }) == true;

    private static bool IsEmpty(IOpenApiSchema schema) => schema is OpenApiSchema { Type: null, OneOf: null, AnyOf: null, AllOf: null, Properties: null };

    private static string? Said(IOpenApiSchema property) =>
        property is OpenApiSchemaReference reference ? reference.Reference.Description
        : property.Description ?? property.OneOf?.OfType<OpenApiSchemaReference>().FirstOrDefault()?.Reference.Description;
}
