using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace Director.Api.OpenApi;

/// <summary>
/// The API's description, made from the endpoints, the JSON options, the validators and the docstrings. The build writes the same
/// document to <c>web/openapi/director.json</c> and makes the clients from it.
/// </summary>
internal static class OpenApiSetup
{
    /// <summary>The default name of a document, so that build tools call its file plainly.</summary>
    internal const string Document = "v1";

    private const string Address = "/api/openapi.json";

    /// <summary>Registers the document.</summary>
    internal static IServiceCollection AddDirectorOpenApi(this IServiceCollection services)
    {
        services.AddSingleton<UseCases>();
        services.AddSingleton<Docstrings>();
        services.AddSingleton<DocumentText>();
        return services.AddOpenApi(Document, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.CreateSchemaReferenceId = new SchemaNames().Of;
            options.AddSchemaTransformer<PropertyLimits>();
            options.AddOperationTransformer<OperationText>();
            options.AddOperationTransformer<OperationBodies>();
            options.AddOperationTransformer<OperationHeaders>();
            options.AddOperationTransformer<OperationRefusals>();
            options.AddOperationTransformer<OperationLimits>();
            options.AddDocumentTransformer<DetailsSchemas>();
            options.AddDocumentTransformer<WholeAnswers>();
            options.AddDocumentTransformer<Signing>();
            options.AddDocumentTransformer<Introduction>();
            options.AddDocumentTransformer<SteadyOrder>();
        });
    }

    /// <summary>Serves the document and a page to read it by.</summary>
    internal static IEndpointRouteBuilder MapDirectorOpenApi(this IEndpointRouteBuilder app)
    {
        app.MapGet(Address, (DocumentText text, HttpContext context, CancellationToken ct) => text.AnswerAsync(context, ct)).WithName("getOpenApi").AllowAnonymous().ExcludeFromDescription();
        app.MapScalarApiReference("/api/docs", page => page.WithTitle("Director API").WithOpenApiRoutePattern(Address).DisableDefaultFonts()).AllowAnonymous().Add(DocumentPagePolicy.Guard);
        return app;
    }
}
