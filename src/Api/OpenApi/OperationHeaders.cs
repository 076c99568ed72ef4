using System.Globalization;
using Director.Application.Assets;
using Director.Application.Films;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Director.Api.OpenApi;

/// <summary>The headers that carry the conventions: whose workspace, sent once only, which version was seen, which version this is.</summary>
internal sealed class OperationHeaders(UseCases useCases) : IOpenApiOperationTransformer
{
    /// <summary>The property by which a use case says that it looks at If-Match.</summary>
    internal const string SeenVersion = "SeenVersion";

    /// <summary>What is answered with a version of its own.</summary>
    private static readonly Type[] Versioned = [typeof(AssetDto), typeof(FilmStructureDto)];

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var useCase = useCases.Find(context);
        if (metadata.OfType<IAllowAnonymous>().Any()) return Task.CompletedTask;

        if (useCase?.GetProperty(SeenVersion) is not null)
        {
            var required = operation.Responses?.ContainsKey("428") == true;
            Add(operation, "If-Match", "The version that was seen, as its ETag: refused with 412 when it has changed since." + (required ? "" : " Left out: whatever it is now."), required, 80);
        }

        if (context.Description.HttpMethod == HttpMethods.Post && (useCase is null || UseCases.IsIdempotentByKey(useCase)))
            Add(operation, "Idempotency-Key", "A key of the caller's choice, kept for a day: a repeated call with it is answered as the first was, and done once.", false, 200);
        Add(operation, "X-Workspace", "Slug or id of the workspace meant; needed by callers that have several.", false, 100);

        foreach (var (status, answer) in operation.Responses ?? [])
        {
            if (status[0] != '2' || answer is not OpenApiResponse response || !IsVersioned(context, status)) continue;
            response.Headers ??= new Dictionary<string, IOpenApiHeader>();
            response.Headers["ETag"] = new OpenApiHeader { Description = "The version, for If-Match.", Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
        }

        return Task.CompletedTask;
    }

    private static bool IsVersioned(OpenApiOperationTransformerContext context, string status) => context.Description.SupportedResponseTypes.Any(r =>
        r.StatusCode.ToString(CultureInfo.InvariantCulture) == status && r.Type is { } type && Versioned.Any(v => v.IsAssignableFrom(type)));

    private static void Add(OpenApiOperation operation, string name, string text, bool required, int longest)
    {
        operation.Parameters ??= [];
        if (operation.Parameters.Any(p => p.In is ParameterLocation.Header && string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase))) return;
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = name,
            In = ParameterLocation.Header,
            Description = text,
            Required = required,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = longest },
        });
    }
}
