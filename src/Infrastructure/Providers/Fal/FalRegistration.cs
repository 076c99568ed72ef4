using Director.Application.Generation;
using Director.Infrastructure.Configuration;

namespace Director.Infrastructure.Providers.Fal;

/// <summary>Makes fal where <c>FAL_API_KEY</c> is set.</summary>
internal sealed class FalRegistration : IOutsideProvider
{
    public string Slug => FalProvider.Name;

    public IGenerationProvider? Make(ProviderSettings settings, ProviderKit kit) => settings.Fal is { } fal ? new FalProvider(fal, kit) : null;
}
