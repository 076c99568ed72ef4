using Director.Api.Errors;
using Director.Application.Interchange.Exports;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Director.Api.Endpoints;

/// <summary>Scripts in, edits out.</summary>
internal sealed class InterchangeEndpoints : IEndpointGroup
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var films = api.MapGroup("/films/{id:guid}").WithTags("Interchange");
        films.MapGet("/exports/{format}", Export).WithName("exportFilm").Produces(StatusCodes.Status200OK, contentType: "application/octet-stream");
    }

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> Export(
        Guid id, string format, IMediator app, HttpRequest request, CancellationToken ct, ExportMedia media = ExportMedia.Linked)
    {
        var export = await app.Send(new ExportFilmQuery(id, format, media, $"{request.Scheme}://{request.Host}{request.PathBase}"), ct);
        return export.Error is { } refused
            ? Problems.From(refused)
            : TypedResults.Stream(to => export.Value.WriteAsync(to, ct), export.Value.ContentType, export.Value.FileName);
    }
}
