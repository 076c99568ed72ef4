using System.Reflection;
using Director.Application.Common.Ports;
using Director.Infrastructure.Configuration;
using Director.Infrastructure.Providers;

namespace Director.Infrastructure.Status;

/// <inheritdoc cref="ISystemStatus" />
/// <remarks>What is always there first, then what the settings say of the rest.</remarks>
internal sealed class SystemStatus(IEnumerable<IFeatureStatus> features, DirectorSettings settings, ServerProviders providers) : ISystemStatus
{
    private readonly IFeatureStatus[] all = [.. features, .. settings.OptionalFeatures.Select(f => new SettingStatus(f, providers.Set.Find(f.Name)))];

    public string Version { get; } = (typeof(SystemStatus).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0").Split('+')[0];

    public IReadOnlyList<FeatureReport> Features(FeatureKind kind) => [.. all.Where(f => f.Kind == kind).Select(f => f.Report())];
}
