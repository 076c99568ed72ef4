using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Director.Api.OpenApi;

/// <summary>Bodies as they travel: merge patches with the shape they patch, files as bytes, events as a stream of text.</summary>
internal sealed class OperationBodies : IOpenApiOperationTransformer
{
    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var accepts = metadata.OfType<IAcceptsMetadata>().LastOrDefault(a => a.RequestType is not null && a.RequestType != typeof(JsonElement));
        var takesJson = context.Description.ParameterDescriptions.Any(p => p.Source.Id == "Body" && p.Type == typeof(JsonElement));
        if (operation.RequestBody is OpenApiRequestBody { Content: { } taken })
        {
            foreach (var (type, media) in taken)
            {
                if (!IsJson(type)) media.Schema = type.StartsWith("text/", StringComparison.Ordinal) ? Text() : type.StartsWith("multipart/", StringComparison.Ordinal) ? media.Schema : Bytes();
                else if (accepts?.RequestType is { } shape && takesJson) media.Schema = await ShapeAsync(shape, context, cancellationToken);
            }
        }

        // What is declared by its content type alone is left out by the framework.
        foreach (var file in metadata.OfType<IProducesResponseTypeMetadata>().Where(p => p.StatusCode is >= 200 and < 300 && (p.Type is null || p.Type == typeof(void))))
        {
            if (operation.Responses?.TryGetValue(file.StatusCode.ToString(CultureInfo.InvariantCulture), out var found) != true || found is not OpenApiResponse response) continue;
            foreach (var type in file.ContentTypes) (response.Content ??= new Dictionary<string, OpenApiMediaType>()).TryAdd(type, new OpenApiMediaType());
        }

        foreach (var (status, answer) in operation.Responses ?? [])
        {
            if (status[0] != '2' || answer.Content is not { } sent) continue;
            foreach (var (type, media) in sent)
            {
                if (!IsJson(type)) media.Schema = type.StartsWith("text/", StringComparison.Ordinal) ? Text() : Bytes();
            }
        }
    }

    private static async Task<IOpenApiSchema> ShapeAsync(Type shape, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var made = await context.GetOrCreateSchemaAsync(shape, null, ct);
        context.Document!.AddComponent(shape.Name, made);
        return new OpenApiSchemaReference(shape.Name, context.Document);
    }

    private static bool IsJson(string type) => type.EndsWith("json", StringComparison.Ordinal);

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    private static OpenApiSchema Bytes() => new() { Type = JsonSchemaType.String, Format = "binary" };
}
