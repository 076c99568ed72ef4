using System.Text.Json;
using Director.Api.Errors;
using Director.Application.Assets;
using Director.Application.Common.Paging;
using Director.Application.Films;
using Director.Application.Films.Demo;
using Director.Application.Shots;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Director.Api.Endpoints;

/// <summary>Films, their scenes, their cast and their order.</summary>
internal sealed class FilmEndpoints : IEndpointGroup
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var films = api.MapGroup("/films").WithTags("Films");
        films.MapPost("", Create).WithName("createFilm");
        films.MapPost("/demo", CreateDemo).WithName("createDemoFilm");
        films.MapGet("", List).WithName("listFilms");
        films.MapGet("/{id:guid}/structure", Structure).WithName("getFilmStructure");
        films.MapPost("/{id:guid}/scenes", AddScene).WithName("createScene");
        films.MapPost("/{id:guid}/shots", AddShot).WithName("addShotToFilm");
        films.MapPost("/{id:guid}/reorder", Reorder).WithName("reorderFilm");
        films.MapGet("/{id:guid}/cast", Cast).WithName("listCast");
        films.MapPost("/{id:guid}/cast", AddToCast).WithName("castCharacter");
        films.MapPost("/{id:guid}/characters", CreateCharacter).WithName("createCharacter");
        films.MapDelete("/{id:guid}/cast/{characterId:guid}", RemoveFromCast).WithName("uncastCharacter");
        api.MapPost("/scenes/{id:guid}/shots", AddShotToScene).WithName("addShotToScene").WithTags("Films");
    }

    private static async Task<Results<Created<AssetDto>, ProblemHttpResult>> Create(CreateFilmCommand body, IMediator app, HttpResponse response, CancellationToken ct) =>
        (await app.Send(body, ct)).Tagged(response).ToCreated(f => $"/api/assets/{f.Id}");

    private static async Task<Results<Created<AssetDto>, ProblemHttpResult>> CreateDemo(IMediator app, HttpResponse response, CancellationToken ct) =>
        (await app.Send(new PlantDemoFilmCommand(), ct)).Tagged(response).ToCreated(f => $"/api/assets/{f.Id}");

    private static async Task<Results<Ok<Page<FilmSummaryDto>>, ProblemHttpResult>> List(IMediator app, CancellationToken ct, string? cursor = null, int limit = 50) =>
        (await app.Send(new ListFilmsQuery(cursor, limit), ct)).ToOk();

    private static async Task<Results<Ok<FilmStructureDto>, StatusCodeHttpResult, ProblemHttpResult>> Structure(
        Guid id, IMediator app, HttpRequest request, HttpResponse response, CancellationToken ct, TakesShown takes = TakesShown.Selected)
    {
        var answer = await app.Send(new GetFilmStructureQuery(id, takes, request.IfNoneMatch()), ct);
        if (answer.Error is { } refused) return Problems.From(refused);
        response.SetETag(answer.Value.Revision);
        response.Headers.CacheControl = "private, no-cache";
        return answer.Value.Structure is { } structure ? TypedResults.Ok(structure) : TypedResults.StatusCode(StatusCodes.Status304NotModified);
    }

    private static async Task<Results<Created<AssetDto>, ProblemHttpResult>> AddScene(Guid id, NewScene body, IMediator app, HttpResponse response, CancellationToken ct) =>
        (await app.Send(new CreateSceneCommand(id, body), ct)).Tagged(response).ToCreated(s => $"/api/assets/{s.Id}");

    private static async Task<Results<Created<AssetDto>, ProblemHttpResult>> AddShot(Guid id, NewShot body, IMediator app, HttpResponse response, CancellationToken ct) =>
        (await app.Send(new AddShotToFilmCommand(id, body), ct)).Tagged(response).ToCreated(s => $"/api/shots/{s.Id}");

    private static async Task<Results<Created<AssetDto>, ProblemHttpResult>> AddShotToScene(Guid id, NewShot body, IMediator app, HttpResponse response, CancellationToken ct) =>
        (await app.Send(new AddShotToSceneCommand(id, body), ct)).Tagged(response).ToCreated(s => $"/api/shots/{s.Id}");

    private static async Task<Results<Ok<FilmStructureDto>, ProblemHttpResult>> Reorder(Guid id, IReadOnlyList<ReorderMove> body, IMediator app, CancellationToken ct) =>
        (await app.Send(new ReorderFilmCommand(id, body), ct)).ToOk();

    private static async Task<Results<Ok<IReadOnlyList<AssetDto>>, ProblemHttpResult>> Cast(Guid id, IMediator app, CancellationToken ct) =>
        (await app.Send(new ListCastQuery(id), ct)).ToOk();

    private static async Task<Results<Ok<AssetDto>, ProblemHttpResult>> AddToCast(Guid id, CastBody body, IMediator app, CancellationToken ct) =>
        (await app.Send(new CastCharacterCommand(id, body.CharacterId), ct)).ToOk();

    private static async Task<Results<Created<AssetDto>, ProblemHttpResult>> CreateCharacter(Guid id, NewCharacterBody body, IMediator app, HttpResponse response, CancellationToken ct) =>
        (await app.Send(new CreateCharacterCommand(id, body.Name, body.Description, body.Details), ct)).Tagged(response).ToCreated(c => $"/api/assets/{c.Id}");

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveFromCast(Guid id, Guid characterId, IMediator app, CancellationToken ct) =>
        (await app.Send(new UncastCharacterCommand(id, characterId), ct)).ToNoContent();
}

/// <summary>Who is cast.</summary>
/// <param name="CharacterId">A character, location, prop or style of the workspace.</param>
internal sealed record CastBody(Guid CharacterId);

/// <summary>A character to be.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">For people.</param>
/// <param name="Details">What it looks like.</param>
internal sealed record NewCharacterBody(string Name, string? Description = null, JsonElement? Details = null);
