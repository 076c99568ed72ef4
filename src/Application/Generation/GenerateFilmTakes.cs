using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Common;
using Director.Domain.Generation;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Generation;

/// <summary>Asks for takes of every shot of a film that has none and waits for none; omitted ones are left out.</summary>
[Requires(Permission.Generate)]
public sealed record GenerateFilmTakesCommand(Guid FilmId, string? Provider = null, string? Model = null, int Count = 1, decimal? MaxCost = null, int? Priority = null) : ICommand<FilmGenerationDto>;

internal sealed class GenerateFilmTakesValidator : AbstractValidator<GenerateFilmTakesCommand>
{
    public GenerateFilmTakesValidator()
    {
        RuleFor(c => c.Count).InclusiveBetween(1, GenerationWish.MaxCount);
        RuleFor(c => c.MaxCost).GreaterThanOrEqualTo(0).OverridePropertyName("maxCost");
        RuleFor(c => c.Priority).InclusiveBetween(-GenerationWish.MostPriority, GenerationWish.MostPriority).OverridePropertyName("priority");
    }
}

internal sealed class GenerateFilmTakesHandler(
    IAssetRepository assets, IGenerationRepository generations, ShotBriefs briefs, RecipeWriter recipes, GenerationAccepting accepting, Budgeting budgeting, ICaller caller,
    TimeProvider clock) : IRequestHandler<GenerateFilmTakesCommand, Result<FilmGenerationDto>>
{
    public async Task<Result<FilmGenerationDto>> Handle(GenerateFilmTakesCommand request, CancellationToken cancellationToken)
    {
        if (await assets.FindAsync(new AssetId(request.FilmId), cancellationToken) is not { IsLive: true, Type.Slug: "film" } film) return AssetErrors.NotA("film");
        var chosen = await recipes.ChooseAsync(request.Provider, request.Model, cancellationToken);
        if (chosen.Error is { } unusable) return unusable;
        var (provider, model) = chosen.Value;

        var tree = await assets.TreeAsync(film.Id, [AssetTypes.Of<SceneDetails>(), AssetTypes.Of<ShotDetails>()], cancellationToken);
        var scenes = tree.Where(a => a.Type.Slug == "scene").ToDictionary(a => a.Id);
        var empty = tree.Where(a => a.Type.Slug == "shot" && a.TakeCount == 0 && !IsOmitted(a, scenes)).ToList();
        var waiting = await generations.ShotsWithPendingAsync([.. empty.Select(s => s.Id)], cancellationToken);
        var shots = empty.Where(s => !waiting.Contains(s.Id)).ToList();

        var quote = await budgeting.QuoteAsync(model, GenerationWish.NoParameters, cancellationToken);
        if (quote.Error is { } priceless) return priceless;
        if (await budgeting.CheckAsync(film, quote.Value.Estimate.Times(shots.Count * request.Count), request.MaxCost, cancellationToken) is { } tooMuch) return tooMuch;

        var seen = await briefs.ReadAsync(film, scenes, shots, cancellationToken);
        var wish = new GenerationWish { Provider = request.Provider, Model = request.Model };
        var accepted = new List<GenerationRun>();
        foreach (var shot in shots)
        {
            var (brief, own, sources) = seen[shot.Id];
            for (var i = 0; i < request.Count; i++)
            {
                var run = accepting.Accept(shot, recipes.Write(wish, provider, model, brief, own, i, sources), quote.Value, caller.Stamp(clock), request.Priority ?? 0);
                if (run.Error is { } refused) return refused;
                accepted.Add(run.Value);
            }
        }

        await accepting.QueueAsync(accepted, cancellationToken);
        return new FilmGenerationDto([.. accepted.Select(GenerateShotTakesHandler.Show)], quote.Value.Estimate.Times(accepted.Count).Dto());
    }

    private static bool IsOmitted(Asset shot, Dictionary<AssetId, Asset> scenes) =>
        shot.Status == AssetStatus.Omitted || scenes.GetValueOrDefault(shot.ParentId!.Value)?.Status == AssetStatus.Omitted;
}
