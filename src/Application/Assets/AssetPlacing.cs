using Director.Domain.Assets;
using Director.Domain.Common;

namespace Director.Application.Assets;

/// <summary>Finds a new asset's place among its siblings and, for shots, its code. The parent is loaded and locked, so places and codes are not given twice.</summary>
internal sealed class AssetPlacing(IAssetRepository assets)
{
    /// <summary>The order key behind <paramref name="after"/>, in front of <paramref name="before"/>, or at the end.</summary>
    internal async Task<Result<string>> PositionAsync(AssetId? parent, AssetType type, Guid? after, Guid? before, CancellationToken ct)
    {
        if (after is not null && before is not null) return Error.Field("before", "Say either after or before, not both.");
        var place = await assets.NeighboursAsync(parent, type, after is { } a ? new AssetId(a) : null, before is { } b ? new AssetId(b) : null, ct);
        if (place is not { } between) return AssetErrors.NotASibling(after is not null ? "after" : "before");
        if (OrderKey.TryBetween(Key(between.Lower), Key(between.Upper), out var key)) return key.Value;

        // The gap between these two is used up: lay the siblings out anew and ask again.
        await assets.RespaceAsync(parent, type, ct);
        return await PositionAsync(parent, type, after, before, ct);
    }

    /// <summary>A place that was left: the same order key when it is free, else right behind whoever has it now.</summary>
    internal async Task<Result<string>> AtAsync(AssetId? parent, Asset asset, string key, CancellationToken ct)
    {
        var from = await assets.KeysFromAsync(parent, asset.Type, key, asset.Id, ct);
        if (from.Count == 0 || from[0] != key) return key;
        if (OrderKey.TryBetween(Key(key), Key(from.ElementAtOrDefault(1)), out var behind)) return behind.Value;
        await assets.RespaceAsync(parent, asset.Type, ct);
        return await PositionAsync(parent, asset.Type, null, null, ct);
    }

    private static OrderKey? Key(string? text) => text is null ? null : OrderKey.Parse(text);
}
