using Director.Api.Errors;
using Director.Api.OpenApi;
using Director.Application.Assets;
using Director.Application.Films;
using Director.Application.Shots;
using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Common;
using Director.Domain.Films;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Director.Api.Endpoints.Legacy;

/// <summary>The former system's <c>/api/film</c> and <c>/api/storyboard</c>. What it called a shot is a take here.</summary>
internal sealed class LegacyFilmEndpoints : IEndpointGroup
{
    private static readonly string[] Outputs = ["video", "image", "audio"];

    public static void Map(IEndpointRouteBuilder api)
    {
        var film = api.MapGroup("/film").WithTags("Former addresses");
        film.MapGet("/shots", List).WithName("legacyListShots").Runs<ListAssetsQuery>().WithSummary("Lists takes.").ReplacedBy("/api/assets?type=shot_take");
        film.MapGet("/projects/{id}/shots", OfFilm).WithName("legacyListFilmShots").Runs<ListAssetsQuery>().WithSummary("Lists the takes of a film.").ReplacedBy("/api/films/{id}/structure?takes=all");
        film.MapGet("/shots/{id}", Get).WithName("legacyGetShot").Runs<GetAssetQuery>().WithSummary("Shows a take.").ReplacedBy("/api/assets/{id}");
        film.MapPost("/shots/{id}/review", Review).WithName("legacyReviewShot").Runs<ReviewTakeCommand>().WithSummary("Reviews a take.").ReplacedBy("/api/takes/{id}/review");
        film.MapDelete("/shots/{id}/review", ResetReview).WithName("legacyResetShotReview").WithSummary("Takes a review back.").ReplacedBy("/api/takes/{id}/review");
        film.MapGet("/projects/{id}/stats", Stats).WithName("legacyGetFilmStats").Runs<ListAssetsQuery>().WithSummary("Counts a film's takes by what reviews said.").ReplacedBy("/api/films/{id}/structure");
        var board = api.MapGroup("/storyboard").WithTags("Former addresses");
        board.MapGet("/shots/by-film/{id}", Board).WithName("legacyListStoryboard").Runs<GetFilmStructureQuery>().WithSummary("Lists a film's shots in their order.").ReplacedBy("/api/films/{id}/structure");
        board.MapPut("/shots/batch-sequence", Sequence).WithName("legacySetSequence").WithSummary("Puts shots of a film into another order.").ReplacedBy("/api/films/{id}/reorder");
    }

    private static async Task<Results<Ok<LegacyShots>, ProblemHttpResult>> List(
        IMediator app, CancellationToken ct, [FromQuery(Name = "status")] string? status = null, [FromQuery(Name = "film_project_id")] string? filmProjectId = null)
    {
        if (filmProjectId is not null) return (await OfFilmAsync(app, filmProjectId, status, ct)).ToOk();
        return (await ShowAsync(app, new AssetFilter { Types = ["shot_take"], Sort = "createdAt" }, status, ct)).ToOk();
    }

    private static async Task<Results<Ok<LegacyShots>, ProblemHttpResult>> OfFilm(string id, IMediator app, CancellationToken ct) => (await OfFilmAsync(app, id, null, ct)).ToOk();

    private static async Task<Results<Ok<LegacyShot>, ProblemHttpResult>> Get(string id, IMediator app, CancellationToken ct)
    {
        var take = await app.FindAsync(id, "shot_take", ct);
        return (take.Error is { } refused ? refused : await ShowOneAsync(app, take.Value, ct)).ToOk();
    }

    private static async Task<Results<Ok<LegacyShot>, ProblemHttpResult>> Review(string id, LegacyNewReview body, IMediator app, HttpRequest request, CancellationToken ct)
    {
        var take = await app.FindAsync(id, "shot_take", ct);
        if (take.Error is { } refused) return Problems.From(refused);
        var reviewed = await app.Send(new ReviewTakeCommand(take.Value.Id, LegacyShot.VerdictOf(body.Status), body.Notes, request.IfMatch()), ct);
        return (reviewed.Error is { } unfit ? unfit : await ShowOneAsync(app, reviewed.Value, ct)).ToOk();
    }

    private static async Task<Results<Ok<LegacyShot>, ProblemHttpResult>> ResetReview(string id, IMediator app, CancellationToken ct)
    {
        var take = await app.FindAsync(id, "shot_take", ct);
        if (take.Error is { } refused) return Problems.From(refused);
        var reset = await app.Send(new ReviewTakeCommand(take.Value.Id, null, null, null), ct);
        return (reset.Error is { } unfit ? unfit : await ShowOneAsync(app, reset.Value, ct)).ToOk();
    }

    private static async Task<Results<Ok<LegacyFilmStats>, ProblemHttpResult>> Stats(string id, IMediator app, CancellationToken ct)
    {
        var film = await app.FindAsync(id, "film", ct);
        if (film.Error is { } refused) return Problems.From(refused);
        var takes = await app.AllAsync(new AssetFilter { Types = ["shot_take"], RootId = film.Value.Id }, ct);
        if (takes.Error is { } unlisted) return Problems.From(unlisted);
        var (total, pending) = (takes.Value.Count, Count(null));
        return TypedResults.Ok(new LegacyFilmStats(total, Count(Verdict.Approved), Count(Verdict.Rejected), Count(Verdict.NeedsRevision), pending, total == 0 ? 0 : Math.Round(100.0 * (total - pending) / total, 1)));

        int Count(string? verdict) => takes.Value.Count(t => t.Verdict == verdict);
    }

    private static async Task<Results<Ok<IReadOnlyList<LegacyStoryboardShot>>, ProblemHttpResult>> Board(string id, IMediator app, CancellationToken ct)
    {
        var film = await app.FindAsync(id, "film", ct);
        if (film.Error is { } refused) return Problems.From(refused);
        var shots = await InOrderAsync(app, film.Value.Id, ct);
        if (shots.Error is { } unread) return Problems.From(unread);
        return TypedResults.Ok<IReadOnlyList<LegacyStoryboardShot>>([.. shots.Value.Select((s, i) =>
        {
            var details = (ShotDetails)s.Details;
            return new LegacyStoryboardShot(s.Id, s.RootId, s.ParentId == s.RootId ? null : s.ParentId, i + 1, i, details.Prompt ?? details.Description, details.ShotSize, details.Movement, details.DurationFrames / 24.0);
        })]);
    }

    private static async Task<Results<Ok<IReadOnlyList<LegacySequence>>, ProblemHttpResult>> Sequence(IReadOnlyList<LegacySequence> body, IMediator app, CancellationToken ct)
    {
        List<(AssetDto Shot, LegacySequence Wish)> shots = [];
        foreach (var wish in body)
        {
            if (wish is null) return Problems.From(Error.Field("", "An item is an object.", "input.invalid", ErrorKind.Unreadable));
            var found = await app.FindAsync(wish.ShotId, "shot", ct);
            if (found.Error is { } refused) return Problems.From(refused);
            shots.Add((found.Value, wish));
        }

        if (shots.Select(s => s.Shot.RootId).Distinct().Count() != 1) return Problems.From(Error.Field("shot_id", "Name shots of one film, at least one.", "film.severalFilms"));
        List<ReorderMove> moves = [];
        Dictionary<Guid, Guid?> last = [];
        foreach (var (shot, _) in shots.OrderBy(s => s.Wish.SequenceOrder))
        {
            var parent = shot.ParentId ?? shot.RootId;
            moves.Add(new ReorderMove(shot.Id, null, last.GetValueOrDefault(parent)));
            last[parent] = shot.Id;
        }

        var done = await app.Send(new ReorderFilmCommand(shots[0].Shot.RootId, moves), ct);
        return done.Error is { } unmoved ? Problems.From(unmoved) : TypedResults.Ok(body);
    }

    private static async Task<Result<LegacyShots>> OfFilmAsync(IMediator app, string id, string? status, CancellationToken ct)
    {
        var film = await app.FindAsync(id, "film", ct);
        return film.Error is { } refused ? refused : await ShowAsync(app, new AssetFilter { Types = ["shot_take"], RootId = film.Value.Id, Sort = "createdAt" }, status, ct);
    }

    private static async Task<Result<LegacyShots>> ShowAsync(IMediator app, AssetFilter filter, string? status, CancellationToken ct)
    {
        var takes = await app.AllAsync(filter, ct);
        if (takes.Error is { } refused) return refused;
        var (parents, outputs, places) = await AroundAsync(app, takes.Value, ct);
        var shown = takes.Value.Select(t => LegacyShot.Of(t, parents.GetValueOrDefault(t.ParentId ?? default), places.TryGetValue(t.ParentId ?? default, out var at) ? at : null, [.. outputs[t.Id]]))
            .Where(t => status is null || t.Status == status || (status == "pending" && t.Review is null)).ToList();
        return new LegacyShots(shown, shown.Count);
    }

    private static async Task<Result<LegacyShot>> ShowOneAsync(IMediator app, AssetDto take, CancellationToken ct)
    {
        var (parents, outputs, places) = await AroundAsync(app, [take], ct);
        return LegacyShot.Of(take, parents.GetValueOrDefault(take.ParentId ?? default), places.TryGetValue(take.ParentId ?? default, out var at) ? at : null, [.. outputs[take.Id]]);
    }

    /// <summary>The shots, outputs and places of takes, asked for once for each film.</summary>
    private static async Task<(Dictionary<Guid, AssetDto> Shots, ILookup<Guid, AssetDto> Outputs, Dictionary<Guid, int> Places)> AroundAsync(IMediator app, IReadOnlyList<AssetDto> takes, CancellationToken ct)
    {
        Dictionary<Guid, AssetDto> shots = [];
        Dictionary<Guid, int> places = [];
        List<AssetDto> outputs = [];
        foreach (var film in takes.Select(t => t.RootId).Distinct())
        {
            if (await InOrderAsync(app, film, ct) is { Succeeded: true } ordered)
            {
                for (var i = 0; i < ordered.Value.Count; i++) (shots[ordered.Value[i].Id], places[ordered.Value[i].Id]) = (ordered.Value[i], i);
            }

            if (takes.Count == 1) outputs.AddRange((await app.AllAsync(new AssetFilter { Types = Outputs, ParentId = takes[0].Id }, ct)) is { Succeeded: true } of ? of.Value : []);
            else if (await app.AllAsync(new AssetFilter { Types = Outputs, RootId = film }, ct) is { Succeeded: true } all) outputs.AddRange(all.Value);
        }

        return (shots, outputs.ToLookup(o => o.ParentId ?? default), places);
    }

    private static async Task<Result<IReadOnlyList<ShotNodeDto>>> InOrderAsync(IMediator app, Guid film, CancellationToken ct)
    {
        var structure = await app.Send(new GetFilmStructureQuery(film, TakesShown.None, null), ct);
        if (structure.Error is { } refused) return refused;
        return structure.Value.Structure is { } whole ? whole.Scenes.SelectMany(s => s.Shots).Concat(whole.Shots).ToList() : FilmErrors.NotFound;
    }
}
