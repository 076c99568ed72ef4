using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Director.Api.OpenApi;

/// <summary>Answers are written whole: every property is there, if only as null. What no request uses says so, and clients need not ask.</summary>
internal sealed class WholeAnswers : IOpenApiDocumentTransformer
{
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        if (document.Components?.Schemas is not { } schemas) return Task.CompletedTask;
        var asked = new HashSet<string>(StringComparer.Ordinal) { ProblemSchema.Name };
        foreach (var operation in document.Paths.Values.SelectMany(p => p.Operations?.Values ?? Enumerable.Empty<OpenApiOperation>()))
        {
            foreach (var media in operation.RequestBody?.Content?.Values ?? Enumerable.Empty<OpenApiMediaType>()) Follow(media.Schema, schemas, asked);
        }

        foreach (var (name, schema) in schemas)
        {
            if (!asked.Contains(name) && schema is OpenApiSchema { Properties: { } properties } answer) answer.Required = properties.Keys.ToHashSet(StringComparer.Ordinal);
        }

        return Task.CompletedTask;
    }

    private static void Follow(IOpenApiSchema? schema, IDictionary<string, IOpenApiSchema> schemas, HashSet<string> found)
    {
        if (schema is null) return;
        if (schema is OpenApiSchemaReference { Reference.Id: { } id })
        {
            if (found.Add(id) && schemas.TryGetValue(id, out var target)) Follow(target, schemas, found);
            return;
        }

        foreach (var part in (IEnumerable<IOpenApiSchema>)[.. schema.Properties?.Values ?? [], .. schema.OneOf ?? [], .. schema.AnyOf ?? [], .. schema.AllOf ?? []]) Follow(part, schemas, found);
        Follow(schema.Items, schemas, found);
        Follow(schema.AdditionalProperties, schemas, found);
    }
}
