using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Generation;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Generation;

/// <summary>Asks for takes of one shot. Answers when they are accepted, not when they are made. Over budget, or dearer than <paramref name="MaxCost"/>, is refused before anything is stored.</summary>
[Requires(Permission.Generate)]
public sealed record GenerateShotTakesCommand(Guid ShotId, GenerationWish Wish, int Count = 1, decimal? MaxCost = null) : ICommand<IReadOnlyList<AcceptedGenerationDto>>;

internal sealed class GenerateShotTakesValidator : AbstractValidator<GenerateShotTakesCommand>
{
    public GenerateShotTakesValidator()
    {
        RuleFor(c => c.Count).InclusiveBetween(1, GenerationWish.MaxCount);
        RuleFor(c => c.MaxCost).GreaterThanOrEqualTo(0).OverridePropertyName("maxCost");
        RuleFor(c => c.Wish.Priority).InclusiveBetween(-GenerationWish.MostPriority, GenerationWish.MostPriority).OverridePropertyName("priority");
        RuleFor(c => c.Wish.Seed).InclusiveBetween(0, Recipe.MaxSeed - GenerationWish.MaxCount).OverridePropertyName("seed");
    }
}

internal sealed class GenerateShotTakesHandler(
    IAssetRepository assets, ShotBriefs briefs, TakeRecipes takes, RecipeWriter recipes, GenerationAccepting accepting, Budgeting budgeting, ICaller caller, TimeProvider clock)
    : IRequestHandler<GenerateShotTakesCommand, Result<IReadOnlyList<AcceptedGenerationDto>>>
{
    public async Task<Result<IReadOnlyList<AcceptedGenerationDto>>> Handle(GenerateShotTakesCommand request, CancellationToken cancellationToken)
    {
        var branch = await assets.FindBranchAsync(new AssetId(request.ShotId), cancellationToken);
        if (branch.LastOrDefault() is not { IsLive: true, Type.Slug: "shot" } shot) return AssetErrors.NotA("shot");
        if (await RefineAsync(request.Wish.ParentTakeId, shot, cancellationToken) is { } unknown) return unknown;
        PreviousTake? before = null;
        if (request.Wish.InheritFromPrevious && (before = await takes.PreviousAsync(shot, cancellationToken)) is null) return GenerationErrors.NothingToInherit;
        var wish = before is null ? request.Wish : before.Into(request.Wish);
        var chosen = await recipes.ChooseAsync(wish.Provider, wish.Model, cancellationToken);
        if (chosen.Error is { } unusable) return unusable;

        var (provider, model) = chosen.Value;
        var quote = await budgeting.QuoteAsync(model, wish.Parameters ?? GenerationWish.NoParameters, cancellationToken);
        if (quote.Error is { } priceless) return priceless;
        if (await budgeting.CheckAsync(branch[0], quote.Value.Estimate.Times(request.Count), request.MaxCost, cancellationToken) is { } tooMuch) return tooMuch;
        var seen = await briefs.ReadAsync(branch, cancellationToken);
        var picture = before?.Picture ?? (wish.ParentTakeId is { } parent ? await takes.PictureAsync(new AssetId(parent), cancellationToken) : null);
        var accepted = new List<GenerationRun>();
        for (var i = 0; i < request.Count; i++)
        {
            var recipe = recipes.Write(wish, provider, model, seen.Brief, seen.Prompt, i, seen.Sources, picture, before?.TakeId);
            var run = accepting.Accept(shot, recipe, quote.Value, caller.Stamp(clock), wish.Priority ?? GenerationWish.ShotPriority);
            if (run.Error is { } refused) return refused;
            accepted.Add(run.Value);
        }

        await accepting.QueueAsync(accepted, cancellationToken);
        return Result<IReadOnlyList<AcceptedGenerationDto>>.Of([.. accepted.Select(Show)]);
    }

    internal static AcceptedGenerationDto Show(GenerationRun run) =>
        new(run.Id.Value, run.ShotId.Value, run.Number, run.Recipe.Seed, new Assets.CostDto(run.EstimateAmount, run.Currency));

    private async Task<Error?> RefineAsync(Guid? takeId, Asset shot, CancellationToken ct)
    {
        if (takeId is not { } id) return null;
        return await assets.FindAsync(new AssetId(id), ct) is { IsLive: true } take && take.ParentId == shot.Id && take.Type.Numbered ? null : GenerationErrors.ParentTake;
    }
}
