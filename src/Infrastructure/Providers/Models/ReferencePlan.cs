using Director.Application.Generation;
using Director.Domain.Assets.Types;
using Director.Domain.Generation;
using Director.Infrastructure.Providers.Http;

namespace Director.Infrastructure.Providers.Models;

/// <summary>Which reference goes to which slot. Every one goes somewhere, or nothing is sent.</summary>
internal static class ReferencePlan
{
    /// <summary>Places the references of a recipe that are sent as pictures.</summary>
    /// <returns>In the order of the slots.</returns>
    /// <exception cref="ProviderRefusalException">One of them has no place, or a place that must be filled is empty.</exception>
    internal static IReadOnlyList<(SlotField Slot, TakeRecipeReference Reference)> Of(CatalogueModel model, Recipe recipe)
    {
        var placed = model.Slots.ToDictionary(s => s, _ => new List<TakeRecipeReference>());
        foreach (var reference in recipe.References.Where(r => r.Sha256 is not null))
        {
            var slot = model.Slots.FirstOrDefault(s => s.Role == reference.Role && placed[s].Count < s.Max)
                ?? model.Slots.FirstOrDefault(s => s.Role == "image" && placed[s].Count < s.Max)
                ?? model.Slots.FirstOrDefault(s => s.Required && reference.Role is "image" or "take" && placed[s].Count < s.Max);
            if (slot is null) throw NoPlace(model, recipe, reference);
            placed[slot].Add(reference);
        }

        if (model.Slots.FirstOrDefault(s => s.Required && placed[s].Count == 0) is { } empty)
            throw Refusal($"{model.Label} needs a picture as {Words(empty.Role)}, and the recipe has none.");
        return [.. model.Slots.SelectMany(s => placed[s].Select(r => (s, r)))];
    }

    private static ProviderRefusalException NoPlace(CatalogueModel model, Recipe recipe, TakeRecipeReference reference)
    {
        var (sent, most) = (recipe.References.Count(r => r.Sha256 is not null), model.Slots.Sum(s => s.Max));
        return Refusal(most == 0
            ? $"{model.Label} takes no pictures, so {reference.Name} cannot be sent. Choose a model that takes references."
            : $"{model.Label} takes {most} {(most == 1 ? "picture" : "pictures")}, the recipe has {sent}: {reference.Name} would be left out. Choose another model or fewer references.");
    }

    private static string Words(string role) => role switch
    {
        "firstFrame" => "its first frame",
        "lastFrame" => "its last frame",
        _ => "a reference",
    };

    private static ProviderRefusalException Refusal(string message) => new(new GenerationFailure(FailureKind.InvalidInput, message));
}
