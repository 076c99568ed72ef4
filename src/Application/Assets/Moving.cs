using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;

namespace Director.Application.Assets;

/// <summary>The one way an asset gets another place, whichever command asks for it.</summary>
internal sealed class Moving(IAssetRepository assets, IAssetReader reader, IUnitOfWork unitOfWork, ICaller caller, TimeProvider clock)
{
    /// <param name="id">Which asset.</param>
    /// <param name="parentId">Its owner from now on; null: it stands on its own.</param>
    /// <param name="place">Finds the order key once everything is loaded and locked.</param>
    /// <param name="seen">The version the caller saw, if it says.</param>
    /// <param name="ct">Cancels.</param>
    internal async Task<Result<Asset>> MoveAsync(Guid id, Guid? parentId, Func<Asset?, Task<Result<string>>> place, long? seen, CancellationToken ct)
    {
        if (await reader.GetAsync(new AssetId(id), ct) is not { } shown) return AssetErrors.NotFound;

        // The root, the new parent and the asset itself, locked in one statement, ancestors first.
        var wanted = new List<AssetId> { new(id), new(shown.RootId) };
        if (parentId is { } p) wanted.Add(new AssetId(p));
        var loaded = await assets.FindAllAsync(wanted, ct);
        if (!loaded.TryGetValue(new AssetId(id), out var asset) || !asset.IsLive) return AssetErrors.NotFound;
        if (asset.EnsureVersion(seen) is { } stale) return stale;
        Asset? parent = null;
        if (parentId is { } at && !loaded.TryGetValue(new AssetId(at), out parent)) return AssetErrors.ParentNotFound;
        if (parent is not null && await assets.IsWithinAsync(parent.Id, asset.Id, ct)) return AssetErrors.ParentIsDescendant;

        var position = await place(parent);
        if (position.Error is { } nowhere) return nowhere;
        var rootBefore = asset.RootId;
        if (asset.Move(parent, position.Value, caller.Stamp(clock)).Error is { } refused) return refused;
        await unitOfWork.FlushAsync(ct);
        if (asset.RootId != rootBefore) await assets.RerootBelowAsync(asset.Id, asset.RootId, ct);
        return asset;
    }
}
