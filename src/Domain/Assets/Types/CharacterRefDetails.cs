using System.ComponentModel.DataAnnotations;
using Director.Domain.Common;
using Director.Domain.Relationships;

namespace Director.Domain.Assets.Types;

/// <summary>A character that films of the workspace cast.</summary>
public sealed record CharacterRefDetails : AssetDetails
{
    /// <summary>human, animal, robot, creature, alien, fantasy or object.</summary>
    [AllowedValues("human", "animal", "robot", "creature", "alien", "fantasy", "object", null)]
    [MaxLength(DetailLimits.Word)] public string? CharacterType { get; init; }

    /// <summary>What it looks like: text by name, such as <c>hair_color</c>; <c>color</c> is its coat in sketches (<c>#c7923a</c>).</summary>
    [MaxLength(DetailLimits.Entries)] public Dictionary<string, string>? Attributes { get; init; }

    /// <summary>Put before every prompt that shows the character.</summary>
    [MaxLength(DetailLimits.Paragraph)] public string? ConsistencyPrompt { get; init; }

    /// <inheritdoc />
    public override string? PromptOf(string name) => CharacterPrompt.Of(name, this);

    /// <inheritdoc />
    public override IReadOnlyList<string> KnownColours() => Attributes?.GetValueOrDefault("color") is { Length: > 0 } coat ? [coat] : [];

    /// <inheritdoc />
    protected override IEnumerable<FieldFault> Check() =>
        (Attributes ?? []).Where(a => a.Key.Length > DetailLimits.Word || a.Value is null || a.Value.Length > DetailLimits.Line || a.Value.Contains('\0', StringComparison.Ordinal))
            .Select(a => new FieldFault($"attributes.{(a.Key.Length > DetailLimits.Word ? a.Key[..DetailLimits.Word] : a.Key)}", $"An attribute is a text of at most {DetailLimits.Line} characters under a name of at most {DetailLimits.Word}."));
}

internal sealed class CharacterRefType : AssetType<CharacterRefDetails>
{
    public override string Slug => "character_ref";
    public override string Label => "Character";
    public override int Level => 2;
    public override bool HasReferenceImages => true;
    public override IReadOnlyDictionary<RelationshipKind, IReadOnlySet<string>> AllowedReferences { get; } = AllowedLinks.ForCast;
}
