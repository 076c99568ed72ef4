using System.ComponentModel.DataAnnotations;
using Director.Domain.Common;
using Director.Domain.Relationships;

namespace Director.Domain.Assets.Types;

/// <summary>A sound.</summary>
public sealed record AudioDetails : AssetDetails
{
    /// <summary>wav, mp3, flac…</summary>
    [MaxLength(DetailLimits.Word)] public string? Format { get; init; }

    /// <summary>Samples a second.</summary>
    [Range(1, 1_000_000)] public int? SampleRate { get; init; }

    /// <summary>1 mono, 2 stereo, 6 for 5.1…</summary>
    [Range(1, 128)] public int? Channels { get; init; }

    /// <summary>Bits a second.</summary>
    [Range(1, int.MaxValue)] public int? Bitrate { get; init; }

    /// <summary>Length in milliseconds.</summary>
    [Range(0, int.MaxValue)] public int? DurationMs { get; init; }
}

internal sealed class AudioType : AssetType<AudioDetails>
{
    public override string Slug => "audio";
    public override string Label => "Audio";
    public override int Level => 4;
    public override bool HoldsMedia => true;
    public override IReadOnlySet<string> AllowedParents { get; } = AllowedLinks.To("film", "scene", "shot", "shot_take", "character_ref", "location", "prop", "style");
    public override IReadOnlyDictionary<RelationshipKind, IReadOnlySet<string>> AllowedReferences { get; } = AllowedLinks.ForMedia;
}
