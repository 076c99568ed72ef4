using Director.Domain.Common;

namespace Director.Domain.Assets;

/// <summary>Identifies an asset of any type within its workspace.</summary>
public readonly record struct AssetId(Guid Value) : ITypedId
{
    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}
