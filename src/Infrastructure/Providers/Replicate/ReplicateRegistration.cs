using Director.Application.Generation;
using Director.Infrastructure.Configuration;

namespace Director.Infrastructure.Providers.Replicate;

/// <summary>Makes Replicate where <c>REPLICATE_API_TOKEN</c> is set.</summary>
internal sealed class ReplicateRegistration : IOutsideProvider
{
    public string Slug => ReplicateProvider.Name;

    public IGenerationProvider? Make(ProviderSettings settings, ProviderKit kit) => settings.Replicate is { } replicate ? new ReplicateProvider(replicate, kit) : null;
}
