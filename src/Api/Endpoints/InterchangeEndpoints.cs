using Director.Api.Errors;
using Director.Application.Interchange.Exports;
using Director.Application.Interchange.Import;
using Director.Application.Interchange.Screenplays;
using MediatR;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Director.Api.Endpoints;

/// <summary>Scripts in, edits out.</summary>
internal sealed class InterchangeEndpoints : IEndpointGroup
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var films = api.MapGroup("/films/{id:guid}").WithTags("Interchange");
        films.MapPost("/import", Import).WithName("importScreenplay").Accepts<byte[]>("application/octet-stream", "text/plain", "application/xml");
        films.MapGet("/exports/{format}", Export).WithName("exportFilm").Produces(StatusCodes.Status200OK, contentType: "application/octet-stream");
    }

    private static async Task<Results<Ok<ImportReport>, ProblemHttpResult>> Import(
        Guid id, IMediator app, HttpRequest request, CancellationToken ct, string format = "fountain", bool dryRun = false)
    {
        var content = await ReadAtMostAsync(request, Screenplay.MaxBytes, ct);
        return content is { } bytes ? (await app.Send(new ImportScreenplayCommand(id, format, bytes, dryRun), ct)).ToOk() : Problems.From(ScreenplayErrors.TooLarge);
    }

    /// <summary>The whole body, or null when it is longer than allowed; then the rest is not read.</summary>
    private static async Task<ReadOnlyMemory<byte>?> ReadAtMostAsync(HttpRequest request, int limit, CancellationToken ct)
    {
        if (request.ContentLength > limit) return null;
        var body = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = await request.Body.ReadAsync(buffer, ct)) > 0;)
        {
            if (body.Length + read > limit) return null;
            body.Write(buffer, 0, read);
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> Export(
        Guid id, string format, IMediator app, HttpRequest request, CancellationToken ct, ExportMedia media = ExportMedia.Linked)
    {
        var export = await app.Send(new ExportFilmQuery(id, format, media, $"{request.Scheme}://{request.Host}{request.PathBase}"), ct);
        // The zip writer closes its entries with small synchronous writes, whatever it was opened with.
        if (media is ExportMedia.Zip && request.HttpContext.Features.Get<IHttpBodyControlFeature>() is { } body) body.AllowSynchronousIO = true;
        return export.Error is { } refused
            ? Problems.From(refused)
            : TypedResults.Stream(to => export.Value.WriteAsync(to, ct), export.Value.ContentType, export.Value.FileName);
    }
}
