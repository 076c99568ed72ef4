using Director.Application.Common;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Workspaces.Members;

/// <summary>Removes somebody from the workspace; oneself: leaves it. The last owner stays. What they made stays too.</summary>
/// <param name="UserId">Who.</param>
[Requires(Permission.Look), WhileArchived]
public sealed record RemoveMemberCommand(Guid UserId) : ICommand<Done>;

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
