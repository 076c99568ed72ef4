using Director.Infrastructure.Providers.Hooks;
using Director.Infrastructure.Providers.Http;
using Director.Infrastructure.Providers.Models;

namespace Director.Infrastructure.Providers;

/// <summary>What every outside provider is built with.</summary>
internal sealed record ProviderKit(
    IHttpClientFactory Clients, OutputDownloads Downloads, ReferenceFiles References, CallbackTokens Callbacks, ModelCatalogue Catalogue, ProviderLimits Limits, TimeProvider Clock)
{
    /// <summary>The workspace whose own credentials it works with; null: the server's.</summary>
    internal string? Owner { get; init; }
}
