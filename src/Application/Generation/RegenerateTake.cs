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

/// <summary>What another take of the same shot keeps of this one.</summary>
public enum RegenerationMode
{
    /// <summary>Everything: the same recipe, whatever has been changed about the shot since.</summary>
    Same,
    /// <summary>Everything but the seed.</summary>
    Remix,
    /// <summary>The seed, with provider, model and settings; the words are those of the shot as it is now.</summary>
    Seed,
    /// <summary>Everything, and the feedback added; the take is its parent, and its picture goes along where the model has room for it.</summary>
    Refine,
}

/// <summary>Makes takes from a take: regenerate, remix, use its seed, refine it.</summary>
/// <param name="TakeId">The take to begin from.</param>
/// <param name="Mode">What is kept.</param>
/// <param name="Count">How many, 1 to 16; from the second on each has the next seed.</param>
/// <param name="Feedback">What should be different; with <see cref="RegenerationMode.Refine"/> and with no other.</param>
/// <param name="MaxCost">The most that all of them may be expected to cost.</param>
/// <param name="Priority">Higher goes first within the workspace.</param>
[Requires(Permission.Generate)]
public sealed record RegenerateTakeCommand(Guid TakeId, RegenerationMode Mode, int Count = 1, string? Feedback = null, decimal? MaxCost = null, int? Priority = null)
    : ICommand<IReadOnlyList<AcceptedGenerationDto>>;

internal sealed class RegenerateTakeValidator : AbstractValidator<RegenerateTakeCommand>
{
    public RegenerateTakeValidator()
    {
        RuleFor(c => c.Mode).IsInEnum().OverridePropertyName("mode");
        RuleFor(c => c.Count).InclusiveBetween(1, GenerationWish.MaxCount);
        RuleFor(c => c.Feedback).MaximumLength(DetailLimits.Paragraph).OverridePropertyName("feedback");
        RuleFor(c => c.MaxCost).GreaterThanOrEqualTo(0).OverridePropertyName("maxCost");
        RuleFor(c => c.Priority).InclusiveBetween(-GenerationWish.MostPriority, GenerationWish.MostPriority).OverridePropertyName("priority");
    }
}

internal sealed class RegenerateTakeHandler(
    IAssetRepository assets, IGenerationReader reader, ShotBriefs briefs, TakeRecipes takes, RecipeWriter recipes, GenerationAccepting accepting, Budgeting budgeting, ISeedSource seeds,
    ICaller caller, TimeProvider clock) : IRequestHandler<RegenerateTakeCommand, Result<IReadOnlyList<AcceptedGenerationDto>>>
{
    public async Task<Result<IReadOnlyList<AcceptedGenerationDto>>> Handle(RegenerateTakeCommand request, CancellationToken cancellationToken)
    {
        var feedback = string.IsNullOrWhiteSpace(request.Feedback) ? null : request.Feedback.Trim();
        if (request.Mode is RegenerationMode.Refine != feedback is not null) return feedback is null ? GenerationErrors.FeedbackMissing : GenerationErrors.FeedbackUnused;
        var branch = await assets.FindBranchAsync(new AssetId(request.TakeId), cancellationToken);
        if (branch is not [.., { IsLive: true } shot, { IsLive: true, Type.Numbered: true } take]) return AssetErrors.NotA("take");
        var seen = await briefs.ReadAsync(branch, cancellationToken);
        if (await RecipeOfAsync(take, seen, cancellationToken) is not { } recipe) return GenerationErrors.NoRecipe;

        var chosen = await recipes.ChooseAsync(recipe.Provider, recipe.Model, cancellationToken);
        if (chosen.Error is { } unusable) return unusable;
        var (provider, model) = chosen.Value;
        var quote = await budgeting.QuoteAsync(model, recipe.Parameters, cancellationToken);
        if (quote.Error is { } priceless) return priceless;
        if (await budgeting.CheckAsync(branch[0], quote.Value.Estimate.Times(request.Count), request.MaxCost, cancellationToken) is { } tooMuch) return tooMuch;

        var picture = request.Mode is RegenerationMode.Refine ? await takes.PictureAsync(take.Id, cancellationToken) : null;
        var accepted = new List<GenerationRun>();
        for (var i = 0; i < request.Count; i++)
        {
            var next = request.Mode switch
            {
                RegenerationMode.Remix => recipe with { Seed = seeds.Next() },
                RegenerationMode.Seed => recipes.Write(
                    new GenerationWish { Seed = recipe.Seed, NegativePrompt = recipe.NegativePrompt, Parameters = recipe.Parameters }, provider, model, seen.Brief, seen.Prompt, i, seen.Sources),
                RegenerationMode.Refine => Refined(recipe, take, feedback!, picture, model) with { Seed = Following(recipe.Seed, i) },
                _ => recipe with { Seed = Following(recipe.Seed, i) },
            };
            var run = accepting.Accept(shot, next, quote.Value, caller.Stamp(clock), request.Priority ?? GenerationWish.ShotPriority);
            if (run.Error is { } refused) return refused;
            accepted.Add(run.Value);
        }

        await accepting.QueueAsync(accepted, cancellationToken);
        return Result<IReadOnlyList<AcceptedGenerationDto>>.Of([.. accepted.Select(GenerateShotTakesHandler.Show)]);
    }

    /// <summary>As it was sent; where a take came with a recipe from elsewhere, that one with the shot as it is now.</summary>
    private async Task<Recipe?> RecipeOfAsync(Asset take, SeenShot seen, CancellationToken ct)
    {
        if (await reader.MadeAsync(take.Id, ct) is { } made) return made.Recipe;
        return take.As<ShotTakeDetails>().Recipe is { Provider: { } provider, Model: { } model } told
            ? new Recipe
            {
                Provider = provider,
                Model = model,
                Prompt = told.Prompt ?? RecipeWriter.Cut(PromptComposer.Compose(seen.Brief, string.IsNullOrWhiteSpace(seen.Prompt) ? null : seen.Prompt, told.Feedback)),
                NegativePrompt = told.NegativePrompt,
                Seed = told.Seed is >= 0 and <= Recipe.MaxSeed ? told.Seed.Value : seeds.Next(),
                Parameters = told.Parameters ?? [],
                Feedback = told.Feedback,
                ParentTakeId = take.As<ShotTakeDetails>().ParentTakeId,
                References = told.References ?? [],
                Sources = seen.Sources,
                Shot = seen.Brief,
            }
            : null;
    }

    private static Recipe Refined(Recipe recipe, Asset take, string feedback, TakeRecipeReference? picture, ProviderModel model) => recipe with
    {
        Prompt = RecipeWriter.Cut($"{recipe.Prompt.TrimEnd('.')}. {feedback}"),
        Feedback = feedback,
        ParentTakeId = take.Id.Value,
        References = RecipeWriter.WithPicture(recipe.References, picture, model),
    };

    private static long Following(long seed, int index) => (seed + index) % (Recipe.MaxSeed + 1);
}
