using Director.Application.Common.Ports;

namespace Director.Infrastructure.Status;

/// <summary>The built-in provider needs no setting and no network, so it is always there.</summary>
internal sealed class SketchStatus : IFeatureStatus
{
    public FeatureKind Kind => FeatureKind.Provider;

    public FeatureReport Report() => new("Sketch", Availability.Available, null, null);
}
