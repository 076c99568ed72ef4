using Director.Domain.Relationships;

namespace Director.Domain.Assets;

/// <summary>The one way to the one table of assets. Everything it loads belongs to the caller's workspace and stays locked until the unit of work ends.</summary>
public interface IAssetRepository
{
    /// <summary>Loads and locks one asset, deleted ones too; null when there is none.</summary>
    Task<Asset?> FindAsync(AssetId id, CancellationToken ct);

    /// <summary>Loads and locks several, ancestors first and then by id, so that no two commands wait in a circle.</summary>
    Task<IReadOnlyDictionary<AssetId, Asset>> FindAllAsync(IReadOnlyCollection<AssetId> ids, CancellationToken ct);

    /// <summary>Loads and locks an asset with everything above it, the root first; empty when there is none.</summary>
    Task<IReadOnlyList<Asset>> FindBranchAsync(AssetId id, CancellationToken ct);

    /// <summary>Loads and locks every live asset of a tree that has one of these types.</summary>
    Task<IReadOnlyList<Asset>> TreeAsync(AssetId rootId, IReadOnlyCollection<AssetType> types, CancellationToken ct);

    /// <summary>The order keys of a parent's children around a place; locks nothing beside the parent, which the caller has locked.</summary>
    /// <param name="parentId">The parent; null for assets without one.</param>
    /// <param name="type">Siblings are children of the same type.</param>
    /// <param name="after">Behind this sibling; null: at the end.</param>
    /// <param name="before">In front of this sibling.</param>
    /// <returns>The keys to go between (null: open end), or null when the named sibling is not there.</returns>
    Task<(string? Lower, string? Upper)?> NeighboursAsync(AssetId? parentId, AssetType type, AssetId? after, AssetId? before, CancellationToken ct);

    /// <summary>The order keys of a parent's children from <paramref name="key"/> on, the first two, without those of <paramref name="except"/>.</summary>
    Task<IReadOnlyList<string>> KeysFromAsync(AssetId? parentId, AssetType type, string key, AssetId except, CancellationToken ct);

    /// <summary>Gives all children of a parent fresh, short order keys, in the order they have.</summary>
    Task RespaceAsync(AssetId? parentId, AssetType type, CancellationToken ct);

    /// <summary>The parent of an asset; locks nothing.</summary>
    Task<AssetId?> ParentOfAsync(AssetId id, CancellationToken ct);

    /// <summary>The codes of the shots in front of and behind a new shot of a parent, in film order; null at the film's ends.</summary>
    Task<(string? Behind, string? InFront)> CodesAroundAsync(Asset parent, AssetId? after, CancellationToken ct);

    /// <summary>Adds a new asset.</summary>
    void Add(Asset asset);

    /// <summary>Whether <paramref name="id"/> lies below <paramref name="ancestor"/> or is it.</summary>
    Task<bool> IsWithinAsync(AssetId id, AssetId ancestor, CancellationToken ct);

    /// <summary>Marks everything live below a deleted asset as deleted with it; returns how many.</summary>
    Task<int> DeleteBelowAsync(AssetId id, CancellationToken ct);

    /// <summary>Brings back everything that went along with <paramref name="id"/>; returns how many.</summary>
    Task<int> RestoreBelowAsync(AssetId id, CancellationToken ct);

    /// <summary>Gives everything below a moved asset its new root; returns how many.</summary>
    Task<int> RerootBelowAsync(AssetId id, AssetId newRoot, CancellationToken ct);

    /// <summary>The codes of a film's shots, deleted ones too (a code is never given twice), in film order.</summary>
    Task<IReadOnlyList<string>> CodesAsync(AssetId filmId, CancellationToken ct);

    /// <summary>Whether a lineage link from parent to child would close a circle. Other lineage links of the workspace wait until this unit of work ends.</summary>
    Task<bool> WouldCircleAsync(AssetId parent, AssetId child, CancellationToken ct);

    /// <summary>Loads a link; null when there is none.</summary>
    Task<AssetRelationship?> FindLinkAsync(RelationshipId id, CancellationToken ct);

    /// <summary>Loads a parent's links of some kinds, in their order.</summary>
    Task<IReadOnlyList<AssetRelationship>> LinksOfAsync(AssetId parent, IReadOnlyCollection<RelationshipKind> kinds, CancellationToken ct);

    /// <summary>Loads the links of a kind that point to a child.</summary>
    Task<IReadOnlyList<AssetRelationship>> LinksToAsync(AssetId child, RelationshipKind kind, CancellationToken ct);

    /// <summary>Adds a link.</summary>
    void Add(AssetRelationship link);

    /// <summary>Removes a link.</summary>
    void Remove(AssetRelationship link);
}
