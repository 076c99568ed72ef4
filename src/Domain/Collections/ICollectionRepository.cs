using Director.Domain.Assets;

namespace Director.Domain.Collections;

/// <summary>Collections and their members, of the caller's workspace. What it loads stays locked until the unit of work ends.</summary>
public interface ICollectionRepository
{
    /// <summary>Loads and locks one; null when there is none.</summary>
    Task<AssetCollection?> FindAsync(CollectionId id, CancellationToken ct);

    /// <summary>Loads and locks the collections that lie directly in another.</summary>
    Task<IReadOnlyList<AssetCollection>> WithinAsync(CollectionId parent, CancellationToken ct);

    /// <summary>Whether <paramref name="id"/> lies below <paramref name="ancestor"/> or is it. Other moves of collections in the workspace wait until this unit of work ends.</summary>
    Task<bool> IsWithinAsync(CollectionId id, CollectionId ancestor, CancellationToken ct);

    /// <summary>At how many levels there would be collections, if <paramref name="moved"/> with all that lies in it lay in <paramref name="parent"/>. Other moves of collections wait as with <see cref="IsWithinAsync"/>.</summary>
    /// <param name="parent">Where to.</param>
    /// <param name="moved">What; null: a new one.</param>
    /// <param name="ct">Cancels.</param>
    Task<int> DepthAsync(CollectionId parent, CollectionId? moved, CancellationToken ct);

    /// <summary>Which of these are live assets.</summary>
    Task<IReadOnlySet<Guid>> LiveAsync(IReadOnlyCollection<Guid> assets, CancellationToken ct);

    /// <summary>Which of these are there at all, deleted ones too.</summary>
    Task<IReadOnlySet<Guid>> PresentAsync(IReadOnlyCollection<Guid> assets, CancellationToken ct);

    /// <summary>The members in their order, deleted assets too.</summary>
    Task<IReadOnlyList<AssetId>> MembersAsync(CollectionId id, CancellationToken ct);

    /// <summary>Gives a collection exactly these members, in this order.</summary>
    Task SetMembersAsync(CollectionId id, IReadOnlyList<Guid> assets, CancellationToken ct);

    /// <summary>Adds a collection.</summary>
    void Add(AssetCollection collection);

    /// <summary>Removes a collection; its members are only un-gathered.</summary>
    void Remove(AssetCollection collection);
}
