using Director.Application.Common;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Workspaces.Members;

/// <summary>Gives somebody another role. Owners are made and unmade by owners; the last one stays.</summary>
/// <param name="UserId">Whose.</param>
/// <param name="Role">owner, producer, director, artist, reviewer or viewer.</param>
[Requires(Permission.Administer), WhileArchived]
public sealed record UpdateMemberCommand(Guid UserId, string Role) : ICommand<MemberDto>;

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
