using Director.Domain.Common;
using Director.Domain.Workspaces;

namespace Director.Domain.Sharing;

/// <summary>Somebody who came in by a share link and said their name. Their id stands in the record where a person's would.</summary>
public sealed class ShareGuest
{
    /// <summary>Characters of a guest's name.</summary>
    public const int MaxName = 80;

    private ShareGuest(WorkspaceId workspaceId, Guid id, ShareLinkId linkId, string name) =>
        (WorkspaceId, Id, LinkId, Name) = (workspaceId, id, linkId, name);

    /// <summary>The tenant.</summary>
    public WorkspaceId WorkspaceId { get; private set; }
    /// <summary>Their id.</summary>
    public Guid Id { get; private set; }
    /// <summary>The link they came by.</summary>
    public ShareLinkId LinkId { get; private set; }
    /// <summary>As they said.</summary>
    public string Name { get; private set; }
    /// <summary>The address they came from.</summary>
    public string? Address { get; private set; }
    /// <summary>When they came in.</summary>
    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>Lets somebody in.</summary>
    public static Result<ShareGuest> Enter(ShareLink link, Guid id, string? name, string? address, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > MaxName || name.Any(char.IsControl))
            return Error.Field("guestName", $"Say your name in at most {MaxName} characters.");
        return new ShareGuest(link.WorkspaceId, id, link.Id, name.Trim()) { Address = address, EnteredAt = now };
    }
}

/// <summary>What a guest did at a link. One row for each thing, however often it was looked at.</summary>
public sealed class ShareVisit
{
    /// <summary>They came in.</summary>
    public const string Entered = "entered";
    /// <summary>They opened the review.</summary>
    public const string Opened = "opened";
    /// <summary>They were sent a take's file.</summary>
    public const string Viewed = "viewed";

    /// <summary>The tenant.</summary>
    public WorkspaceId WorkspaceId { get; init; }
    /// <summary>Its id.</summary>
    public Guid Id { get; init; }
    /// <summary>The link.</summary>
    public ShareLinkId LinkId { get; init; }
    /// <summary>Who.</summary>
    public Guid GuestId { get; init; }
    /// <summary><c>entered</c>, <c>opened</c> or <c>viewed</c>.</summary>
    public string What { get; init; } = "";
    /// <summary>The take that was viewed.</summary>
    public Assets.AssetId? AssetId { get; init; }
    /// <summary>The address it came from, the last time.</summary>
    public string? Address { get; init; }
    /// <summary>The first time.</summary>
    public DateTimeOffset FirstAt { get; init; }
    /// <summary>The last time.</summary>
    public DateTimeOffset LastAt { get; init; }
    /// <summary>How often.</summary>
    public int Times { get; init; }
}
