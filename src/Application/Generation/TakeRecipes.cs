using Director.Application.Assets;
using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Generation;

namespace Director.Application.Generation;

/// <summary>A take of the shot before, whose settings another shot takes over.</summary>
/// <param name="TakeId">The take.</param>
/// <param name="Recipe">How it was made.</param>
/// <param name="Picture">Its picture, to go by; null when it is none.</param>
internal sealed record PreviousTake(Guid TakeId, TakeRecipe Recipe, TakeRecipeReference? Picture)
{
    /// <summary>The wish with everything it leaves out filled in; what goes with another provider or model stays behind.</summary>
    internal GenerationWish Into(GenerationWish wish)
    {
        var sameProvider = wish.Provider is null || wish.Provider == Recipe.Provider;
        var sameModel = sameProvider && (wish.Model is null || wish.Model == Recipe.Model);
        return wish with
        {
            Provider = wish.Provider ?? Recipe.Provider,
            Model = sameModel ? Recipe.Model : wish.Model,
            NegativePrompt = wish.NegativePrompt ?? Recipe.NegativePrompt,
            Seed = wish.Seed ?? Recipe.Seed,
            Parameters = wish.Parameters ?? (sameModel ? Recipe.Parameters : null),
        };
    }
}

/// <summary>What takes were made from, for making others.</summary>
internal sealed class TakeRecipes(IGenerationReader reader, IAssetReader assets)
{
    /// <summary>The selected take of the shot before this one; null when there is none, or nothing is on file of how it was made.</summary>
    internal async Task<PreviousTake?> PreviousAsync(Asset shot, CancellationToken ct)
    {
        if (await reader.TakeBeforeAsync(shot.RootId, shot.Id, ct) is not { } id || await assets.GetAsync(id, ct) is not { } take) return null;
        return take.Details is ShotTakeDetails { Recipe: { } recipe } ? new PreviousTake(take.Id, recipe, PictureOf(take)) : null;
    }

    /// <summary>A take's picture as a reference; null when it has none or is no still.</summary>
    internal async Task<TakeRecipeReference?> PictureAsync(AssetId take, CancellationToken ct) => await assets.GetAsync(take, ct) is { } found ? PictureOf(found) : null;

    private static TakeRecipeReference? PictureOf(AssetDto take) =>
        take.Media is { } media && media.ContentType.StartsWith("image/", StringComparison.Ordinal) ? new TakeRecipeReference(take.Id, "image", take.Name, media.Sha256) : null;
}
