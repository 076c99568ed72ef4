using Director.Application.Common;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Workspaces.Members;

/// <summary>
/// What the caller may do by the crew as it is locked, not as it was when the request came in: two owners who take each other's
/// rights at the same moment are looked at one after the other.
/// </summary>
internal sealed class MemberRights(ICaller caller)
{
    /// <summary>Null when the caller does not belong any more, or is no person: a program decides about nobody's membership.</summary>
    internal IReadOnlySet<Permission>? Now(Crew crew) =>
        caller is { ActorKind: "user", UserId: { } user } && crew.Find(user) is { } self ? Roles.PermissionsOf(self.Role) : null;
}
