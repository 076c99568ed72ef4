using Director.Domain.Assets;

namespace Director.Domain.Tags;

/// <summary>Tags and what they are on, of the caller's workspace.</summary>
public interface ITagRepository
{
    /// <summary>Loads one; null when there is none.</summary>
    Task<Tag?> FindAsync(TagId id, CancellationToken ct);

    /// <summary>Loads those whose name is among these, without regard to case.</summary>
    Task<IReadOnlyList<Tag>> FindByNamesAsync(IReadOnlyCollection<string> names, CancellationToken ct);

    /// <summary>All tags, in order of name.</summary>
    Task<IReadOnlyList<Tag>> AllAsync(CancellationToken ct);

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
