using Director.Domain.Common;

namespace Director.Domain.Content;

/// <summary>Identifies one taking-in of a text within its workspace.</summary>
public readonly record struct ExtractionId(Guid Value) : ITypedId
{
    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}
