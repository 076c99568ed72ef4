using Director.Domain.Common;

namespace Director.Domain.Assets;

/// <summary>Every refusal that concerns one asset.</summary>
public static class AssetErrors
{
    internal const string DetailsInvalid = "asset.detailsInvalid";

    /// <summary>Unknown, deleted or foreign.</summary>
    public static readonly Error NotFound = new("asset.notFound", "There is no such asset.", ErrorKind.NotFound);
    /// <summary>No type of that name.</summary>
    public static Error UnknownType(string? slug) => Error.Field("type", $"\"{Shorten(slug)}\" is not an asset type; GET /api/asset-types lists them.", "asset.unknownType");
    /// <summary>The type may not be owned by the other.</summary>
    public static Error ParentNotAllowed(AssetType child, AssetType parent) => Error.Field("parentId", $"A {child.Label.ToLowerInvariant()} cannot be owned by a {parent.Label.ToLowerInvariant()}.", "asset.parentNotAllowed");
    /// <summary>The type needs an owner.</summary>
    public static Error ParentRequired(AssetType child) => Error.Field("parentId", $"A {child.Label.ToLowerInvariant()} needs a parent: {string.Join(" or ", child.AllowedParents)}.", "asset.parentRequired");
    /// <summary>The parent does not exist.</summary>
    public static readonly Error ParentNotFound = Error.Field("parentId", "There is no such parent.", "asset.parentNotFound", ErrorKind.NotFound);
    /// <summary>Moving below oneself.</summary>
    public static readonly Error ParentIsDescendant = Error.Field("parentId", "An asset cannot be moved below itself.", "asset.parentIsDescendant");
    /// <summary>This type stays where it was made.</summary>
    public static Error NotMovable(AssetType type) => new("asset.notMovable", $"A {type.Label.ToLowerInvariant()} stays with its parent.");
    /// <summary>The neighbour is not a child of the same parent.</summary>
    public static Error NotASibling(string field) => Error.Field(field, $"{field} names no asset under the same parent.", "asset.notASibling");
    /// <summary>The caller saw an older version.</summary>
    public static Error Stale(long seen, long now) => new("asset.stale", $"Version {seen} is not current any more: it is {now}. Read it again and repeat the change.", ErrorKind.Stale);
    /// <summary>Somebody has the code already.</summary>
    public static readonly Error CodeTaken = Error.Field("code", "Another shot of this film has that code.", "asset.codeTaken", ErrorKind.Conflict);
    /// <summary>Somebody has the external id already.</summary>
    public static readonly Error ExternalIdTaken = Error.Field("externalId", "Another asset of this type has that externalId.", "asset.externalIdTaken", ErrorKind.Conflict);
    /// <summary>The pick has to be one's own live child.</summary>
    public static readonly Error PickNotAChild = Error.Field("childId", "Only a child that is not deleted can be selected.", "asset.pickNotAChild");
    /// <summary>It is in the film, and only those who may select take it out.</summary>
    public static readonly Error PickedByOthers = new("take.selected", "This take is in the film. Somebody who selects takes has to take it out first.", ErrorKind.Forbidden);
    /// <summary>The take belongs to another shot.</summary>
    public static readonly Error TakeOfAnotherShot = Error.Field("takeId", "That take belongs to another shot.", "take.notOfThisShot");
    /// <summary>The asset is a different type than the path says.</summary>
    public static Error NotA(string label) => new("asset.notFound", $"There is no such {label}.", ErrorKind.NotFound);
    /// <summary>Bytes belong on an image, a video, an audio, a text or a script.</summary>
    public static Error HoldsNoMedia(AssetType type) => new("asset.holdsNoMedia", $"A {type.Label.ToLowerInvariant()} holds no file of its own.");
    /// <summary>Nothing to send.</summary>
    public static readonly Error NoMedia = new("asset.noMedia", "This asset has no file.", ErrorKind.NotFound);
    /// <summary>Its parent is deleted: restoring it alone would leave it nowhere.</summary>
    public static readonly Error ParentDeleted = new("asset.parentDeleted", "Its parent is deleted; restore that first.", ErrorKind.Conflict);
    /// <summary>Restoring what is not deleted.</summary>
    public static readonly Error NotDeleted = new("asset.notDeleted", "This asset is not deleted.", ErrorKind.Conflict);
    /// <summary>If-Match is required here.</summary>
    public static readonly Error VersionRequired = new("asset.versionRequired", "Send If-Match with the ETag you read, so that nobody's change is lost.", ErrorKind.VersionRequired);

    private static string Shorten(string? text) => text is { Length: > 60 } ? text[..60] + "…" : text ?? "";
}
