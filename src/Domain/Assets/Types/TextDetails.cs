using System.ComponentModel.DataAnnotations;
using Director.Domain.Common;
using Director.Domain.Relationships;

namespace Director.Domain.Assets.Types;

/// <summary>A text: something read, taken in or written.</summary>
public sealed record TextDetails : AssetDetails
{
    /// <summary>The language as a BCP 47 tag.</summary>
    [MaxLength(DetailLimits.Word)] public string? Language { get; init; }

    /// <summary>Words.</summary>
    [Range(0, int.MaxValue)] public int? WordCount { get; init; }

    /// <summary>Characters.</summary>
    [Range(0, int.MaxValue)] public int? CharCount { get; init; }

    /// <summary>Where it was taken from.</summary>
    [MaxLength(DetailLimits.Url)] public string? SourceUrl { get; init; }

    /// <summary>What it was taken from: web, pdf, upload…</summary>
    [MaxLength(DetailLimits.Word)] public string? SourceKind { get; init; }
}

internal sealed class TextType : AssetType<TextDetails>
{
    public override string Slug => "text";
    public override string Label => "Text";
    public override int Level => 4;
    public override bool HoldsMedia => true;
    public override IReadOnlySet<string> AllowedParents { get; } = AllowedLinks.To("film", "scene", "shot", "shot_take");
    public override IReadOnlyDictionary<RelationshipKind, IReadOnlySet<string>> AllowedReferences { get; } = AllowedLinks.ForSources;
}
