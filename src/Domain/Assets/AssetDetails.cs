using System.Text.Json.Serialization;
using Director.Domain.Common;

namespace Director.Domain.Assets;

/// <summary>What only one asset type knows about itself. The asset's own <c>type</c> decides which it is; <c>details.type</c> is there for readers and must agree with it.</summary>
/// <remarks>An immutable value.</remarks>
public abstract record AssetDetails
{
    /// <summary>Rules beyond the limits that the properties declare themselves.</summary>
    protected virtual IEnumerable<FieldFault> Check() => [];

    /// <summary>Everything about this value that does not fit, paths relative to the details.</summary>
    [JsonIgnore]
    public IReadOnlyList<FieldFault> Faults => [.. FieldRules.Faults(this), .. Check()];
}
