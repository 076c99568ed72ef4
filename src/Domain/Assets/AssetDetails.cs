using System.Text.Json.Serialization;
using Director.Domain.Common;

namespace Director.Domain.Assets;

/// <summary>What only one asset type knows about itself. The asset's own <c>type</c> decides which it is; <c>details.type</c> is there for readers and must agree with it.</summary>
/// <remarks>An immutable value.</remarks>
public abstract record AssetDetails
{
    /// <summary>Rules beyond the limits that the properties declare themselves.</summary>
    protected virtual IEnumerable<FieldFault> Check() => [];

    /// <summary>The words that keep what is described here looking the same in every picture, deterministic; null when it has none.</summary>
    /// <param name="name">The asset's name.</param>
    public virtual string? PromptOf(string name) => null;

    /// <summary>The colours it is known by, <c>#rrggbb</c>, the first one first; empty when it names none.</summary>
    public virtual IReadOnlyList<string> KnownColours() => [];

    /// <summary>The same with what is found out when it is read: whether something it was made from has changed since.</summary>
    public virtual AssetDetails Judged(bool stale) => this;

    /// <summary>Everything about this value that does not fit, paths relative to the details.</summary>
    [JsonIgnore]
    public IReadOnlyList<FieldFault> Faults => [.. FieldRules.Faults(this), .. Check()];
}
