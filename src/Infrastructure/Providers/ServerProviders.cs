using Director.Application.Generation;
using Director.Infrastructure.Configuration;

namespace Director.Infrastructure.Providers;

/// <summary>Every provider that is registered, or configured by the server's settings; the built-in one comes first and is the default.</summary>
internal sealed class ServerProviders
{
    private readonly HashSet<string> builtInSlugs;

    public ServerProviders(IEnumerable<IGenerationProvider> builtIn, IEnumerable<IOutsideProvider> outside, ProviderKit kit, DirectorSettings settings)
    {
        BuiltIn = [.. builtIn];
        builtInSlugs = [.. BuiltIn.Select(p => p.Slug)];
        Outside = [.. outside];
        IReadOnlyList<IGenerationProvider> all = [.. BuiltIn, .. Outside.Select(o => o.Make(settings.Providers, kit)).OfType<IGenerationProvider>()];
        IReadOnlyList<MissingProvider> missing =
        [
            .. from o in Outside
               join feature in settings.OptionalFeatures on o.Slug equals feature.Name
               where feature.Status is not OptionalFeatureStatus.Available
               select new MissingProvider(o.Slug, feature.Label, feature.Variable, $"{feature.Variable} {feature.Reason}. {feature.StaysOff}"),
        ];
        Set = new ProviderSet(all, missing);
        Known = [.. BuiltIn.Select(p => (p.Slug, p.FreeToRepeat)), .. Outside.Where(o => !builtInSlugs.Contains(o.Slug)).Select(o => (o.Slug, false))];
    }

    /// <summary>Those that need no settings.</summary>
    internal IReadOnlyList<IGenerationProvider> BuiltIn { get; }

    /// <summary>Those that do.</summary>
    internal IReadOnlyList<IOutsideProvider> Outside { get; }

    /// <summary>What everybody on this server can use.</summary>
    internal ProviderSet Set { get; }

    /// <summary>Every provider that some workspace may use, and whether it works in this process.</summary>
    internal IReadOnlyList<(string Slug, bool Local)> Known { get; }

    internal bool IsBuiltIn(string slug) => builtInSlugs.Contains(slug);
}
