using System.Reflection;
using Director.Application.Common.Ports;

namespace Director.Infrastructure.Status;

/// <inheritdoc cref="ISystemStatus" />
internal sealed class SystemStatus(IEnumerable<IFeatureStatus> features) : ISystemStatus
{
    private readonly IFeatureStatus[] all = [.. features];

    public string Version { get; } = (typeof(SystemStatus).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0").Split('+')[0];

    public IReadOnlyList<FeatureReport> Features(FeatureKind kind) => [.. all.Where(f => f.Kind == kind).Select(f => f.Report())];
}
