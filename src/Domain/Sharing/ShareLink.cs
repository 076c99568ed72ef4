using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Workspaces;

namespace Director.Domain.Sharing;

/// <summary>Identifies a share link.</summary>
public readonly record struct ShareLinkId(Guid Value) : ITypedId;

/// <summary>What guests of a link may do beside looking.</summary>
/// <param name="Comment">Write notes.</param>
/// <param name="Circle">Circle takes.</param>
/// <param name="Select">Choose the take that is in the film.</param>
public sealed record ShareAllowance(bool Comment = false, bool Circle = false, bool Select = false);

/// <summary>A link by which people without an account see a film, a scene, a shot or some takes, and nothing else.</summary>
public sealed class ShareLink
{
    /// <summary>Takes of one link.</summary>
    public const int MaxTakes = 500;
    /// <summary>Characters of a passphrase.</summary>
    public const int MaxPassphrase = 200;
    /// <summary>The fewest characters of a passphrase.</summary>
    public const int MinPassphrase = 4;

    /// <summary>Types that a link can show as a whole.</summary>
    public static readonly IReadOnlyList<string> Targets = ["film", "scene", "shot"];

    private ShareLink(WorkspaceId workspaceId, ShareLinkId id, string name, byte[] secretHash) =>
        (WorkspaceId, Id, Name, SecretHash) = (workspaceId, id, name, secretHash);

    /// <summary>The tenant.</summary>
    public WorkspaceId WorkspaceId { get; private set; }
    /// <summary>Its id.</summary>
    public ShareLinkId Id { get; private set; }
    /// <summary>What guests and the crew call it.</summary>
    public string Name { get; private set; }
    /// <summary>SHA-256 of the link's secret, which is kept nowhere.</summary>
    public byte[] SecretHash { get; private set; }
    /// <summary>The passphrase as a hash; null: none is needed.</summary>
    public string? PassphraseHash { get; private set; }
    /// <summary>After this it is worth nothing; null: until it is revoked.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }
    /// <summary>Whether guests may write notes.</summary>
    public bool AllowComment { get; private set; }
    /// <summary>Whether guests may circle takes.</summary>
    public bool AllowCircle { get; private set; }
    /// <summary>Whether guests may choose the take that is in the film.</summary>
    public bool AllowSelect { get; private set; }
    /// <summary>Whether the guest's name is burnt into what they get.</summary>
    public bool Watermark { get; private set; }
    /// <summary>Creation.</summary>
    public DateTimeOffset CreatedAt { get; private set; }
    /// <summary>Who shares.</summary>
    public UserId CreatedBy { get; private set; }
    /// <summary>When it was taken back.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }
    /// <summary>Raised by every change.</summary>
    public long Version { get; private set; }

    /// <summary>Makes a link.</summary>
    public static Result<ShareLink> Create(WorkspaceId workspace, ShareLinkId id, byte[] secretHash, ShareChange what, Stamp stamp)
    {
        var made = new ShareLink(workspace, id, "", secretHash) { CreatedAt = stamp.At, CreatedBy = stamp.By };
        return made.Change(what with { Name = what.Name.Value }, stamp.At).Error is { } refused ? refused : made;
    }

    /// <summary>Changes what is mentioned, all or nothing.</summary>
    public Result<Done> Change(ShareChange change, DateTimeOffset now)
    {
        if (RevokedAt is not null) return ShareErrors.NotFound;
        if (change.Name.Given && (string.IsNullOrWhiteSpace(change.Name.Value) || change.Name.Value.Length > AssetLimits.Name || change.Name.Value.Any(char.IsControl)))
            return Error.Field("name", $"A share link needs a name of at most {AssetLimits.Name} characters.");
        if (change.ExpiresAt is { Given: true, Value: { } end } && end <= now) return Error.Field("expiresAt", "A share link cannot have expired already.");
        if (change.Name.Given) Name = change.Name.Value!.Trim();
        if (change.PassphraseHash.Given) PassphraseHash = change.PassphraseHash.Value;
        if (change.ExpiresAt.Given) ExpiresAt = change.ExpiresAt.Value;
        if (change.Allow is { Given: true, Value: var allow }) (AllowComment, AllowCircle, AllowSelect) = (allow?.Comment ?? false, allow?.Circle ?? false, allow?.Select ?? false);
        if (change.Watermark.Given) Watermark = change.Watermark.Value;
        Version++;
        return Done.Ok;
    }

    /// <summary>Takes it back: from this moment on it opens nothing.</summary>
    public void Revoke(DateTimeOffset now)
    {
        if (RevokedAt is not null) return;
        RevokedAt = now;
        Version++;
    }

    /// <summary>Whether it opens anything.</summary>
    public bool IsOpen(DateTimeOffset now) => RevokedAt is null && (ExpiresAt is not { } end || now < end);

    /// <summary>Refuses when the caller saw another version; null when it did not say or saw this one.</summary>
    public Error? EnsureVersion(long? seen) => seen is { } v && v != Version ? ShareErrors.Stale(v, Version) : null;

    /// <summary>Whether a passphrase may be used; null when it may.</summary>
    public static Error? CheckPassphrase(string? passphrase) =>
        passphrase is null || passphrase.Length is >= MinPassphrase and <= MaxPassphrase ? null
            : Error.Field("passphrase", $"A passphrase has {MinPassphrase} to {MaxPassphrase} characters.");
}

/// <summary>What is made or changed of a share link; what is not mentioned stays.</summary>
public sealed record ShareChange
{
    /// <summary>The name.</summary>
    public Patch<string> Name { get; init; }
    /// <summary>The hash of a passphrase; null: none is needed any more.</summary>
    public Patch<string> PassphraseHash { get; init; }
    /// <summary>The end; null: none.</summary>
    public Patch<DateTimeOffset?> ExpiresAt { get; init; }
    /// <summary>What guests may do.</summary>
    public Patch<ShareAllowance> Allow { get; init; }
    /// <summary>Whether names are burnt in.</summary>
    public Patch<bool> Watermark { get; init; }
}

/// <summary>Something that a link shows: a film, a scene or a shot with everything below, or one take.</summary>
public sealed class ShareLinkItem(WorkspaceId workspaceId, ShareLinkId linkId, AssetId assetId, int sequence)
{
    /// <summary>The tenant.</summary>
    public WorkspaceId WorkspaceId { get; private set; } = workspaceId;
    /// <summary>The link.</summary>
    public ShareLinkId LinkId { get; private set; } = linkId;
    /// <summary>What it shows.</summary>
    public AssetId AssetId { get; private set; } = assetId;
    /// <summary>Order, from 0.</summary>
    public int Sequence { get; private set; } = sequence;
}
