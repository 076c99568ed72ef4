using Director.Application.Generation;

namespace Director.Infrastructure.Providers;

/// <summary>Every provider that is registered; the built-in one comes first and is the default.</summary>
internal sealed class GenerationProviders(IEnumerable<IGenerationProvider> providers) : IGenerationProviders
{
    public IReadOnlyList<IGenerationProvider> All { get; } = [.. providers];

    public IGenerationProvider? Find(string slug) => All.FirstOrDefault(p => p.Slug == slug);
}
