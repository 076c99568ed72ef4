using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Generation;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Generation;

/// <summary>
/// Asks for reference images of a character, location, prop or style: one generation each, so that three of four that succeed are kept. The
/// first image of an asset that has none becomes its key image.
/// </summary>
/// <param name="AssetId">What they show.</param>
/// <param name="Count">How many, 1 to 16.</param>
/// <param name="Prompt">Said after the words that keep it looking the same; absent: those words alone.</param>
/// <param name="NegativePrompt">What to leave out.</param>
/// <param name="Provider">The provider's slug; absent: the first that can be used.</param>
/// <param name="Model">The model; absent: the provider's first that makes images.</param>
/// <param name="Seed">The first image's seed, the next ones count up; absent: each its own.</param>
/// <param name="Parameters">The provider's other settings.</param>
/// <param name="MaxCost">The most that all of them may be expected to cost.</param>
/// <param name="Priority">Higher goes first within the workspace.</param>
[Requires(Permission.Generate)]
public sealed record GenerateImagesCommand(
    Guid AssetId, int Count = 1, string? Prompt = null, string? NegativePrompt = null, string? Provider = null, string? Model = null, long? Seed = null,
    IReadOnlyDictionary<string, string>? Parameters = null, decimal? MaxCost = null, int? Priority = null) : ICommand<IReadOnlyList<AcceptedGenerationDto>>;

internal sealed class GenerateImagesValidator : AbstractValidator<GenerateImagesCommand>
{
    public GenerateImagesValidator()
    {
        RuleFor(c => c.Count).InclusiveBetween(1, GenerationWish.MaxCount);
        RuleFor(c => c.Seed).InclusiveBetween(0, Recipe.MaxSeed - GenerationWish.MaxCount);
        RuleFor(c => c.MaxCost).GreaterThanOrEqualTo(0).OverridePropertyName("maxCost");
        RuleFor(c => c.Priority).InclusiveBetween(-GenerationWish.MostPriority, GenerationWish.MostPriority).OverridePropertyName("priority");
    }
}

internal sealed class GenerateImagesHandler(
    IAssetRepository assets, RecipeWriter recipes, GenerationAccepting accepting, Budgeting budgeting, ICaller caller, TimeProvider clock)
    : IRequestHandler<GenerateImagesCommand, Result<IReadOnlyList<AcceptedGenerationDto>>>
{
    public async Task<Result<IReadOnlyList<AcceptedGenerationDto>>> Handle(GenerateImagesCommand request, CancellationToken cancellationToken)
    {
        var branch = await assets.FindBranchAsync(new AssetId(request.AssetId), cancellationToken);
        if (branch.LastOrDefault() is not { IsLive: true } subject) return AssetErrors.NotFound;
        if (!subject.Type.HasReferenceImages) return GenerationErrors.NoReferenceImages(subject.Type.Label);
        var chosen = await recipes.ChooseAsync(request.Provider, request.Model, OutputKind.Image, cancellationToken);
        if (chosen.Error is { } unusable) return unusable;
        var (provider, model) = chosen.Value;
        if (model.Kind is not OutputKind.Image) return GenerationErrors.NoImages(provider.Label, model.Name);
        var quote = await budgeting.QuoteAsync(model, request.Parameters ?? GenerationWish.NoParameters, cancellationToken);
        if (quote.Error is { } priceless) return priceless;
        if (await budgeting.CheckAsync(branch[0], quote.Value.Estimate.Times(request.Count), request.MaxCost, cancellationToken) is { } tooMuch) return tooMuch;

        var brief = Brief(subject);
        var wish = new GenerationWish
        {
            Prompt = PromptComposer.Portrait(brief, request.Prompt),
            NegativePrompt = request.NegativePrompt,
            Seed = request.Seed,
            Parameters = request.Parameters,
        };
        var accepted = new List<GenerationRun>();
        for (var i = 0; i < request.Count; i++)
        {
            var run = accepting.Accept(subject, recipes.Write(wish, provider, model, brief, null, i), quote.Value, caller.Stamp(clock), request.Priority ?? GenerationWish.ShotPriority);
            if (run.Error is { } refused) return refused;
            accepted.Add(run.Value);
        }

        await accepting.QueueAsync(accepted, cancellationToken);
        return Result<IReadOnlyList<AcceptedGenerationDto>>.Of([.. accepted.Select(GenerateShotTakesHandler.Show)]);
    }

    private static ShotBrief Brief(Asset subject) => new()
    {
        Subject = new SubjectBrief(subject.Id.Value, subject.Type.Slug, subject.Name, subject.Details.PromptOf(subject.Name), subject.Details.KnownColours()),
    };
}
