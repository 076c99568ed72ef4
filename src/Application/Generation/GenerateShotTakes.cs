using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Generation;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Generation;

/// <summary>Asks for takes of one shot. Answers when they are accepted, not when they are made.</summary>
[Requires(Permission.Generate)]
public sealed record GenerateShotTakesCommand(Guid ShotId, GenerationWish Wish, int Count = 1) : ICommand<IReadOnlyList<AcceptedGenerationDto>>;

internal sealed class GenerateShotTakesValidator : AbstractValidator<GenerateShotTakesCommand>
{
    public GenerateShotTakesValidator()
    {
        RuleFor(c => c.Count).InclusiveBetween(1, GenerationWish.MaxCount);
        RuleFor(c => c.Wish.Seed).InclusiveBetween(0, Recipe.MaxSeed - GenerationWish.MaxCount).OverridePropertyName("seed");
    }
}

internal sealed class GenerateShotTakesHandler(
    IAssetRepository assets, IGenerationReader reader, RecipeWriter recipes, GenerationAccepting accepting, ICaller caller, TimeProvider clock)
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
        var cast = (await reader.CastAsync([shot.Id.Value], cancellationToken))[shot.Id.Value];
        var brief = RecipeWriter.Brief(branch[0], branch.FirstOrDefault(a => a.Type.Slug == "scene"), shot, cast);
        var accepted = new List<GenerationRun>();
        for (var i = 0; i < request.Count; i++)
        {
            var recipe = recipes.Write(request.Wish, provider, model, brief, shot.As<Domain.Assets.Types.ShotDetails>().Prompt, i);
            var run = accepting.Accept(shot, recipe, model.Price, caller.Stamp(clock));
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
