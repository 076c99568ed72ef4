using Director.Domain.Assets;
using Director.Domain.Common;

namespace Director.Application.Assets;

/// <summary>Loading as every command needs it: live, of the right type, at the version the caller saw.</summary>
internal static class AssetUse
{
    /// <summary>Loads and locks a live asset; refuses with 404 when it is unknown, deleted or foreign, with 412 when the caller saw another version.</summary>
    internal static async Task<Result<Asset>> LiveAsync(this IAssetRepository assets, Guid id, CancellationToken ct, long? seen = null, string? type = null, Error? notFound = null)
    {
        var asset = await assets.FindAsync(new AssetId(id), ct);
        if (asset is not { IsLive: true } || (type is not null && asset.Type.Slug != type)) return notFound ?? AssetErrors.NotFound;
        return asset.EnsureVersion(seen) is { } stale ? stale : asset;
    }

    /// <summary>The answer of a command: what the asset looks like now.</summary>
    internal static async Task<Result<AssetDto>> ShowAsync(this IAssetReader reader, AssetId id, CancellationToken ct) =>
        await reader.GetAsync(id, ct) is { } shown ? shown : AssetErrors.NotFound;
}
