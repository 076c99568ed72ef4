using Director.Api.Errors;
using Director.Application.Exports;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Director.Api.Endpoints;

/// <summary>Films that are put together in the background.</summary>
internal sealed class FilmExportEndpoints : IEndpointGroup
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/films/{id:guid}/exports", Create).WithName("createFilmExport").WithTags("Interchange");
        api.MapGet("/films/{id:guid}/exports", List).WithName("listFilmExports").WithTags("Interchange");
        api.MapGet("/exports/{id:guid}", Get).WithName("getFilmExport").WithTags("Interchange");
        api.MapPost("/exports/{id:guid}/cancel", Cancel).WithName("cancelFilmExport").WithTags("Interchange");
    }

    private static async Task<Results<Accepted<FilmExportDto>, ProblemHttpResult>> Create(Guid id, CreateFilmExportBody? body, IMediator app, CancellationToken ct)
    {
        var asked = await app.Send(new CreateFilmExportCommand(id, body?.Format ?? "mp4", body?.Options ?? new()), ct);
        return asked.ToAccepted(asked.Error is null ? $"/api/exports/{asked.Value.Id}" : null);
    }

    private static async Task<Results<Ok<IReadOnlyList<FilmExportDto>>, ProblemHttpResult>> List(Guid id, IMediator app, CancellationToken ct) =>
        (await app.Send(new ListFilmExportsQuery(id), ct)).ToOk();

    private static async Task<Results<Ok<FilmExportDto>, ProblemHttpResult>> Get(Guid id, IMediator app, CancellationToken ct) =>
        (await app.Send(new GetFilmExportQuery(id), ct)).ToOk();

    private static async Task<Results<Ok<FilmExportDto>, ProblemHttpResult>> Cancel(Guid id, IMediator app, CancellationToken ct) =>
        (await app.Send(new CancelFilmExportCommand(id), ct)).ToOk();
}

/// <summary>What is asked of a film.</summary>
/// <param name="Format">mp4, when absent.</param>
/// <param name="Options">How it is put together; everything left out is chosen.</param>
internal sealed record CreateFilmExportBody(string? Format = null, FilmExportOptions? Options = null);
