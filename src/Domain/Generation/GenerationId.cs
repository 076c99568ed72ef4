using Director.Domain.Common;

namespace Director.Domain.Generation;

/// <summary>Identifies a generation within its workspace.</summary>
public readonly record struct GenerationId(Guid Value) : ITypedId
{
    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies one attempt at a generation. Providers that take an id of ours get this one, so that a lost reply can be looked up.</summary>
public readonly record struct AttemptId(Guid Value) : ITypedId
{
    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}
