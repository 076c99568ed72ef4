using System.ComponentModel.DataAnnotations;
using Director.Domain.Common;
using Director.Domain.Relationships;

namespace Director.Domain.Assets.Types;

/// <summary>A shot: what the camera sees between two cuts.</summary>
public sealed record ShotDetails : AssetDetails
{
    /// <summary>The action line.</summary>
    [MaxLength(DetailLimits.Paragraph)] public string? Description { get; init; }

    /// <summary>How much of the subject is seen: ECU, CU, MS, WS, EWS, or the crew's own word.</summary>
    [MaxLength(DetailLimits.Word)] public string? ShotSize { get; init; }

    /// <summary>Where the camera stands: low, eye, high, dutch, overShoulder, or the crew's own word.</summary>
    [MaxLength(DetailLimits.Word)] public string? CameraAngle { get; init; }

    /// <summary>How the camera moves: locked, pan, tilt, track, pushIn, pullOut, crane, or the crew's own word.</summary>
    [MaxLength(DetailLimits.Word)] public string? Movement { get; init; }

    /// <summary>Focal length or name of the lens: <c>35 mm</c>.</summary>
    [MaxLength(DetailLimits.Word)] public string? Lens { get; init; }

    /// <summary>The light.</summary>
    [MaxLength(DetailLimits.Line)] public string? Lighting { get; init; }

    /// <summary>The mood.</summary>
    [MaxLength(DetailLimits.Line)] public string? Mood { get; init; }

    /// <summary>How long it runs in the film, in frames at the film's rate.</summary>
    [Range(1, DetailLimits.Frames)] public int? DurationFrames { get; init; }

    /// <summary>What is asked of a provider; empty: composed from the other fields.</summary>
    [MaxLength(DetailLimits.Paragraph)] public string? Prompt { get; init; }

    /// <summary>What is said.</summary>
    [MaxLength(DetailLimits.Long)] public string? Dialogue { get; init; }
}

internal sealed class ShotType : AssetType<ShotDetails>
{
    public override string Slug => "shot";
    public override string Label => "Shot";
    public override int Level => 2;
    public override bool Coded => true;
    public override bool MayStandAlone => false;
    public override IReadOnlyList<string> NotMadeFrom { get; } = ["durationFrames"];
    public override IReadOnlySet<string> AllowedParents { get; } = AllowedLinks.To("film", "scene");
    public override IReadOnlyDictionary<RelationshipKind, IReadOnlySet<string>> AllowedReferences { get; } = AllowedLinks.ForPictures;
}
