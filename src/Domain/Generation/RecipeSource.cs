namespace Director.Domain.Generation;

/// <summary>Something that a take is made from, as it was when the generation was accepted: its words and its picture by their hashes, never by its name.</summary>
/// <param name="AssetId">The shot, its scene, or a character, location, prop or style.</param>
/// <param name="Version">The asset's version at that time; as long as it is the same, the words are.</param>
/// <param name="Words">The hash of the details that count; null when no words of it were used, because the request brought its own prompt.</param>
/// <param name="Aside">The details that do not count.</param>
/// <param name="Sha256">The hash of the picture's bytes; null when there was none.</param>
public sealed record RecipeSource(Guid AssetId, long Version, string? Words, IReadOnlyList<string> Aside, string? Sha256);
