using Director.Domain.Assets;
using Director.Domain.Common;

namespace Director.Domain.Relationships;

/// <summary>Every refusal that concerns a link between assets.</summary>
public static class RelationshipErrors
{
    /// <summary>Unknown or foreign.</summary>
    public static readonly Error NotFound = new("relationship.notFound", "There is no such relationship.", ErrorKind.NotFound);
    /// <summary>One end does not exist.</summary>
    public static Error EndNotFound(string field) => Error.Field(field, "There is no such asset.", "asset.notFound", ErrorKind.NotFound);
    /// <summary>No kind of that name.</summary>
    public static Error UnknownKind(string? kind) => Error.Field("kind", $"\"{(kind is { Length: > 60 } ? kind[..60] + "…" : kind)}\" is not a kind of relationship: {string.Join(", ", RelationshipKind.All.Select(k => k.Slug))}.", "relationship.unknownKind");
    /// <summary>The parent's type does not allow it.</summary>
    public static Error NotAllowed(RelationshipKind kind, AssetType parent, AssetType child) => Error.Field("kind", $"A {parent.Label.ToLowerInvariant()} cannot be linked to a {child.Label.ToLowerInvariant()} by {kind.Slug}.", "relationship.notAllowed");
    /// <summary>Both ends are the same.</summary>
    public static readonly Error ToItself = Error.Field("childId", "An asset cannot be linked to itself.", "relationship.toItself");
    /// <summary>Something would come from itself.</summary>
    public static readonly Error Circle = Error.Field("childId", "This link would close a circle: something would have been made from itself.", "relationship.circle", ErrorKind.Conflict);
    /// <summary>The same link exists.</summary>
    public static readonly Error Exists = new("relationship.exists", "These two are linked by this kind already.", ErrorKind.Conflict);
}
