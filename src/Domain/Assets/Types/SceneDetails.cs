using System.ComponentModel.DataAnnotations;
using Director.Domain.Common;
using Director.Domain.Relationships;

namespace Director.Domain.Assets.Types;

/// <summary>A scene: one place at one time.</summary>
public sealed record SceneDetails : AssetDetails
{
    /// <summary>The number in the script; letters and dashes are allowed (<c>12A</c>, <c>I-1-A</c>).</summary>
    [MaxLength(DetailLimits.Word)] public string? SceneNumber { get; init; }

    /// <summary><c>INT</c>, <c>EXT</c>, <c>INT/EXT</c> or <c>EST</c>.</summary>
    [MaxLength(DetailLimits.Word)] public string? IntExt { get; init; }

    /// <summary>Where it plays, as the heading says.</summary>
    [MaxLength(DetailLimits.Line)] public string? Location { get; init; }

    /// <summary>When it plays, as the heading says: DAY, NIGHT, DAWN…</summary>
    [MaxLength(DetailLimits.Line)] public string? TimeOfDay { get; init; }

    /// <summary>The whole heading as written.</summary>
    [MaxLength(DetailLimits.Line)] public string? Setting { get; init; }

    /// <summary>What happens.</summary>
    [MaxLength(DetailLimits.Long)] public string? Synopsis { get; init; }

    /// <summary>Length on paper in eighths of a page.</summary>
    [Range(0, 8_000)] public int? Eighths { get; init; }
}

internal sealed class SceneType : AssetType<SceneDetails>
{
    public override string Slug => "scene";
    public override string Label => "Scene";
    public override int Level => 1;
    public override bool MayStandAlone => false;
    public override IReadOnlyList<string> NotMadeFrom { get; } = ["sceneNumber", "setting", "synopsis", "eighths"];
    public override IReadOnlySet<string> AllowedParents { get; } = AllowedLinks.To("film");
    public override IReadOnlyDictionary<RelationshipKind, IReadOnlySet<string>> AllowedReferences { get; } = AllowedLinks.ForPictures;
}
