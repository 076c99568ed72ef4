namespace Director.Infrastructure.Configuration;

/// <summary>Whether an optional feature can be used.</summary>
public enum OptionalFeatureStatus
{
    /// <summary>Configured and usable.</summary>
    Available,

    /// <summary>Nothing, or nothing readable, was set for it.</summary>
    NotConfigured,

    /// <summary>Configured, but it cannot do its work; the reason says why.</summary>
    Degraded,
}

/// <summary>A part of Director that needs a setting of the crew's and stays off without it.</summary>
/// <param name="Name">A stable name, for example <c>telegram</c>.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Status">Whether it can be used.</param>
/// <param name="Variable">The variable to set or to correct.</param>
/// <param name="Reason">Why it cannot be used; null when it can. Never repeats a value.</param>
/// <param name="StaysOff">What the crew goes without.</param>
/// <param name="IsWarned">Whether the start says so: not for what few crews miss, as long as nothing was set for it.</param>
public sealed record OptionalFeature(
    string Name, string Label, OptionalFeatureStatus Status, string Variable, string? Reason, string StaysOff, bool IsWarned)
{
    /// <summary>The same feature, kept from working by another of its settings.</summary>
    internal OptionalFeature Degraded(string variable, string reason) =>
        this with { Status = OptionalFeatureStatus.Degraded, Variable = variable, Reason = reason, IsWarned = true };
}
