using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace Director.Api.OpenApi;

/// <summary>Every refusal is a problem; an operation names those that can happen to it, and no others.</summary>
internal sealed class OperationRefusals(UseCases useCases) : IOpenApiOperationTransformer
{
    /// <summary>What only happens to what changes something.</summary>
    private static readonly string[] OfChanges = ["409", "412", "413"];

    /// <summary>An address beyond 8 kB: the web server refuses it before anything of ours, so without a problem.</summary>
    internal const string TooLong = "414";

    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var responses = operation.Responses ??= [];
        var reads = context.Description.HttpMethod is { } method && (HttpMethods.IsGet(method) || HttpMethods.IsHead(method));
        if (reads) foreach (var status in OfChanges) responses.Remove(status);
        if (operation.RequestBody is null) responses.Remove("413");
        else responses.TryAdd("415", new OpenApiResponse());
        if (useCases.Find(context) is { } useCase && useCase.GetProperty(OperationHeaders.SeenVersion) is null) responses.Remove("412");
        // What anybody may ask is always there, unless its address carries a token.
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<IAllowAnonymous>().Any() && context.Description.RelativePath?.Contains('{', StringComparison.Ordinal) != true) responses.Remove("404");
        if (operation.Parameters?.Any(p => p.In is ParameterLocation.Query) == true) responses.TryAdd(TooLong, new OpenApiResponse());
        responses.TryAdd("500", new OpenApiResponse());
        responses.TryAdd("503", new OpenApiResponse());

        await ProblemSchema.AddAsync(context, cancellationToken);
        foreach (var (status, answer) in responses)
        {
            if (status[0] is not ('4' or '5') || answer is not OpenApiResponse response) continue;
            response.Description = ReasonPhrases.GetReasonPhrase(int.Parse(status, CultureInfo.InvariantCulture));
            if (status == TooLong) continue;
            response.Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(ProblemSchema.Name, context.Document) },
            };
        }
    }
}
