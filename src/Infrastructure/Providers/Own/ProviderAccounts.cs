using Director.Application.Common.Ports;
using Director.Application.Generation;
using Director.Application.Providers;
using Director.Domain.Common;
using Director.Infrastructure.Configuration;
using Director.Infrastructure.Providers.Http;

namespace Director.Infrastructure.Providers.Own;

/// <inheritdoc cref="IProviderAccounts" />
internal sealed class ProviderAccounts(ServerProviders server, OwnCredentials credentials, IGenerationProviders providers, DirectorSettings settings) : IProviderAccounts
{
    public async Task<IReadOnlyList<ProviderAccountDto>> ListAsync(CancellationToken ct)
    {
        var set = await providers.HereAsync(ct);
        var own = (await credentials.ListAsync(ct)).ToDictionary(c => c.Provider, StringComparer.Ordinal);
        return
        [
            .. server.BuiltIn.Select(p => new ProviderAccountDto(p.Slug, p.Label, ProviderKeySource.BuiltIn, p.Status.Status, null, p.Status.Reason, null, null, null, false, null, null, null)),
            .. server.Outside.Select(o => Account(Feature(o.Slug)!, set, own.GetValueOrDefault(o.Slug))).OrderBy(a => a.Source is ProviderKeySource.None),
        ];
    }

    public Error? Check(string slug, string? apiKey, string? baseUrl)
    {
        if (server.Outside.All(o => o.Slug != slug) || Feature(slug) is not { } feature) return ProviderAccountErrors.NotFound;
        if (baseUrl is not null && !FeatureSettings.IsWebAddress(baseUrl)) return ProviderAccountErrors.UrlShape;
        if (baseUrl is not null && !settings.LocalProviders && !LeadsOutside(new Uri(baseUrl))) return ProviderAccountErrors.UrlInside(DirectorSettings.LocalProvidersVariable);
        if (!TakesKey(feature)) return apiKey is not null ? ProviderAccountErrors.KeyUnused : baseUrl is null ? ProviderAccountErrors.UrlMissing : null;
        var elsewhere = feature.KeyIsTheServers && baseUrl is not null;
        if (apiKey is null) return elsewhere ? null : ProviderAccountErrors.KeyMissing(feature.Expected);
        return (elsewhere ? apiKey.All(c => c is > ' ' and <= '~') : feature.IsUsable(apiKey)) ? null : ProviderAccountErrors.KeyShape(feature.Expected);
    }

    public Task KeepAsync(string slug, string? apiKey, string? baseUrl, Stamp stamp, CancellationToken ct) => credentials.KeepAsync(slug, apiKey, baseUrl, stamp, ct);

    public Task<bool> ForgetAsync(string slug, CancellationToken ct) => credentials.ForgetAsync(slug, ct);

    private static ProviderAccountDto Account(FeatureSetting feature, ProviderSet set, OwnCredential? own)
    {
        var provider = set.Find(feature.Name);
        var missing = set.Missing.FirstOrDefault(m => m.Slug == feature.Name);
        var source = own is not null ? ProviderKeySource.Workspace : provider is not null ? ProviderKeySource.Environment : ProviderKeySource.None;
        return new ProviderAccountDto(feature.Name, feature.Label, source, provider?.Status.Status ?? Availability.NotConfigured, missing?.Variable ?? feature.Variable,
            provider?.Status.Reason ?? missing?.Reason, own?.LastFour, own?.BaseUrl?.AbsoluteUri, feature.Addresses.Count > 0 ? feature.Addresses[0].Default : null, TakesKey(feature),
            TakesKey(feature) ? feature.Expected : null, own?.UpdatedAt, own?.UpdatedBy);
    }

    /// <summary>A feature without an address beside its setting is found by that setting: an address.</summary>
    private static bool TakesKey(FeatureSetting feature) => feature.Addresses.Count > 0;

    private static FeatureSetting? Feature(string slug) => FeatureSettings.All.FirstOrDefault(f => f.Name == slug);

    /// <summary>What can be said without asking anybody; names are judged by what they resolve to, whenever they are called.</summary>
    private static bool LeadsOutside(Uri address) => address.Scheme == Uri.UriSchemeHttps && !address.IsLoopback
        && (!System.Net.IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) || PublicAddresses.IsPublic(ip));
}
