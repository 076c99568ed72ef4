using Director.Domain.Assets;

namespace Director.Domain.Tags;

/// <summary>Tags and what they are on, of the caller's workspace.</summary>
public interface ITagRepository
{
    /// <summary>Loads one; null when there is none.</summary>
    Task<Tag?> FindAsync(TagId id, CancellationToken ct);

    /// <summary>Loads several.</summary>
    Task<IReadOnlyList<Tag>> FindAllAsync(IReadOnlyCollection<TagId> ids, CancellationToken ct);

    /// <summary>For each of these the workspace's tag of that name, without regard to case; it becomes that tag where there is none. Racers with the same new word get the same tag.</summary>
    Task<IReadOnlyList<Tag>> FindOrAddAsync(IReadOnlyCollection<Tag> tags, CancellationToken ct);

    /// <summary>The roots of all live assets that carry a tag.</summary>
    Task<IReadOnlyList<AssetId>> RootsWithAsync(TagId id, CancellationToken ct);

    /// <summary>Every asset that carries a tag, deleted ones too.</summary>
    Task<IReadOnlyList<AssetId>> AssetsWithAsync(TagId id, CancellationToken ct);

    /// <summary>Puts a tag on those of these assets that are still there.</summary>
    /// <returns>Those that carry it now.</returns>
    Task<IReadOnlyList<AssetId>> PutOnAsync(TagId id, IReadOnlyCollection<AssetId> assets, CancellationToken ct);

    /// <summary>The tags on an asset.</summary>
    Task<IReadOnlyList<AssetTag>> OfAssetAsync(AssetId asset, CancellationToken ct);

    /// <summary>Adds a tag.</summary>
    void Add(Tag tag);

    /// <summary>Puts a tag on an asset.</summary>
    void Add(AssetTag link);

    /// <summary>Takes a tag off an asset.</summary>
    void Remove(AssetTag link);

    /// <summary>Removes a tag, from its assets too.</summary>
    void Remove(Tag tag);
}
