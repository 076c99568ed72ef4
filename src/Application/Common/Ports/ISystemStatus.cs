namespace Director.Application.Common.Ports;

/// <summary>Whether a provider or an optional feature can be used.</summary>
public enum Availability
{
    /// <summary>It can.</summary>
    Available,
    /// <summary>A setting is missing; the rest of the server works without it.</summary>
    NotConfigured,
    /// <summary>Set, but not working at the moment, or set to something unusable.</summary>
    Degraded,
}

/// <summary>Which list a feature is shown in.</summary>
public enum FeatureKind
{
    /// <summary>Makes takes.</summary>
    Provider,
    /// <summary>Anything else that is optional.</summary>
    Feature,
}

/// <summary>What one provider or feature says of itself.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Status">Whether it can be used.</param>
/// <param name="Variable">The variable that would switch it on, when it is not configured.</param>
/// <param name="Reason">Why it is not available, in a sentence without secrets.</param>
public sealed record FeatureReport(string Name, Availability Status, string? Variable, string? Reason)
{
    /// <summary>Since when it has been degraded, where that is known.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>When it is tried again, where that is known.</summary>
    public DateTimeOffset? TryAgainAt { get; init; }
}

/// <summary>A provider or an optional feature; each registers one.</summary>
public interface IFeatureStatus
{
    /// <summary>Which list it belongs to.</summary>
    FeatureKind Kind { get; }

    /// <summary>How it is right now.</summary>
    FeatureReport Report();
}

/// <summary>What this server is and can do.</summary>
public interface ISystemStatus
{
    /// <summary>The product's version.</summary>
    string Version { get; }

    /// <summary>Every feature of one kind, in the order they were registered.</summary>
    IReadOnlyList<FeatureReport> Features(FeatureKind kind);
}
