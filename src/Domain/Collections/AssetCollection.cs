using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Workspaces;

namespace Director.Domain.Collections;

/// <summary>Identifies a collection.</summary>
public readonly record struct CollectionId(Guid Value) : ITypedId;

/// <summary>An ordered gathering of assets: a project, a library, a storyboard, a character's folder. Collections nest.</summary>
public sealed class AssetCollection
{
    /// <summary>The kinds on the wire.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["project", "library", "storyboard", "character"];

    /// <summary>Assets in one collection.</summary>
    public const int MaxMembers = 10_000;

    /// <summary>How deep collections lie within each other; one that lies in none is the first level.</summary>
    public const int MaxDepth = 12;

    private AssetCollection(WorkspaceId workspaceId, CollectionId id, string name, string kind) =>
        (WorkspaceId, Id, Name, Kind) = (workspaceId, id, name, kind);

    /// <summary>The tenant.</summary>
    public WorkspaceId WorkspaceId { get; private set; }
    /// <summary>Its id.</summary>
    public CollectionId Id { get; private set; }
    /// <summary>For people.</summary>
    public string Name { get; private set; }
    /// <summary>One of <see cref="Kinds"/>.</summary>
    public string Kind { get; private set; }
    /// <summary>The collection it lies in.</summary>
    public CollectionId? ParentId { get; private set; }
    /// <summary>Creation.</summary>
    public DateTimeOffset CreatedAt { get; private set; }
    /// <summary>Creator.</summary>
    public UserId CreatedBy { get; private set; }
    /// <summary>Last change.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }
    /// <summary>Raised by every change of the row.</summary>
    public long Version { get; private set; }

    /// <summary>Makes a collection.</summary>
    public static Result<AssetCollection> Create(WorkspaceId workspace, CollectionId id, string? name, string? kind, CollectionId? parent, Stamp stamp)
    {
        var made = new AssetCollection(workspace, id, "", "") { CreatedAt = stamp.At, CreatedBy = stamp.By };
        return made.Change(name ?? "", kind ?? "library", parent, stamp) is { Error: { } refused } ? refused : made;
    }

    /// <summary>Refuses when the caller saw another version; null when it did not say or saw this one.</summary>
    public Error? EnsureVersion(long? seen) => seen is { } v && v != Version ? CollectionErrors.Stale(v, Version) : null;

    /// <summary>Notes that its members are others now, or in another order.</summary>
    public void Regathered(Stamp stamp)
    {
        UpdatedAt = stamp.At;
        Version++;
    }

    /// <summary>Changes name, kind and place; the caller has made sure that the parent does not lie below it.</summary>
    public Result<Done> Change(string name, string kind, CollectionId? parent, Stamp stamp)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > AssetLimits.Name || name.Contains('\0', StringComparison.Ordinal))
            return Error.Field("name", $"A collection needs a name of at most {AssetLimits.Name} characters.");
        if (!Kinds.Contains(kind)) return Error.Field("kind", $"A collection's kind is one of {string.Join(", ", Kinds)}.");
        if (parent == Id) return CollectionErrors.Circle;
        (Name, Kind, ParentId, UpdatedAt) = (name.Trim(), kind, parent, stamp.At);
        Version++;
        return Done.Ok;
    }
}

/// <summary>One asset's place in a collection.</summary>
public sealed class AssetCollectionMember(WorkspaceId workspaceId, CollectionId collectionId, AssetId assetId, int sequence)
{
    /// <summary>The tenant.</summary>
    public WorkspaceId WorkspaceId { get; private set; } = workspaceId;
    /// <summary>The collection.</summary>
    public CollectionId CollectionId { get; private set; } = collectionId;
    /// <summary>The asset.</summary>
    public AssetId AssetId { get; private set; } = assetId;
    /// <summary>Order, from 0.</summary>
    public int Sequence { get; private set; } = sequence;
}

/// <summary>Every refusal that concerns a collection.</summary>
public static class CollectionErrors
{
    /// <summary>Unknown or foreign.</summary>
    public static readonly Error NotFound = new("collection.notFound", "There is no such collection.", ErrorKind.NotFound);
    /// <summary>The parent does not exist.</summary>
    public static readonly Error ParentNotFound = Error.Field("parentId", "There is no such collection.", "collection.notFound", ErrorKind.NotFound);
    /// <summary>The caller saw an older version.</summary>
    public static Error Stale(long seen, long now) => new("collection.stale", $"Version {seen} is not current any more: it is {now}. Read it again and repeat the change.", ErrorKind.Stale);
    /// <summary>Too many members.</summary>
    public static readonly Error TooManyMembers = Error.Field("assetIds", $"A collection has at most {AssetCollection.MaxMembers} members.", "collection.tooManyMembers", ErrorKind.TooLarge);
    /// <summary>Members that do not exist, by their place in the list.</summary>
    public static Error UnknownMembers(IEnumerable<int> places) => Error.Of([.. places.Select(i => new FieldFault($"assetIds[{i}]", "There is no such asset."))], "asset.notFound", ErrorKind.NotFound);
    /// <summary>An asset has one place in a collection.</summary>
    public static Error MembersTwice(IEnumerable<int> places) => Error.Of([.. places.Select(i => new FieldFault($"assetIds[{i}]", "This asset is in the list already."))], "collection.memberTwice");
    /// <summary>It would lie too deep, or what lies in it would.</summary>
    public static readonly Error TooDeep = Error.Field("parentId", $"Collections lie at most {AssetCollection.MaxDepth} deep.", "collection.tooDeep");
    /// <summary>It would lie in itself.</summary>
    public static readonly Error Circle = Error.Field("parentId", "A collection cannot lie within itself.", "collection.circle", ErrorKind.Conflict);
}
