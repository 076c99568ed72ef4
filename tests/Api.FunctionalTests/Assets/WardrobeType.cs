using System.ComponentModel.DataAnnotations;
using Director.Domain.Assets;

[assembly: BringsAssetTypes]

namespace Director.Api.FunctionalTests.Assets;

/// <summary>A type that only these tests know. This file is all there is of it.</summary>
public sealed record WardrobeDetails : AssetDetails
{
    [MaxLength(20)] public string? Fabric { get; init; }

    [Range(1, 99)] public int? Pieces { get; init; }
}

internal sealed class WardrobeType : AssetType<WardrobeDetails>
{
    public override string Slug => "wardrobe";
    public override string Label => "Wardrobe";
    public override int Level => 2;
    public override IReadOnlySet<string> AllowedParents { get; } = new HashSet<string> { "film" };
}
