using Director.Application.Assets;
using Director.Application.Common;
using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Generation;

/// <summary>What a take was made from, in full, what of it has changed since, and which takes it goes back to.</summary>
[Requires(Permission.Look)]
public sealed record GetTakeRecipeQuery(Guid TakeId) : IQuery<TakeRecipeDto>;

/// <summary>How a take came about.</summary>
/// <param name="TakeId">The take.</param>
/// <param name="Number">Its number.</param>
/// <param name="GenerationId">The generation that made it; null when its recipe came from elsewhere.</param>
/// <param name="Recipe">The recipe as it was sent.</param>
/// <param name="Stale">Whether something it was made from has changed since.</param>
/// <param name="Changed">What has.</param>
/// <param name="Ancestors">The takes it refines, the nearest first.</param>
/// <param name="InheritedFrom">The take of the shot before whose settings it took over.</param>
public sealed record TakeRecipeDto(
    Guid TakeId, int Number, Guid? GenerationId, RecipeDto Recipe, bool Stale, IReadOnlyList<ChangedSourceDto> Changed, IReadOnlyList<AncestorTakeDto> Ancestors, Guid? InheritedFrom);

/// <summary>Something a take was made from that is not what it was.</summary>
/// <param name="AssetId">The asset.</param>
/// <param name="Type">Its type.</param>
/// <param name="Name">What it is called now.</param>
/// <param name="Words">Whether its words have changed.</param>
/// <param name="Picture">Whether its picture has.</param>
/// <param name="Sha256">The hash of the picture at that time; null when there was none.</param>
/// <param name="Sha256Now">The hash of the picture now; null when there is none.</param>
public sealed record ChangedSourceDto(Guid AssetId, string Type, string Name, bool Words, bool Picture, string? Sha256, string? Sha256Now);

/// <summary>A take that another one refines.</summary>
/// <param name="TakeId">The take.</param>
/// <param name="Number">Its number.</param>
/// <param name="Feedback">What was asked to be different from it.</param>
public sealed record AncestorTakeDto(Guid TakeId, int Number, string? Feedback);

internal sealed class GetTakeRecipeHandler(IAssetReader assets, IGenerationReader reader) : IRequestHandler<GetTakeRecipeQuery, Result<TakeRecipeDto>>
{
    /// <summary>Nobody refines a take a hundred times over; a circle, which cannot be made here, would end.</summary>
    private const int MostAncestors = 100;

    public async Task<Result<TakeRecipeDto>> Handle(GetTakeRecipeQuery request, CancellationToken cancellationToken)
    {
        if (await assets.GetAsync(new AssetId(request.TakeId), cancellationToken) is not { Details: ShotTakeDetails details, Number: { } number } take) return AssetErrors.NotA("take");
        var made = await reader.MadeAsync(new AssetId(take.Id), cancellationToken);
        if (RecipeShowing.Of(made?.Recipe, details) is not { } recipe) return Domain.Generation.GenerationErrors.NoRecipe;
        var changed = await reader.ChangedAsync(new AssetId(take.Id), cancellationToken);
        return new TakeRecipeDto(take.Id, number, made?.Generation.Value, recipe, changed.Count > 0, changed, await AncestorsAsync(take, cancellationToken), details.Recipe?.InheritedFrom);
    }

    private async Task<IReadOnlyList<AncestorTakeDto>> AncestorsAsync(AssetDto take, CancellationToken ct)
    {
        var found = new List<AncestorTakeDto>();
        while (found.Count < MostAncestors && take.Details is ShotTakeDetails { ParentTakeId: { } parent } details
            && await assets.GetAsync(new AssetId(parent), ct) is { Number: { } number } before)
        {
            found.Add(new AncestorTakeDto(before.Id, number, details.Recipe?.Feedback));
            take = before;
        }

        return found;
    }
}

/// <summary>Recipes for showing.</summary>
internal static class RecipeShowing
{
    /// <summary>The recipe as it was sent, or what a take that came from elsewhere tells of it; null when nothing is on file.</summary>
    internal static RecipeDto? Of(Domain.Generation.Recipe? sent, ShotTakeDetails take) =>
        sent is not null ? new RecipeDto(sent.Provider, sent.Model, sent.Prompt, sent.NegativePrompt, sent.Seed, sent.Parameters, sent.Feedback, sent.ParentTakeId, sent.References)
        : take.Recipe is { } told ? new RecipeDto(told.Provider ?? "", told.Model ?? "", told.Prompt ?? "", told.NegativePrompt, told.Seed ?? 0, told.Parameters ?? [], told.Feedback, take.ParentTakeId, told.References ?? [])
        : null;
}
