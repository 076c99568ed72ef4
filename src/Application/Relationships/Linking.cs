using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Relationships;

namespace Director.Application.Relationships;

/// <summary>The one way a single link is made and loaded, whichever command asks for it.</summary>
internal sealed class Linking(IAssetRepository assets, ICaller caller, TimeProvider clock)
{
    private const string Parent = "parentId";
    private const string Child = "childId";

    /// <summary>Links two assets of the workspace. Both ends stay locked until the unit of work ends.</summary>
    /// <param name="id">The link's id; a link that comes back keeps the one it had.</param>
    /// <param name="parentId">The end that refers.</param>
    /// <param name="childId">The end that is referred to.</param>
    /// <param name="kind">The kind's slug.</param>
    /// <param name="sequence">Its place; null: behind the parent's other links of this kind.</param>
    /// <param name="metadata">The crew's own data as JSON.</param>
    /// <param name="ct">Cancels.</param>
    internal async Task<Result<AssetRelationship>> LinkAsync(RelationshipId id, Guid parentId, Guid childId, string kind, int? sequence, string metadata, CancellationToken ct)
    {
        if (!RelationshipKind.TryGet(kind, out var meant)) return RelationshipErrors.UnknownKind(kind);
        var ends = await assets.FindAllAsync([new AssetId(parentId), new AssetId(childId)], ct);
        if (!ends.TryGetValue(new AssetId(parentId), out var parent)) return RelationshipErrors.EndNotFound(Parent);
        if (!ends.TryGetValue(new AssetId(childId), out var child)) return RelationshipErrors.EndNotFound(Child);

        var place = sequence ?? ((await assets.LinksOfAsync(parent.Id, [meant], ct)).LastOrDefault()?.Sequence + 1 ?? 0);
        var made = AssetRelationship.Create(id, parent, child, meant, place, metadata, caller.Stamp(clock));
        if (made.Error is { } refused) return refused;
        if (meant.Lineage && await assets.WouldCircleAsync(parent.Id, child.Id, ct)) return RelationshipErrors.Circle;
        assets.Add(made.Value);
        return made;
    }

    /// <summary>Loads and locks a link with both its ends, so that the films that show them are known to have changed.</summary>
    internal async Task<Result<AssetRelationship>> FindAsync(Guid id, CancellationToken ct)
    {
        if (await assets.FindLinkAsync(new RelationshipId(id), ct) is not { } link) return RelationshipErrors.NotFound;
        await assets.FindAllAsync([link.ParentId, link.ChildId], ct);
        return link;
    }
}
