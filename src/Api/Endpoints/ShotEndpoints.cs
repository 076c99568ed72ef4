using Director.Api.Errors;
using Director.Api.OpenApi;
using Director.Application.Assets;
using Director.Application.Shots;
using Director.Domain.Assets.Types;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Director.Api.Endpoints;

/// <summary>Shots and their takes.</summary>
internal sealed class ShotEndpoints : IEndpointGroup
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var shots = api.MapGroup("/shots/{id:guid}").WithTags("Shots");
        shots.MapGet("", Get).WithName("getShot");
        shots.MapPut("/links", Link).WithName("linkShotAssets");
        shots.MapGet("/takes", Takes).WithName("listTakes");
        shots.MapPost("/takes", CreateTake).WithName("createShotTake");
        shots.MapGet("/selected-take", Selected).WithName("getSelectedTake");
        shots.MapPut("/selected-take", Select).WithName("selectTake");
        shots.MapDelete("/selected-take", Clear).WithName("clearSelectedTake");

        var takes = api.MapGroup("/takes/{id:guid}").WithTags("Takes");
        takes.MapPatch("", Update).WithName("updateTake");
        takes.MapPut("/review", Review).WithName("reviewTake");
        takes.MapDelete("/review", ResetReview).WithName("resetTakeReview").Runs<ReviewTakeCommand>().WithSummary("Takes a review back.");
    }

    private static async Task<Results<Ok<ShotDto>, ProblemHttpResult>> Get(Guid id, IMediator app, HttpResponse response, CancellationToken ct) =>
        (await app.Send(new GetShotQuery(id), ct)).Tagged(response).ToOk();

    private static async Task<Results<Ok<ShotDto>, ProblemHttpResult>> Link(Guid id, ShotLinks body, IMediator app, HttpResponse response, CancellationToken ct) =>
        (await app.Send(new LinkShotAssetsCommand(id, body), ct)).Tagged(response).ToOk();

    private static async Task<Results<Ok<IReadOnlyList<AssetDto>>, ProblemHttpResult>> Takes(Guid id, IMediator app, CancellationToken ct) =>
        (await app.Send(new ListTakesQuery(id), ct)).ToOk();

    private static async Task<Results<Created<AssetDto>, ProblemHttpResult>> CreateTake(Guid id, NewTakeBody body, IMediator app, HttpResponse response, CancellationToken ct) =>
        (await app.Send(new CreateShotTakeCommand(id, body.Source, body.Recipe, body.Notes, body.Name), ct)).Tagged(response).ToCreated(t => $"/api/assets/{t.Id}");

    private static async Task<Results<Ok<AssetDto>, ProblemHttpResult>> Selected(Guid id, IMediator app, HttpResponse response, CancellationToken ct) =>
        (await app.Send(new GetSelectedTakeQuery(id), ct)).Tagged(response).ToOk();

    private static async Task<Results<Ok<ShotDto>, ProblemHttpResult>> Select(Guid id, SelectTakeBody body, IMediator app, HttpRequest request, HttpResponse response, CancellationToken ct) =>
        (await app.Send(new SelectTakeCommand(id, body.TakeId, body.Reason, request.IfMatch()), ct)).Tagged(response).ToOk();

    private static async Task<Results<NoContent, ProblemHttpResult>> Clear(Guid id, IMediator app, HttpRequest request, CancellationToken ct) =>
        (await app.Send(new ClearSelectedTakeCommand(id, request.IfMatch()), ct)).ToNoContent();

    private static async Task<Results<Ok<AssetDto>, ProblemHttpResult>> Update(Guid id, UpdateTakeBody body, IMediator app, HttpRequest request, HttpResponse response, CancellationToken ct) =>
        (await app.Send(new UpdateTakeCommand(id, body.Circled, body.Rating, body.Notes, body.Rejected, request.IfMatch()), ct)).Tagged(response).ToOk();

    private static async Task<Results<Ok<AssetDto>, ProblemHttpResult>> Review(Guid id, ReviewBody body, IMediator app, HttpRequest request, HttpResponse response, CancellationToken ct) =>
        (await app.Send(new ReviewTakeCommand(id, body.Verdict, body.Notes, request.IfMatch()), ct)).Tagged(response).ToOk();

    private static async Task<Results<Ok<AssetDto>, ProblemHttpResult>> ResetReview(Guid id, IMediator app, HttpRequest request, HttpResponse response, CancellationToken ct) =>
        (await app.Send(new ReviewTakeCommand(id, null, null, request.IfMatch()), ct)).Tagged(response).ToOk();
}

/// <summary>A take to be; put its picture afterwards with PUT /api/assets/{id}/media.</summary>
/// <param name="Source">upload, set, drawn, or the crew's own word.</param>
/// <param name="Recipe">What it was made from, if known.</param>
/// <param name="Notes">The director's notes.</param>
/// <param name="Name">Its name; absent: "Take n".</param>
internal sealed record NewTakeBody(string Source, TakeRecipe? Recipe = null, string? Notes = null, string? Name = null);

/// <summary>What goes into the film.</summary>
/// <param name="TakeId">One of the shot's takes.</param>
/// <param name="Reason">Why.</param>
internal sealed record SelectTakeBody(Guid TakeId, string? Reason = null);

/// <summary>What changes about a take; what is absent or null stays.</summary>
/// <param name="Circled">A keeper.</param>
/// <param name="Rating">0 to 5 stars.</param>
/// <param name="Notes">The director's notes; empty removes them.</param>
/// <param name="Rejected">Hidden; can be taken back.</param>
internal sealed record UpdateTakeBody(bool? Circled = null, int? Rating = null, string? Notes = null, bool? Rejected = null);

/// <summary>What a review found.</summary>
/// <param name="Verdict">approved, rejected or needsRevision.</param>
/// <param name="Notes">The director's notes.</param>
internal sealed record ReviewBody(string Verdict, string? Notes = null);
