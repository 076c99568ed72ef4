using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Director.Api.OpenApi;

/// <summary>The shape of a refusal: RFC 9457 with Director's extensions.</summary>
internal static class ProblemSchema
{
    internal const string Name = "Problem";

    internal static Task AddAsync(OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var schemas = (context.Document!.Components ??= new OpenApiComponents()).Schemas ??= new Dictionary<string, IOpenApiSchema>();
        if (schemas.TryGetValue(Name, out var present) && present.Properties?.ContainsKey("code") == true) return Task.CompletedTask;
        schemas.Remove(Name);
        context.Document.AddComponent(Name, Make());
        return Task.CompletedTask;
    }

    private static OpenApiSchema Make() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "Why something was refused (RFC 9457).",
        Required = new HashSet<string> { "title", "status", "code", "retryable" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text("A URI that names the kind of problem.", nullable: true),
            ["title"] = Text("What is wrong, for people."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Description = "The HTTP status." },
            ["detail"] = Text("More about it, for people.", nullable: true),
            ["instance"] = Text("The address that was asked.", nullable: true),
            ["code"] = Text("What is wrong, for programs: stable words with dots, such as `asset.stale`."),
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object | JsonSchemaType.Null,
                Description = "What is wrong with which field: its path, and the reasons.",
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
            },
            ["traceId"] = Text("Finds the request in the server's log.", nullable: true),
            ["retryable"] = new OpenApiSchema { Type = JsonSchemaType.Boolean, Description = "Whether the same request may succeed later." },
        },
    };

    private static OpenApiSchema Text(string description, bool nullable = false) =>
        new() { Type = nullable ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String, Description = description };
}
