using Director.Application.Generation;
using Director.Infrastructure.Configuration;

namespace Director.Infrastructure.Providers;

/// <summary>Every provider that is registered or configured; the built-in one comes first and is the default.</summary>
internal sealed class GenerationProviders(IEnumerable<IGenerationProvider> builtIn, IEnumerable<IOutsideProvider> outside, DirectorSettings settings) : IGenerationProviders
{
    public IReadOnlyList<IGenerationProvider> All { get; } = [.. builtIn, .. outside.Select(o => o.Make(settings.Providers)).OfType<IGenerationProvider>()];

    public IReadOnlyList<MissingProvider> Missing { get; } =
    [
        .. from o in outside
           join feature in settings.OptionalFeatures on o.Slug equals feature.Name
           where feature.Status is not OptionalFeatureStatus.Available
           select new MissingProvider(o.Slug, feature.Label, feature.Variable, $"{feature.Variable} {feature.Reason}. {feature.StaysOff}"),
    ];

    public IGenerationProvider? Find(string slug) => All.FirstOrDefault(p => p.Slug == slug);
}
