using System.Globalization;
using Director.Application.Assets;
using Director.Application.Common;
using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Generation;

/// <summary>What two takes were made from differently. They may be takes of different shots.</summary>
/// <param name="TakeId">The take.</param>
/// <param name="With">The other one.</param>
[Requires(Permission.Look)]
public sealed record GetRecipeDifferenceQuery(Guid TakeId, Guid With) : IQuery<RecipeDifferenceDto>;

/// <summary>The difference of two recipes.</summary>
/// <param name="TakeId">The take.</param>
/// <param name="With">The other one.</param>
/// <param name="Differences">Every field that is not the same in both, in the order of a recipe; empty: they are the same.</param>
public sealed record RecipeDifferenceDto(Guid TakeId, Guid With, IReadOnlyList<FieldDifferenceDto> Differences);

/// <summary>One field of a recipe.</summary>
/// <param name="Field">provider, model, prompt, negativePrompt, seed, feedback, parentTakeId, <c>parameters.</c> and a setting's name, or <c>references.</c> and an asset's id.</param>
/// <param name="Name">For people: the reference's name; else the field.</param>
/// <param name="Here">In the take; null where it has none.</param>
/// <param name="There">In the other one; null where it has none.</param>
public sealed record FieldDifferenceDto(string Field, string Name, string? Here, string? There);

internal sealed class GetRecipeDifferenceHandler(IAssetReader assets, IGenerationReader reader) : IRequestHandler<GetRecipeDifferenceQuery, Result<RecipeDifferenceDto>>
{
    public async Task<Result<RecipeDifferenceDto>> Handle(GetRecipeDifferenceQuery request, CancellationToken cancellationToken)
    {
        var here = await RecipeAsync(request.TakeId, cancellationToken);
        if (here.Error is { } unknown) return unknown;
        var there = await RecipeAsync(request.With, cancellationToken);
        if (there.Error is { } missing) return missing;
        return new RecipeDifferenceDto(request.TakeId, request.With, Differences(here.Value, there.Value));
    }

    private async Task<Result<RecipeDto>> RecipeAsync(Guid id, CancellationToken ct)
    {
        if (await assets.GetAsync(new AssetId(id), ct) is not { Details: ShotTakeDetails details }) return AssetErrors.NotA("take");
        return RecipeShowing.Of((await reader.MadeAsync(new AssetId(id), ct))?.Recipe, details) is { } recipe ? recipe : Domain.Generation.GenerationErrors.NoRecipe;
    }

    private static List<FieldDifferenceDto> Differences(RecipeDto here, RecipeDto there)
    {
        var (mine, theirs) = (Fields(here), Fields(there));
        var names = here.References.Concat(there.References).GroupBy(r => r.AssetId).ToDictionary(g => $"references.{g.Key}", g => g.First().Name);
        return
        [
            .. mine.Keys.Union(theirs.Keys).Select(f => new FieldDifferenceDto(f, names.GetValueOrDefault(f, f), mine.GetValueOrDefault(f), theirs.GetValueOrDefault(f)))
                .Where(d => d.Here != d.There),
        ];
    }

    private static Dictionary<string, string?> Fields(RecipeDto recipe)
    {
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["provider"] = recipe.Provider,
            ["model"] = recipe.Model,
            ["prompt"] = recipe.Prompt,
            ["negativePrompt"] = recipe.NegativePrompt,
            ["seed"] = recipe.Seed.ToString(CultureInfo.InvariantCulture),
            ["feedback"] = recipe.Feedback,
            ["parentTakeId"] = recipe.ParentTakeId?.ToString(),
        };
        foreach (var (name, value) in recipe.Parameters.OrderBy(p => p.Key, StringComparer.Ordinal)) fields[$"parameters.{name}"] = value;
        // A name is no part of what was made: only what was sent, and as what.
        foreach (var reference in recipe.References) fields[$"references.{reference.AssetId}"] = reference.Sha256 is { } sent ? $"{reference.Role} {sent}" : reference.Role;
        return fields;
    }
}
