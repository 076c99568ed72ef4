using Director.Application.Common;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Workspaces.Members;

/// <summary>Everybody in the workspace: owners first, then by name.</summary>
[Requires(Permission.Look)]
public sealed record ListMembersQuery : IQuery<Page<MemberDto>>;

/// <summary>Gives somebody another role. Owners are made and unmade by owners; the last one stays.</summary>
/// <param name="UserId">Whose.</param>
/// <param name="Role">owner, producer, director, artist, reviewer or viewer.</param>
[Requires(Permission.Administer), WhileArchived]
public sealed record UpdateMemberCommand(Guid UserId, string Role) : ICommand<MemberDto>;

/// <summary>Removes somebody from the workspace; oneself: leaves it. The last owner stays. What they made stays too.</summary>
/// <param name="UserId">Who.</param>
[Requires(Permission.Look), WhileArchived]
public sealed record RemoveMemberCommand(Guid UserId) : ICommand<Done>;

internal sealed class ListMembersHandler(IWorkspaceReader reader) : IRequestHandler<ListMembersQuery, Result<Page<MemberDto>>>
{
    public async Task<Result<Page<MemberDto>>> Handle(ListMembersQuery request, CancellationToken cancellationToken) =>
        new Page<MemberDto>(await reader.MembersAsync(cancellationToken), null);
}

internal sealed class UpdateMemberHandler(
    IWorkspaceRepository workspaces, IWorkspaceReader reader, MemberRights rights, ICallerDirectory directory, IUnitOfWork unitOfWork) : IRequestHandler<UpdateMemberCommand, Result<MemberDto>>
{
    public async Task<Result<MemberDto>> Handle(UpdateMemberCommand request, CancellationToken cancellationToken)
    {
        var crew = await workspaces.CrewAsync(cancellationToken);
        if (rights.Now(crew) is not { } may || !may.Contains(Permission.Administer)) return CallerErrors.NotAllowed;
        var changed = crew.ChangeRole(new UserId(request.UserId), request.Role, may);
        if (changed.Error is { } refused) return refused;
        directory.ForgetUser(changed.Value.UserId);
        await unitOfWork.FlushAsync(cancellationToken);
        return (await reader.MembersAsync(cancellationToken)).FirstOrDefault(m => m.UserId == request.UserId) is { } shown ? shown : WorkspaceErrors.MemberNotFound;
    }
}

internal sealed class RemoveMemberHandler(
    IWorkspaceRepository workspaces, MemberRights rights, ICaller caller, ICallerDirectory directory) : IRequestHandler<RemoveMemberCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RemoveMemberCommand request, CancellationToken cancellationToken)
    {
        var crew = await workspaces.CrewAsync(cancellationToken);
        if (rights.Now(crew) is not { } may) return CallerErrors.NotAllowed;
        var leaving = crew.Remove(new UserId(request.UserId), caller.UserId!.Value, may);
        if (leaving.Error is { } refused) return refused;
        workspaces.Remove(leaving.Value);
        directory.ForgetUser(leaving.Value.UserId);
        return Done.Ok;
    }
}

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
