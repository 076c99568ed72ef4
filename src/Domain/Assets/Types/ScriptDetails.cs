using System.ComponentModel.DataAnnotations;
using Director.Domain.Common;
using Director.Domain.Relationships;

namespace Director.Domain.Assets.Types;

/// <summary>A screenplay, as text.</summary>
public sealed record ScriptDetails : AssetDetails
{
    /// <summary>How it is written: <c>fountain</c>, <c>fdx</c>, <c>text</c>.</summary>
    [MaxLength(DetailLimits.Word)] public string? Format { get; init; }

    /// <summary>The language as a BCP 47 tag.</summary>
    [MaxLength(DetailLimits.Word)] public string? Language { get; init; }

    /// <summary>How many scenes it has.</summary>
    [Range(0, int.MaxValue)] public int? SceneCount { get; init; }

    /// <summary>How long its film may run, in frames.</summary>
    [Range(0, int.MaxValue)] public int? EstimatedFrames { get; init; }
}

internal sealed class ScriptType : AssetType<ScriptDetails>
{
    public override string Slug => "script";
    public override string Label => "Script";
    public override int Level => 1;
    public override bool HoldsMedia => true;
    public override IReadOnlySet<string> AllowedParents { get; } = AllowedLinks.To("film");
    public override IReadOnlyDictionary<RelationshipKind, IReadOnlySet<string>> AllowedReferences { get; } = AllowedLinks.ForSources;
}
