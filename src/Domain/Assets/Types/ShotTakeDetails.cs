using System.ComponentModel.DataAnnotations;
using Director.Domain.Common;
using Director.Domain.Relationships;

namespace Director.Domain.Assets.Types;

/// <summary>A take: one try at a shot, numbered by the shot for ever.</summary>
public sealed record ShotTakeDetails : AssetDetails
{
    /// <summary>Where it came from: <c>generated</c>, <c>upload</c>, <c>set</c>, <c>drawn</c>, or the crew's own word.</summary>
    [MaxLength(DetailLimits.Word)] public string? Source { get; init; }

    /// <summary>What it was made from, complete enough to make it again; null when it was not generated.</summary>
    public TakeRecipe? Recipe { get; init; }

    /// <summary>Quality from 0 to 10.</summary>
    [Range(0.0, 10.0)] public double? QualityScore { get; init; }

    /// <summary>The director's notes.</summary>
    [MaxLength(DetailLimits.Paragraph)] public string? DirectorNotes { get; init; }

    /// <summary>The take this one refines.</summary>
    public Guid? ParentTakeId { get; init; }

    /// <summary>Whether something it was made from has changed since: the words of its shot or scene, or the words or the picture of a reference.
    /// Found out whenever the take is read; what is written here is passed over.</summary>
    public bool? Stale { get; init; }

    /// <inheritdoc />
    public override AssetDetails Judged(bool stale) => this with { Stale = stale };

    /// <inheritdoc />
    protected override IEnumerable<FieldFault> Check() =>
        Recipe is null ? [] : Recipe.Faults.Select(f => f with { Path = $"recipe.{f.Path}" });
}

/// <summary>What a take was made from.</summary>
public sealed record TakeRecipe
{
    /// <summary>The provider's slug, such as <c>sketch</c>.</summary>
    [MaxLength(DetailLimits.Word)] public string? Provider { get; init; }

    /// <summary>The model's name at the provider.</summary>
    [MaxLength(DetailLimits.Line)] public string? Model { get; init; }

    /// <summary>The prompt as it was sent.</summary>
    [MaxLength(DetailLimits.Paragraph)] public string? Prompt { get; init; }

    /// <summary>What to leave out.</summary>
    [MaxLength(DetailLimits.Paragraph)] public string? NegativePrompt { get; init; }

    /// <summary>The seed as it was sent.</summary>
    public long? Seed { get; init; }

    /// <summary>What the director asked to be different from the parent take.</summary>
    [MaxLength(DetailLimits.Paragraph)] public string? Feedback { get; init; }

    /// <summary>The take of the shot before whose settings this one took over.</summary>
    public Guid? InheritedFrom { get; init; }

    /// <summary>The provider's other settings: text by name.</summary>
    [MaxLength(DetailLimits.Entries)] public Dictionary<string, string>? Parameters { get; init; }

    /// <summary>Every reference that was sent.</summary>
    [MaxLength(DetailLimits.Entries)] public List<TakeRecipeReference>? References { get; init; }

    /// <summary>Everything that does not fit, relative to the recipe.</summary>
    internal IEnumerable<FieldFault> Faults => FieldRules.Faults(this);
}

/// <summary>A reference as it was sent: which asset, and the hash of its bytes at that time.</summary>
/// <param name="AssetId">The asset.</param>
/// <param name="Role">What it was sent as: character, location, prop, style, image.</param>
/// <param name="Name">The asset's name at that time.</param>
/// <param name="Sha256">The hash of the bytes sent, lower-case hex; null when only words were sent.</param>
public sealed record TakeRecipeReference(Guid AssetId, string Role, string Name, string? Sha256 = null);

internal sealed class ShotTakeType : AssetType<ShotTakeDetails>
{
    public override string Slug => "shot_take";
    public override string Label => "Take";
    public override int Level => 3;
    public override bool Numbered => true;
    public override bool Movable => false;
    public override bool MayStandAlone => false;
    public override IReadOnlySet<string> AllowedParents { get; } = AllowedLinks.To("shot");
    public override IReadOnlyDictionary<RelationshipKind, IReadOnlySet<string>> AllowedReferences { get; } = AllowedLinks.ForPictures;
}
