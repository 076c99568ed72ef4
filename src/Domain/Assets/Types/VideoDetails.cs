using System.ComponentModel.DataAnnotations;
using Director.Domain.Common;
using Director.Domain.Relationships;

namespace Director.Domain.Assets.Types;

/// <summary>A moving picture.</summary>
public sealed record VideoDetails : AssetDetails
{
    /// <summary>Pixels across.</summary>
    [Range(1, DetailLimits.Pixels)] public int? Width { get; init; }

    /// <summary>Pixels down.</summary>
    [Range(1, DetailLimits.Pixels)] public int? Height { get; init; }

    /// <summary>Pictures a second as a rational: <c>24000/1001</c>.</summary>
    [MaxLength(DetailLimits.Word)] public string? FrameRate { get; init; }

    /// <summary>h264, vp9…</summary>
    [MaxLength(DetailLimits.Word)] public string? Codec { get; init; }

    /// <summary>mp4, webm…</summary>
    [MaxLength(DetailLimits.Word)] public string? Format { get; init; }

    /// <summary>How many pictures it has.</summary>
    [Range(0, DetailLimits.Frames)] public int? Frames { get; init; }
}

internal sealed class VideoType : AssetType<VideoDetails>
{
    public override string Slug => "video";
    public override string Label => "Video";
    public override int Level => 4;
    public override bool HoldsMedia => true;
    public override IReadOnlySet<string> AllowedParents { get; } = AllowedLinks.To("film", "scene", "shot", "shot_take", "character_ref", "location", "prop", "style");
    public override IReadOnlyDictionary<RelationshipKind, IReadOnlySet<string>> AllowedReferences { get; } = AllowedLinks.ForMedia;
}
