namespace Director.Domain.Common;

/// <summary>Where new ids come from; injected so that tests can foresee them.</summary>
public interface IIdSource
{
    /// <summary>A new UUID version 7.</summary>
    Guid Next();
}
