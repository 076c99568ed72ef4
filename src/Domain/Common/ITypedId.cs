namespace Director.Domain.Common;

/// <summary>An id that cannot be mistaken for another kind's. The value is a UUID version 7, so ids sort by creation.</summary>
public interface ITypedId
{
    /// <summary>The bare value, for the database and the wire.</summary>
    Guid Value { get; }
}
