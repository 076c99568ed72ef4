using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Workspaces;

namespace Director.Domain.Tags;

/// <summary>Identifies a tag.</summary>
public readonly record struct TagId(Guid Value) : ITypedId;

/// <summary>A word that assets are found by; unique in its workspace without regard to case.</summary>
public sealed class Tag
{
    /// <summary>Characters in a name.</summary>
    public const int MaxName = 80;
    /// <summary>Characters in a category.</summary>
    public const int MaxCategory = 80;
    /// <summary>Tags on one asset.</summary>
    public const int MaxPerAsset = 100;

    private Tag(WorkspaceId workspaceId, TagId id, string name) => (WorkspaceId, Id, Name) = (workspaceId, id, name);

    /// <summary>The tenant.</summary>
    public WorkspaceId WorkspaceId { get; private set; }
    /// <summary>Its id.</summary>
    public TagId Id { get; private set; }
    /// <summary>The word.</summary>
    public string Name { get; private set; }
    /// <summary>What the word belongs to, if anything.</summary>
    public string? Category { get; private set; }
    /// <summary><c>#rrggbb</c>.</summary>
    public string? Colour { get; private set; }
    /// <summary>Creation.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Makes a tag.</summary>
    public static Result<Tag> Create(WorkspaceId workspace, TagId id, string? name, string? category, string? colour, Stamp stamp)
    {
        var tag = new Tag(workspace, id, "") { CreatedAt = stamp.At };
        return tag.Change(name ?? "", category, colour) is { Error: { } refused } ? refused : tag;
    }

    /// <summary>Changes all of it.</summary>
    public Result<Done> Change(string name, string? category, string? colour)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > MaxName || name.Contains('\0', StringComparison.Ordinal))
            return Error.Field("name", $"A tag has 1 to {MaxName} characters.");
        if (category is { Length: > MaxCategory } || category?.Contains('\0', StringComparison.Ordinal) == true)
            return Error.Field("category", $"A category has at most {MaxCategory} characters.");
        if (colour is not null && !Assets.Types.Colours.IsColour(colour)) return Error.Field("colour", "A colour is written #rrggbb.");
        (Name, Category, Colour) = (name.Trim(), category, colour);
        return Done.Ok;
    }
}

/// <summary>A tag on an asset.</summary>
public sealed class AssetTag(WorkspaceId workspaceId, AssetId assetId, TagId tagId)
{
    /// <summary>The tenant.</summary>
    public WorkspaceId WorkspaceId { get; private set; } = workspaceId;
    /// <summary>The asset.</summary>
    public AssetId AssetId { get; private set; } = assetId;
    /// <summary>The tag.</summary>
    public TagId TagId { get; private set; } = tagId;
}

/// <summary>Every refusal that concerns a tag.</summary>
public static class TagErrors
{
    /// <summary>Unknown or foreign.</summary>
    public static readonly Error NotFound = new("tag.notFound", "There is no such tag.", ErrorKind.NotFound);
    /// <summary>Somebody has the name already.</summary>
    public static readonly Error NameTaken = Error.Field("name", "Another tag of this workspace has that name.", "tag.nameTaken", ErrorKind.Conflict);
}
