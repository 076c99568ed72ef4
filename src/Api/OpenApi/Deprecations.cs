using Director.Api.Endpoints.Legacy;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Director.Api.OpenApi;

/// <summary>The former system's addresses are marked as deprecated and name what replaces them.</summary>
internal sealed class Deprecations : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<Successor>().LastOrDefault() is not { } successor) return Task.CompletedTask;
        operation.Deprecated = true;
        operation.Description = $"An address of the former system, kept for its scripts. `{successor.Path}` replaces it.";
        return Task.CompletedTask;
    }
}
