namespace Director.Infrastructure.Providers.Sketch;

/// <summary>A person of the shot.</summary>
/// <param name="Name">The name as the film knows it; decides the look where nothing else is said.</param>
/// <param name="Colour">Coat colour as <c>#rrggbb</c>; <see cref="SketchCast.ColourOf"/> of the name when absent or malformed.</param>
/// <param name="Attributes">Looks in words: "old man, grey beard, red knit cap", "женщина, пучок, жёлтый плащ".</param>
public sealed record SketchCastMember(string Name, string? Colour = null, string? Attributes = null);
