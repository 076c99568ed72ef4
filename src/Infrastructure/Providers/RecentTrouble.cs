using System.Globalization;
using Director.Application.Common.Ports;
using Director.Domain.Generation;

namespace Director.Infrastructure.Providers;

/// <summary>How a provider has fared lately: degraded from the first sign of trouble that is its own until the next call that works.</summary>
internal sealed class RecentTrouble(string label, TimeProvider clock)
{
    private volatile FeatureReport report = new(label, Availability.Available, null, null);

    internal FeatureReport Report => report;

    internal void Works()
    {
        if (report.Status is not Availability.Available) report = new FeatureReport(label, Availability.Available, null, null);
    }

    /// <summary>A refusal of one request says nothing about the provider; these do.</summary>
    internal void Fails(GenerationFailure failure)
    {
        if (failure.Kind is not (FailureKind.Auth or FailureKind.Quota or FailureKind.ProviderBusy or FailureKind.Timeout)) return;
        // Since the first one: what follows is the same trouble.
        if (report.Status is Availability.Degraded) return;
        var since = clock.GetUtcNow().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
        report = new FeatureReport(label, Availability.Degraded, null, $"Since {since}: {failure.Message}");
    }
}
