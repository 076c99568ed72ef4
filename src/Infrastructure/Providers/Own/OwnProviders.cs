using System.Collections.Concurrent;
using Director.Application.Generation;
using Director.Domain.Workspaces;
using Director.Infrastructure.Configuration;
using Director.Infrastructure.Providers.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Director.Infrastructure.Providers.Own;

/// <summary>
/// The adapters that work with a workspace's own credentials. Made when they are first used and kept as long as the credentials are the same,
/// because they remember how they fare and whose signatures they have seen. Each has connections of its own: what one workspace may reach, and
/// what it has open, is nothing to another.
/// </summary>
internal sealed class OwnProviders(ServerProviders server, ProviderKit kit, Connections connections, DirectorSettings settings)
{
    private readonly ConcurrentDictionary<(WorkspaceId Workspace, string Slug), Lazy<Made>> made = new();

    /// <summary>The adapter; null when there is no such provider, or the credentials are not enough for it.</summary>
    internal IGenerationProvider? Of(WorkspaceId workspace, OwnCredential credential)
    {
        var key = (workspace, credential.Provider);
        if (made.TryGetValue(key, out var known) && known.Value.Mark == credential.Mark) return known.Value.Provider;
        var fresh = new Lazy<Made>(() => new Made(credential.Mark, Make(workspace, credential)));
        return made.AddOrUpdate(key, fresh, (_, other) => other.Value.Mark == credential.Mark ? other : fresh).Value.Provider;
    }

    private IGenerationProvider? Make(WorkspaceId workspace, OwnCredential credential)
    {
        if (server.Outside.FirstOrDefault(o => o.Slug == credential.Provider) is not { } outside || !credential.Readable) return null;
        var clients = Clients(credential);
        return outside.Make(ProviderSettings.Of(credential.Provider, credential.Key, credential.BaseUrl), kit with
        {
            Clients = clients,
            Downloads = new OutputDownloads(clients, kit.Limits, settings),
            Owner = workspace.Value.ToString("N"),
        });
    }

    /// <summary>As the server's own clients, but leading out to the internet alone, unless the operator lets workspaces name servers of this network.</summary>
    private IHttpClientFactory Clients(OwnCredential credential)
    {
        Uri[] named = settings.LocalProviders && credential.BaseUrl is { } address ? [address] : [];
        var services = new ServiceCollection();
        services.AddSingleton(connections);
        services.AddProviderClients(credential.Provider, _ => named, anywhere: settings.LocalProviders);
        return services.BuildServiceProvider().GetRequiredService<IHttpClientFactory>();
    }

    private sealed record Made(string Mark, IGenerationProvider? Provider);
}
