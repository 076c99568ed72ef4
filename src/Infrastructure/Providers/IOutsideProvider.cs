using Director.Application.Generation;
using Director.Infrastructure.Configuration;

namespace Director.Infrastructure.Providers;

/// <summary>Makes one outside provider where it is configured. Without its settings nothing is made, so nothing can connect out.</summary>
internal interface IOutsideProvider
{
    /// <summary>The provider's slug, which is also its feature's name in the settings.</summary>
    string Slug { get; }

    /// <summary>The provider; null when it is not configured.</summary>
    IGenerationProvider? Make(ProviderSettings settings, ProviderKit kit);
}
