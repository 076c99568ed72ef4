namespace Director.Domain.Assets.Types;

/// <summary>
/// What keeps a character looking the same in every picture: composed from its attributes, those of its kind first and in a fixed order, so that
/// the same details give the same words.
/// </summary>
internal static class CharacterPrompt
{
    /// <summary>The attributes of each kind of character, in the order in which they are said.</summary>
    private static readonly Dictionary<string, string[]> Fields = new(StringComparer.Ordinal)
    {
        ["human"] = ["age", "gender", "ethnicity", "height", "build", "hair_color", "hair_style", "eye_color", "clothing_style"],
        ["animal"] = ["species", "breed", "size", "fur_color", "fur_texture", "temperament"],
        ["robot"] = ["model_type", "material", "power_source", "capabilities"],
        ["creature"] = ["creature_type", "habitat", "abilities", "magic_type"],
        ["fantasy"] = ["creature_type", "habitat", "abilities", "magic_type"],
        ["alien"] = ["alien_species", "home_planet", "physiology", "abilities"],
        ["object"] = ["model_type", "material"],
    };

    private static readonly string[] OfAll = ["color_scheme", "texture", "distinctive_features"];

    /// <summary>How an attribute is said, where its bare value would not be understood.</summary>
    private static readonly Dictionary<string, string> Said = new(StringComparer.Ordinal)
    {
        ["hair_color"] = "{0} hair",
        ["hair_style"] = "hair worn {0}",
        ["eye_color"] = "{0} eyes",
        ["clothing_style"] = "wearing {0}",
        ["height"] = "{0} height",
        ["build"] = "{0} build",
        ["age"] = "age {0}",
        ["fur_color"] = "{0} fur",
        ["fur_texture"] = "{0} fur texture",
        ["size"] = "{0} size",
        ["material"] = "made of {0}",
        ["power_source"] = "powered by {0}",
        ["capabilities"] = "able to {0}",
        ["abilities"] = "abilities: {0}",
        ["habitat"] = "living in {0}",
        ["magic_type"] = "{0} magic",
        ["home_planet"] = "from {0}",
        ["color_scheme"] = "colours: {0}",
        ["texture"] = "{0} texture",
        ["distinctive_features"] = "distinctive features: {0}",
    };

    internal static string? Of(string name, CharacterRefDetails character)
    {
        if (!string.IsNullOrWhiteSpace(character.ConsistencyPrompt)) return character.ConsistencyPrompt.Trim();
        var attributes = (character.Attributes ?? []).Where(a => !string.IsNullOrWhiteSpace(a.Value) && a.Key != "color")
            .ToDictionary(a => a.Key, a => a.Value.Trim(), StringComparer.Ordinal);
        var known = (Fields.GetValueOrDefault(character.CharacterType ?? "human") ?? []).Concat(OfAll).ToList();
        // What the kind does not know is the crew's own word for something, and is said too.
        var order = known.Concat(attributes.Keys.Except(known, StringComparer.Ordinal).Order(StringComparer.Ordinal));
        var parts = order.Where(attributes.ContainsKey).Select(key => Say(key, attributes[key], known.Contains(key))).ToList();
        if (parts.Count == 0) return null;
        var kind = character.CharacterType is null or "human" ? "" : $" ({character.CharacterType})";
        return $"{name}{kind}: {string.Join(", ", parts)}";
    }

    private static string Say(string key, string value, bool known) =>
        Said.TryGetValue(key, out var form) ? form.Replace("{0}", value, StringComparison.Ordinal) : known ? value : $"{key.Replace('_', ' ')} {value}";
}
