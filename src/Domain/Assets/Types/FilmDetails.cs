using System.ComponentModel.DataAnnotations;
using Director.Domain.Common;
using Director.Domain.Relationships;

namespace Director.Domain.Assets.Types;

/// <summary>A film: the root of an ownership tree.</summary>
public sealed record FilmDetails : AssetDetails
{
    /// <summary>What it is about.</summary>
    [MaxLength(DetailLimits.Long)] public string? Synopsis { get; init; }

    /// <summary>Pictures a second as a rational: <c>24</c>, <c>25</c>, <c>24000/1001</c>. Decides every timecode of the film.</summary>
    [MaxLength(DetailLimits.Word)] public string? FrameRate { get; init; }

    /// <summary>Width to height, such as <c>16:9</c> or <c>2.39:1</c>.</summary>
    [MaxLength(DetailLimits.Word)] public string? AspectRatio { get; init; }

    /// <summary>How shots get their codes: <c>SH{0000}</c> by tens, or <c>slate</c> for 12A, 12B.</summary>
    [MaxLength(DetailLimits.Word)] public string? ShotCodeScheme { get; init; }

    /// <summary>Where the production stands, in the crew's words.</summary>
    [MaxLength(DetailLimits.Word)] public string? Status { get; init; }

    /// <summary>What the film may cost, in the workspace's currency.</summary>
    [Range(typeof(decimal), "0", "9999999999999", ParseLimitsInInvariantCulture = true)] public decimal? Budget { get; init; }

    /// <inheritdoc />
    protected override IEnumerable<FieldFault> Check() => FilmFormat.Faults(this);
}

internal sealed class FilmType : AssetType<FilmDetails>
{
    public override string Slug => "film";
    public override string Label => "Film";
    public override int Level => 0;

    public override IReadOnlyDictionary<RelationshipKind, IReadOnlySet<string>> AllowedReferences { get; } =
        new Dictionary<RelationshipKind, IReadOnlySet<string>>(AllowedLinks.ForPictures) { [RelationshipKind.FinalEdit] = AllowedLinks.To("video") };
}
