using Director.Application.Common.Ports;
using Director.Application.Generation;
using Director.Infrastructure.Configuration;

namespace Director.Infrastructure.Status;

/// <summary>What the settings say of a feature; how one that is switched on fares is its own to report.</summary>
internal sealed class SettingStatus(OptionalFeature feature, IGenerationProvider? provider) : IFeatureStatus
{
    private static readonly string[] Providers = ["fal", "replicate", "openai", "comfyui"];

    public FeatureKind Kind => Providers.Contains(feature.Name, StringComparer.Ordinal) ? FeatureKind.Provider : FeatureKind.Feature;

    public FeatureReport Report() => provider?.Status ?? new(feature.Label, AvailabilityOf(feature.Status), feature.Status is OptionalFeatureStatus.Available ? null : feature.Variable,
        feature.Reason is { } reason ? $"{feature.Variable} {reason}. {feature.StaysOff}" : null);

    private static Availability AvailabilityOf(OptionalFeatureStatus status) => status switch
    {
        OptionalFeatureStatus.Available => Availability.Available,
        OptionalFeatureStatus.NotConfigured => Availability.NotConfigured,
        _ => Availability.Degraded,
    };
}
