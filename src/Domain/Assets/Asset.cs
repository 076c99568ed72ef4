using System.Text.Json.Nodes;
using Director.Domain.Common;
using Director.Domain.Workspaces;

namespace Director.Domain.Assets;

/// <summary>
/// The one aggregate behind everything Director keeps. Ownership is a tree in these very rows: a parent, the tree's root, an
/// order key among siblings, and the pick, a pointer to one own child.
/// </summary>
public sealed partial class Asset
{
    private string detailsJson = "{}";
    private int detailsVersion;
    private AssetDetails? read;

    private Asset(WorkspaceId workspaceId, AssetId id, AssetType type, string name, string position)
    {
        (WorkspaceId, Id, Type, Name, Position) = (workspaceId, id, type, name, position);
    }

    /// <summary>The tenant.</summary>
    public WorkspaceId WorkspaceId { get; private set; }
    /// <summary>Its id.</summary>
    public AssetId Id { get; private set; }
    /// <summary>What it is.</summary>
    public AssetType Type { get; private set; }
    /// <summary>For people.</summary>
    public string Name { get; private set; }
    /// <summary>For people, longer.</summary>
    public string? Description { get; private set; }
    /// <summary>The crew's own id for it, unique in the workspace and type.</summary>
    public string? ExternalId { get; private set; }
    /// <summary>The crew's own data about it: a JSON object of strings.</summary>
    public string Metadata { get; private set; } = "{}";
    /// <summary>A word about where it stands; see <see cref="AssetStatus"/>.</summary>
    public string? Status { get; private set; }
    /// <summary>The owner.</summary>
    public AssetId? ParentId { get; private set; }
    /// <summary>The top of its tree: the film, or itself.</summary>
    public AssetId RootId { get; private set; }
    /// <summary>Order key among siblings, compared ordinally.</summary>
    public string Position { get; private set; }
    /// <summary>Its number under its parent, for ever; takes only.</summary>
    public int? Number { get; private set; }
    /// <summary>Its identifier in the film; shots only.</summary>
    public string? Code { get; private set; }
    /// <summary>The one chosen child.</summary>
    public AssetId? SelectedChildId { get; private set; }
    /// <summary>When the pick was made.</summary>
    public DateTimeOffset? SelectedAt { get; private set; }
    /// <summary>Who made the pick.</summary>
    public UserId? SelectedBy { get; private set; }
    /// <summary>Why, if they said.</summary>
    public string? SelectedReason { get; private set; }
    /// <summary>Where it came from.</summary>
    public string? Source { get; private set; }
    /// <summary>Which part of an imported text it stands for; matched again at re-import.</summary>
    public string? ImportKey { get; private set; }
    /// <summary>What it cost, in the workspace's currency.</summary>
    public decimal? CostAmount { get; private set; }
    /// <summary>ISO 4217.</summary>
    public string? CostCurrency { get; private set; }
    /// <summary>Somebody's favourite.</summary>
    public bool Favorite { get; private set; }
    /// <summary>0 to 5 stars.</summary>
    public int? Rating { get; private set; }
    /// <summary>A keeper: many takes of a shot may be circled, one is selected.</summary>
    public bool Circled { get; private set; }
    /// <summary>What the review said; see <see cref="Assets.Verdict"/>.</summary>
    public string? Verdict { get; private set; }
    /// <summary>Its own file, or, kept here for reading, its pick's.</summary>
    public Media? Media { get; private set; }
    /// <summary>How many live takes it has; kept on shots.</summary>
    public int TakeCount { get; private set; }
    /// <summary>The highest number ever drawn from this asset's counter.</summary>
    public int LastChildNumber { get; private set; }
    /// <summary>The number of the selected take; kept on shots.</summary>
    public int? SelectedNumber { get; private set; }
    /// <summary>Creation.</summary>
    public DateTimeOffset CreatedAt { get; private set; }
    /// <summary>Creator.</summary>
    public UserId CreatedBy { get; private set; }
    /// <summary>Last change by a person.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }
    /// <summary>Last person to change it.</summary>
    public UserId UpdatedBy { get; private set; }
    /// <summary>Raised only by what a person changed; counters and kept columns leave it alone.</summary>
    public long Version { get; private set; }
    /// <summary>When a person deleted this very row.</summary>
    public DateTimeOffset? DeletedAt { get; private set; }
    /// <summary>Set on what went along when an ancestor was deleted: that ancestor's id.</summary>
    public AssetId? DeletedWith { get; private set; }

    /// <summary>Whether it can be seen.</summary>
    public bool IsLive => DeletedAt is null && DeletedWith is null;

    /// <summary>What only its type knows.</summary>
    public AssetDetails Details => read ??= Type.ReadStored(detailsJson, detailsVersion);

    /// <summary>The details as <typeparamref name="TDetails"/>; asking for another type's is a bug.</summary>
    public TDetails As<TDetails>() where TDetails : AssetDetails => (TDetails)Details;

    /// <summary>Makes an asset. The parent, if any, has been loaded in the same unit of work.</summary>
    /// <param name="position">Its place among its siblings.</param>
    /// <param name="number">The number it drew from its parent's counter earlier, when it was only wished for; null: it draws one now.</param>
    /// <returns>Refused when the type does not belong under the parent or a field does not fit.</returns>
    public static Result<Asset> Create(
        WorkspaceId workspace, AssetId id, AssetType type, string name, Asset? parent, string position, AssetDetails details, Stamp stamp,
        int? number = null)
    {
        if (CheckParent(type, parent) is { } refused) return refused;
        if (CheckName(name) is { } bad) return bad;

        var asset = new Asset(workspace, id, type, name.Trim(), position)
        {
            ParentId = parent?.Id,
            RootId = parent?.RootId ?? id,
            CreatedAt = stamp.At,
            CreatedBy = stamp.By,
        };
        asset.Write(details);
        asset.Changed(stamp);
        if (type.Numbered) asset.Number = number ?? parent!.DrawChildNumber();
        if (type.Numbered) parent!.TakeCount++;
        return asset;
    }

    /// <summary>Whether an asset of a type may be owned by <paramref name="parent"/>; null when it may.</summary>
    public static Error? CheckParent(AssetType type, Asset? parent)
    {
        if (parent is null) return type.MayStandAlone ? null : AssetErrors.ParentRequired(type);
        if (!parent.IsLive) return AssetErrors.ParentNotFound;
        return type.AllowedParents.Contains(parent.Type.Slug) ? null : AssetErrors.ParentNotAllowed(type, parent.Type);
    }

    /// <summary>The next number of this asset's counter. Gapless, because it is drawn in the transaction that uses it.</summary>
    public int DrawChildNumber() => ++LastChildNumber;

    /// <summary>Refuses when the caller saw another version; null when it did not say or saw this one.</summary>
    public Error? EnsureVersion(long? seen) => seen is { } v && v != Version ? AssetErrors.Stale(v, Version) : null;

    private void Write(AssetDetails details)
    {
        read = details;
        detailsJson = Type.Write(details);
        detailsVersion = Type.DetailsVersion;
    }

    private void Changed(Stamp stamp)
    {
        Version++;
        UpdatedAt = stamp.At;
        UpdatedBy = stamp.By;
    }

    private static Error? CheckName(string? name) =>
        string.IsNullOrWhiteSpace(name) ? Error.Field("name", "A name is needed.")
        : name.Trim().Length > AssetLimits.Name ? Error.Field("name", $"A name has at most {AssetLimits.Name} characters.")
        : name.Contains('\0', StringComparison.Ordinal) ? Error.Field("name", "A name cannot contain a NUL character.")
        : null;

    private static Error? CheckText(string field, string? text, int limit) =>
        text is null ? null
        : text.Length > limit ? Error.Field(field, $"{field} has at most {limit} characters.")
        : text.Contains('\0', StringComparison.Ordinal) ? Error.Field(field, $"{field} cannot contain a NUL character.")
        : null;
}
