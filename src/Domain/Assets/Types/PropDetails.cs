using System.ComponentModel.DataAnnotations;
using Director.Domain.Common;
using Director.Domain.Relationships;

namespace Director.Domain.Assets.Types;

/// <summary>A thing that matters in the picture.</summary>
public sealed record PropDetails : AssetDetails
{
    /// <summary>What it looks like, for people.</summary>
    [MaxLength(DetailLimits.Paragraph)] public string? Description { get; init; }

    /// <summary>What it looks like, for prompts.</summary>
    [MaxLength(DetailLimits.Paragraph)] public string? Prompt { get; init; }

    /// <summary>Its colours as <c>#rrggbb</c>.</summary>
    [MaxLength(DetailLimits.Entries)] public List<string>? Palette { get; init; }

    /// <inheritdoc />
    public override string? PromptOf(string name) => ThingPrompt.Of(name, Prompt, Description, Palette);

    /// <inheritdoc />
    public override IReadOnlyList<string> KnownColours() => Palette ?? [];

    /// <inheritdoc />
    protected override IEnumerable<FieldFault> Check() => Colours.Faults("palette", Palette);
}

internal sealed class PropType : AssetType<PropDetails>
{
    public override string Slug => "prop";
    public override string Label => "Prop";
    public override int Level => 2;
    public override bool HasReferenceImages => true;
    public override IReadOnlyDictionary<RelationshipKind, IReadOnlySet<string>> AllowedReferences { get; } = AllowedLinks.ForCast;
}
