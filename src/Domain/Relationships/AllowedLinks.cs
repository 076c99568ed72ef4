namespace Director.Domain.Relationships;

/// <summary>The links that several asset types share, so that each descriptor says only what is its own.</summary>
internal static class AllowedLinks
{
    internal static IReadOnlySet<string> To(params string[] types) => new HashSet<string>(types, StringComparer.Ordinal);

    /// <summary>Stands for every type, later ones too.</summary>
    internal const string Any = "*";

    internal static readonly IReadOnlySet<string> Anything = To(Any);

    /// <summary>What a scene, shot or take may be made with.</summary>
    internal static Dictionary<RelationshipKind, IReadOnlySet<string>> ForPictures => new()
    {
        [RelationshipKind.UsesCharacter] = To("character_ref"),
        [RelationshipKind.UsesLocation] = To("location"),
        [RelationshipKind.UsesProp] = To("prop"),
        [RelationshipKind.UsesStyle] = To("style"),
        [RelationshipKind.UsesAudio] = To("audio"),
        [RelationshipKind.UsesScript] = To("script", "text"),
        [RelationshipKind.UsesAsset] = Anything,
        [RelationshipKind.DerivedFrom] = Anything,
        [RelationshipKind.VariantOf] = Anything,
        [RelationshipKind.GeneratedFrom] = Anything,
    };

    /// <summary>Characters, locations, props and styles belong to the workspace and are cast in films.</summary>
    internal static Dictionary<RelationshipKind, IReadOnlySet<string>> ForCast => new(ForSources) { [RelationshipKind.CastIn] = To("film") };

    /// <summary>Pictures and sounds; they can show what a member of the cast looks like.</summary>
    internal static Dictionary<RelationshipKind, IReadOnlySet<string>> ForMedia =>
        new(ForSources) { [RelationshipKind.ReferenceFor] = To("character_ref", "location", "prop", "style") };

    /// <summary>Where a text, a script or a picture may have come from.</summary>
    internal static Dictionary<RelationshipKind, IReadOnlySet<string>> ForSources => new()
    {
        [RelationshipKind.DerivedFrom] = Anything,
        [RelationshipKind.VariantOf] = Anything,
        [RelationshipKind.GeneratedFrom] = Anything,
    };
}
