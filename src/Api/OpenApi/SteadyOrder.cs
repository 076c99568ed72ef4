using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Director.Api.OpenApi;

/// <summary>The same endpoints give the same text, whatever order they were found in.</summary>
internal sealed class SteadyOrder : IOpenApiDocumentTransformer
{
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        var paths = new OpenApiPaths();
        foreach (var (path, item) in document.Paths.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            paths.Add(path, item);
            if (item is not OpenApiPathItem { Operations: { } operations } whole) continue;
            whole.Operations = operations.OrderBy(o => o.Key.Method, StringComparer.Ordinal).ToDictionary(o => o.Key, o => o.Value);
            foreach (var operation in operations.Values)
            {
                var responses = new OpenApiResponses();
                foreach (var (status, answer) in (operation.Responses ?? []).OrderBy(r => r.Key, StringComparer.Ordinal)) responses.Add(status, answer);
                operation.Responses = responses;
            }
        }

        document.Paths = paths;
        if (document.Components?.Schemas is { } schemas)
            document.Components.Schemas = schemas.OrderBy(s => s.Key, StringComparer.Ordinal).ToDictionary(s => s.Key, s => s.Value);
        if (document.Tags is { } tags) document.Tags = tags.OrderBy(t => t.Name, StringComparer.Ordinal).ToHashSet();
        return Task.CompletedTask;
    }
}
