using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Workspaces;

namespace Director.Domain.Relationships;

/// <summary>Identifies a link in the reference graph.</summary>
public readonly record struct RelationshipId(Guid Value) : ITypedId;

/// <summary>A typed, directed, ordered link: <i>parent kind child</i>, as in "shot uses_character character". Unique by these three.</summary>
public sealed class AssetRelationship
{
    private AssetRelationship(WorkspaceId workspaceId, RelationshipId id, AssetId parentId, AssetId childId, RelationshipKind kind) =>
        (WorkspaceId, Id, ParentId, ChildId, Kind) = (workspaceId, id, parentId, childId, kind);

    /// <summary>The tenant.</summary>
    public WorkspaceId WorkspaceId { get; private set; }
    /// <summary>Its id.</summary>
    public RelationshipId Id { get; private set; }
    /// <summary>The end that refers.</summary>
    public AssetId ParentId { get; private set; }
    /// <summary>The end that is referred to.</summary>
    public AssetId ChildId { get; private set; }
    /// <summary>What the link means.</summary>
    public RelationshipKind Kind { get; private set; }
    /// <summary>Order among the parent's links of this kind, from 0; the layer of audio, bottom first.</summary>
    public int Sequence { get; private set; }
    /// <summary>The crew's own data about the link: a JSON object of strings.</summary>
    public string Metadata { get; private set; } = "{}";
    /// <summary>Creation.</summary>
    public DateTimeOffset CreatedAt { get; private set; }
    /// <summary>Creator.</summary>
    public UserId CreatedBy { get; private set; }

    /// <summary>Links two assets of one workspace, if the parent's type allows it.</summary>
    public static Result<AssetRelationship> Create(
        RelationshipId id, Asset parent, Asset child, RelationshipKind kind, int sequence, string metadata, Stamp stamp)
    {
        if (!parent.IsLive) return RelationshipErrors.EndNotFound("parentId");
        if (!child.IsLive) return RelationshipErrors.EndNotFound("childId");
        if (parent.Id == child.Id) return RelationshipErrors.ToItself;
        if (!parent.Type.AllowedReferences.TryGetValue(kind, out var targets) || !(targets.Contains(AllowedLinks.Any) || targets.Contains(child.Type.Slug)))
            return RelationshipErrors.NotAllowed(kind, parent.Type, child.Type);

        var link = new AssetRelationship(parent.WorkspaceId, id, parent.Id, child.Id, kind) { CreatedAt = stamp.At, CreatedBy = stamp.By };
        return link.Change(sequence, metadata) is { Error: { } refused } ? refused : link;
    }

    /// <summary>Changes the order or the crew's data.</summary>
    public Result<Done> Change(int? sequence, string? metadata)
    {
        if (sequence is < 0) return Error.Field("sequence", "A sequence starts at 0.");
        if (metadata is { Length: > AssetLimits.MetadataBytes }) return Error.Field("metadata", $"metadata has at most {AssetLimits.MetadataBytes / 1024} kB.");
        Sequence = sequence ?? Sequence;
        Metadata = metadata ?? Metadata;
        return Done.Ok;
    }
}
