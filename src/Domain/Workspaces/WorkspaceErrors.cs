using Director.Domain.Common;

namespace Director.Domain.Workspaces;

/// <summary>Every refusal that concerns a workspace and its people.</summary>
public static class WorkspaceErrors
{
    /// <summary>Another workspace, or none.</summary>
    public static readonly Error NotFound = new("workspace.unknown", "You have no workspace of this name or id.", ErrorKind.NotFound);
    /// <summary>It is put away: it can be looked at and not changed.</summary>
    public static readonly Error Archived = new("workspace.archived", "This workspace is archived: it can be looked at, not changed. An owner can take it out of the archive.", ErrorKind.Conflict);
    /// <summary>Only what is archived can be deleted.</summary>
    public static readonly Error NotArchived = new("workspace.notArchived", "Archive the workspace first; deleting it cannot be undone.", ErrorKind.Conflict);
    /// <summary>Deleting needs its slug repeated.</summary>
    public static readonly Error SlugNotRepeated = Error.Field("slug", "Repeat the workspace's slug to delete it.", "workspace.slugNotRepeated");
    /// <summary>Work that was asked for is still under way.</summary>
    public static readonly Error Busy = new("workspace.busy", "Takes are still being generated here. Cancel them or wait until they are done.", ErrorKind.Conflict);
    /// <summary>Another workspace of the server has that slug.</summary>
    public static readonly Error SlugTaken = Error.Field("slug", "Another workspace has this slug.", "workspace.slugTaken", ErrorKind.Conflict);
    /// <summary>Costs have been counted in it.</summary>
    public static readonly Error CurrencyFixed = Error.Field("currency", "The currency is fixed once something has cost money.", "workspace.currencyFixed", ErrorKind.Conflict);
    /// <summary>The caller saw an older version.</summary>
    public static Error Stale(long seen, long now) => new("workspace.stale", $"Version {seen} is not current any more: it is {now}. Read it again and repeat the change.", ErrorKind.Stale);
    /// <summary>Not one of the roles.</summary>
    public static readonly Error UnknownRole = Error.Field("role", $"A role is one of {string.Join(", ", Roles.All)}.", "member.unknownRole");
    /// <summary>Nobody of that id is in the workspace.</summary>
    public static readonly Error MemberNotFound = new("member.notFound", "There is no such member.", ErrorKind.NotFound);
    /// <summary>They belong already.</summary>
    public static readonly Error MemberExists = new("member.exists", "You are a member of this workspace already.", ErrorKind.Conflict);
    /// <summary>Owners are made and unmade by owners.</summary>
    public static readonly Error OwnersOnly = new("member.ownersOnly", "Only an owner makes and unmakes owners.", ErrorKind.Forbidden);
    /// <summary>Removing others needs the right to manage people.</summary>
    public static readonly Error NotYourCrew = new("auth.forbidden", "Your role in this workspace does not allow this.", ErrorKind.Forbidden);
    /// <summary>A workspace always has an owner.</summary>
    public static readonly Error LastOwner = new("workspace.lastOwner", "The last owner cannot leave, be removed or take another role. Make somebody else an owner first.", ErrorKind.Conflict);
    /// <summary>Unknown, used, taken back, expired: never told apart.</summary>
    public static readonly Error InvitationNotFound = new("invitation.notFound", "This invitation does not exist, has been used or has expired. Ask for a new one.", ErrorKind.NotFound);
    /// <summary>It was made out to another address.</summary>
    public static readonly Error InvitationForAnother = new("invitation.forAnother", "This invitation is for another e-mail address.", ErrorKind.Forbidden);
    /// <summary>The workspace's files have used up its space.</summary>
    public static Error QuotaExceeded(long used, long quota) => Error.Field("media",
        $"The workspace's files take {used} of {quota} bytes; this one does not fit.", "storage.quotaExceeded", ErrorKind.TooLarge);
}
