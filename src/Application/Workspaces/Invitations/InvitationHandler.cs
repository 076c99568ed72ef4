using Director.Application.Common;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Workspaces.Invitations;

internal sealed class InvitationHandler(
    IWorkspaceRepository workspaces, IWorkspaceReader reader, ISecretTokens tokens, IUnitOfWork unitOfWork, ICaller caller, IIdSource ids, TimeProvider clock) :
    IRequestHandler<ListInvitationsQuery, Result<Page<InvitationDto>>>,
    IRequestHandler<CreateInvitationCommand, Result<CreatedInvitationDto>>,
    IRequestHandler<DeleteInvitationCommand, Result<Done>>
{
    public async Task<Result<Page<InvitationDto>>> Handle(ListInvitationsQuery request, CancellationToken cancellationToken) =>
        new Page<InvitationDto>(await reader.InvitationsAsync(clock.GetUtcNow(), cancellationToken), null);

    public async Task<Result<CreatedInvitationDto>> Handle(CreateInvitationCommand request, CancellationToken cancellationToken)
    {
        var id = new InvitationId(ids.Next());
        var (token, hash) = tokens.Make(caller.Workspace(), id.Value);
        var made = Invitation.Create(caller.Workspace(), id, request.Role, request.Email, request.ExpiresInDays, hash, caller.Permissions, caller.Stamp(clock));
        if (made.Error is { } refused) return refused;
        var invitation = made.Value;
        await unitOfWork.RunAsync(OperationName.Of<CreateInvitationCommand>(), _ =>
        {
            workspaces.Add(invitation);
            return Task.FromResult(Done.Ok);
        }, cancellationToken);
        var shown = new InvitationDto(id.Value, invitation.Role, invitation.Email, invitation.CreatedAt, invitation.CreatedBy.Value, caller.Name, invitation.ExpiresAt, false);
        return new CreatedInvitationDto(shown, token, $"{request.BaseUrl}/invitations/{token}");
    }

    public async Task<Result<Done>> Handle(DeleteInvitationCommand request, CancellationToken cancellationToken)
    {
        if (await workspaces.FindInvitationAsync(new InvitationId(request.InvitationId), cancellationToken) is not { } invitation) return WorkspaceErrors.InvitationNotFound;
        workspaces.Remove(invitation);
        return Done.Ok;
    }
}
