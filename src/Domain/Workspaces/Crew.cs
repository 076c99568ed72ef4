using Director.Domain.Common;

namespace Director.Domain.Workspaces;

/// <summary>
/// Everybody in a workspace: who may change whose role. The workspace's row is locked while a crew is loaded, so that two owners who
/// leave at the same moment are looked at one after the other.
/// </summary>
/// <param name="members">All members of one workspace.</param>
public sealed class Crew(IReadOnlyCollection<WorkspaceMember> members)
{
    /// <summary>Somebody's membership; null when they have none.</summary>
    public WorkspaceMember? Find(UserId user) => members.FirstOrDefault(m => m.UserId == user);

    /// <summary>Whether somebody may be asked in, or made, to this role; null when they may.</summary>
    /// <param name="role">One of <see cref="Roles"/>.</param>
    /// <param name="by">What whoever does it may do.</param>
    public static Error? CheckGiving(string? role, IReadOnlySet<Permission> by) =>
        !Roles.Exists(role) ? WorkspaceErrors.UnknownRole
        : role == Roles.Owner && !by.Contains(Permission.Own) ? WorkspaceErrors.OwnersOnly
        : null;

    /// <summary>Gives a member another role.</summary>
    /// <param name="user">Whose.</param>
    /// <param name="role">One of <see cref="Roles"/>.</param>
    /// <param name="by">What whoever does it may do: only owners make and unmake owners.</param>
    /// <returns>The member, or <c>member.notFound</c>, <c>member.unknownRole</c>, <c>member.ownersOnly</c>, <c>workspace.lastOwner</c>.</returns>
    public Result<WorkspaceMember> ChangeRole(UserId user, string role, IReadOnlySet<Permission> by)
    {
        if (CheckGiving(role, by) is { } refused) return refused;
        if (Find(user) is not { } member) return WorkspaceErrors.MemberNotFound;
        if (member.Role == role) return member;
        if (CheckUnmaking(member, by) is { } kept) return kept;
        member.Become(role);
        return member;
    }

    /// <summary>Ends a membership.</summary>
    /// <param name="user">Whose.</param>
    /// <param name="self">Who does it; anybody may leave by themselves.</param>
    /// <param name="by">What whoever does it may do.</param>
    /// <returns>The membership that ends, or a refusal as of <see cref="ChangeRole"/>.</returns>
    public Result<WorkspaceMember> Remove(UserId user, UserId self, IReadOnlySet<Permission> by)
    {
        if (user != self && !by.Contains(Permission.Administer)) return WorkspaceErrors.NotYourCrew;
        if (Find(user) is not { } member) return WorkspaceErrors.MemberNotFound;
        return CheckUnmaking(member, by) is { } kept ? kept : member;
    }

    private Error? CheckUnmaking(WorkspaceMember member, IReadOnlySet<Permission> by) =>
        member.Role != Roles.Owner ? null
        : !by.Contains(Permission.Own) ? WorkspaceErrors.OwnersOnly
        : members.Count(m => m.Role == Roles.Owner) > 1 ? null
        : WorkspaceErrors.LastOwner;
}
