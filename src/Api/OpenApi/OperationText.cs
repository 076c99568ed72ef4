using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Director.Api.OpenApi;

/// <summary>Operations say what their use case says; route parameters say what they are.</summary>
internal sealed class OperationText(UseCases useCases, Docstrings docstrings) : IOpenApiOperationTransformer
{
    private static readonly Dictionary<string, string> Parameters = new(StringComparer.Ordinal)
    {
        ["cursor"] = "The `next` of the page before.",
        ["limit"] = "How many at most on one page.",
        ["sort"] = "What to order by; a leading `-` for descending.",
        ["q"] = "Words to look for.",
    };

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (operation.Summary is null && useCases.Find(context) is { } useCase) operation.Summary = docstrings.Summary(useCase);
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            if (string.IsNullOrEmpty(parameter.Description) && parameter.Name is { } name && Parameters.TryGetValue(name, out var text)) parameter.Description = text;
        }

        return Task.CompletedTask;
    }
}
