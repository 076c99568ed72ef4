using System.ComponentModel.DataAnnotations;
using Director.Domain.Common;
using Director.Domain.Relationships;

namespace Director.Domain.Assets.Types;

/// <summary>A still picture.</summary>
public sealed record ImageDetails : AssetDetails
{
    /// <summary>Pixels across.</summary>
    [Range(1, DetailLimits.Pixels)] public int? Width { get; init; }

    /// <summary>Pixels down.</summary>
    [Range(1, DetailLimits.Pixels)] public int? Height { get; init; }

    /// <summary>png, webp, jpeg…</summary>
    [MaxLength(DetailLimits.Word)] public string? Format { get; init; }
}

internal sealed class ImageType : AssetType<ImageDetails>
{
    public override string Slug => "image";
    public override string Label => "Image";
    public override int Level => 4;
    public override bool HoldsMedia => true;
    public override IReadOnlySet<string> AllowedParents { get; } = AllowedLinks.To("film", "scene", "shot", "shot_take", "character_ref", "location", "prop", "style");
    public override IReadOnlyDictionary<RelationshipKind, IReadOnlySet<string>> AllowedReferences { get; } = AllowedLinks.ForMedia;
}
