using Director.Domain.Assets;

namespace Director.Domain.Sharing;

/// <summary>Share links of the caller's workspace. What it loads stays locked until the unit of work ends.</summary>
public interface IShareRepository
{
    /// <summary>Loads and locks a link; null when there is none.</summary>
    Task<ShareLink?> FindAsync(ShareLinkId id, CancellationToken ct);

    /// <summary>The type slugs of those of these assets that are live.</summary>
    Task<IReadOnlyDictionary<Guid, string>> TypesAsync(IReadOnlyCollection<Guid> assets, CancellationToken ct);

    /// <summary>Adds a link and what it shows, in this order.</summary>
    void Add(ShareLink link, IReadOnlyList<AssetId> items);

    /// <summary>Adds a guest.</summary>
    void Add(ShareGuest guest);

    /// <summary>Notes what a guest did: once for each thing, then how often and when last.</summary>
    Task NoteVisitAsync(ShareVisit visit, CancellationToken ct);
}
