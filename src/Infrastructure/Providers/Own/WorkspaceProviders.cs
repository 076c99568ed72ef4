using Director.Application.Common.Ports;
using Director.Application.Generation;
using Director.Domain.Workspaces;
using Director.Infrastructure.Configuration;

namespace Director.Infrastructure.Providers.Own;

/// <inheritdoc cref="IGenerationProviders" />
/// <remarks>Read with every use, so that what an owner changes holds everywhere from the next call on.</remarks>
internal sealed class WorkspaceProviders(ServerProviders server, OwnProviders own, OwnCredentials credentials, ICaller caller) : IGenerationProviders
{
    public async Task<ProviderSet> HereAsync(CancellationToken ct)
    {
        if (caller.WorkspaceId is not { } workspace) return server.Set;
        var kept = await credentials.ListAsync(ct);
        return kept.Count == 0 ? server.Set : Joined(workspace, kept.Where(k => server.Outside.Any(o => o.Slug == k.Provider)).ToDictionary(k => k.Provider, StringComparer.Ordinal));
    }

    public async Task<IGenerationProvider?> FindAsync(string slug, CancellationToken ct) =>
        server.IsBuiltIn(slug) ? server.Set.Find(slug) : (await HereAsync(ct)).Find(slug);

    private ProviderSet Joined(WorkspaceId workspace, Dictionary<string, OwnCredential> kept)
    {
        var mine = kept.Values.ToDictionary(k => k.Provider, k => own.Of(workspace, k), StringComparer.Ordinal);
        return new ProviderSet(
            [
                .. server.BuiltIn,
                .. server.Outside.Select(o => mine.TryGetValue(o.Slug, out var provider) ? provider : server.Set.Find(o.Slug)).OfType<IGenerationProvider>(),
            ],
            [
                .. server.Set.Missing.Where(m => !mine.ContainsKey(m.Slug)),
                .. mine.Where(m => m.Value is null).Select(m => new MissingProvider(m.Key, FeatureSettings.All.First(f => f.Name == m.Key).Label, "SECRET_KEY",
                    "The workspace's key was sealed with another SECRET_KEY and cannot be read. Enter it again.")),
            ]);
    }
}
