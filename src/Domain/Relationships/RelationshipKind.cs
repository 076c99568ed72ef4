using System.Diagnostics.CodeAnalysis;

namespace Director.Domain.Relationships;

/// <summary>What a link in the reference graph means. Ownership is not one of them: it is the tree in the asset row.</summary>
public sealed class RelationshipKind
{
    private RelationshipKind(string slug, bool lineage = false) => (Slug, Lineage) = (slug, lineage);

    /// <summary>A film casts a character, location, prop or style of the workspace.</summary>
    public static readonly RelationshipKind CastIn = new("cast_in");
    /// <summary>A scene, shot or take shows a character.</summary>
    public static readonly RelationshipKind UsesCharacter = new("uses_character");
    /// <summary>… plays at a location.</summary>
    public static readonly RelationshipKind UsesLocation = new("uses_location");
    /// <summary>… shows a prop.</summary>
    public static readonly RelationshipKind UsesProp = new("uses_prop");
    /// <summary>… is made in a style.</summary>
    public static readonly RelationshipKind UsesStyle = new("uses_style");
    /// <summary>… sounds an audio asset; the sequence is the layer, bottom first.</summary>
    public static readonly RelationshipKind UsesAudio = new("uses_audio");
    /// <summary>… is taken from a script.</summary>
    public static readonly RelationshipKind UsesScript = new("uses_script");
    /// <summary>… uses any other asset.</summary>
    public static readonly RelationshipKind UsesAsset = new("uses_asset");
    /// <summary>An image shows what a character, location, prop or style looks like.</summary>
    public static readonly RelationshipKind ReferenceFor = new("reference_for");
    /// <summary>The parent was made out of the child.</summary>
    public static readonly RelationshipKind DerivedFrom = new("derived_from", lineage: true);
    /// <summary>The parent is another version of the child.</summary>
    public static readonly RelationshipKind VariantOf = new("variant_of", lineage: true);
    /// <summary>The parent was generated with the child as its input.</summary>
    public static readonly RelationshipKind GeneratedFrom = new("generated_from", lineage: true);
    /// <summary>The film's finished assembly.</summary>
    public static readonly RelationshipKind FinalEdit = new("final_edit");

    /// <summary>Every kind.</summary>
    public static readonly IReadOnlyList<RelationshipKind> All =
    [
        CastIn, UsesCharacter, UsesLocation, UsesProp, UsesStyle, UsesAudio, UsesScript, UsesAsset,
        ReferenceFor, DerivedFrom, VariantOf, GeneratedFrom, FinalEdit,
    ];

    /// <summary>The name on the wire and in the database.</summary>
    public string Slug { get; }

    /// <summary>Whether links of this kind tell where something came from: those may not form a circle.</summary>
    public bool Lineage { get; }

    /// <summary>Finds a kind by its slug.</summary>
    public static bool TryGet(string? slug, [NotNullWhen(true)] out RelationshipKind? kind)
    {
        kind = All.FirstOrDefault(k => k.Slug == slug);
        return kind is not null;
    }

    /// <inheritdoc />
    public override string ToString() => Slug;
}
