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
    IAssetRepository assets, IGenerationReader reader, RecipeWriter recipes, GenerationAccepting accepting, Budgeting budgeting, ICaller caller, TimeProvider clock)
    : IRequestHandler<GenerateShotTakesCommand, Result<IReadOnlyList<AcceptedGenerationDto>>>
{
    public async Task<Result<IReadOnlyList<AcceptedGenerationDto>>> Handle(GenerateShotTakesCommand request, CancellationToken cancellationToken)
    {
        var branch = await assets.FindBranchAsync(new AssetId(request.ShotId), cancellationToken);
        if (branch.LastOrDefault() is not { IsLive: true, Type.Slug: "shot" } shot) return AssetErrors.NotA("shot");
        var chosen = recipes.Choose(request.Wish.Provider, request.Wish.Model);
        if (chosen.Error is { } unusable) return unusable;
        if (await RefineAsync(request.Wish.ParentTakeId, shot, cancellationToken) is { } unknown) return unknown;

        var (provider, model) = chosen.Value;
        var quote = await budgeting.QuoteAsync(model, request.Wish.Parameters ?? GenerationWish.NoParameters, cancellationToken);
        if (quote.Error is { } priceless) return priceless;
        if (await budgeting.CheckAsync(branch[0], quote.Value.Estimate.Times(request.Count), request.MaxCost, cancellationToken) is { } tooMuch) return tooMuch;
        var cast = (await reader.CastAsync([shot.Id.Value], cancellationToken))[shot.Id.Value];
        var looks = (await reader.LooksAsync([shot.Id.Value], cancellationToken))[shot.Id.Value];
        var brief = RecipeWriter.Brief(branch[0], branch.FirstOrDefault(a => a.Type.Slug == "scene"), shot, cast, looks);
        var accepted = new List<GenerationRun>();
        for (var i = 0; i < request.Count; i++)
        {
            var recipe = recipes.Write(request.Wish, provider, model, brief, shot.As<Domain.Assets.Types.ShotDetails>().Prompt, i);
            var run = accepting.Accept(shot, recipe, quote.Value, caller.Stamp(clock), request.Wish.Priority ?? GenerationWish.ShotPriority);
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
