using Director.Application.Common;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Workspaces.Invitations;

/// <summary>The invitations that nobody has used yet, newest first.</summary>
[Requires(Permission.Administer)]
public sealed record ListInvitationsQuery : IQuery<Page<InvitationDto>>;

/// <summary>Invites somebody by a link that is shown once. Owners are invited by owners alone. Not repeatable by an Idempotency-Key: the answer has the secret, which is kept nowhere.</summary>
/// <param name="Role">What whoever accepts becomes.</param>
/// <param name="Email">Whom it is made out to; null: whoever has the link.</param>
/// <param name="ExpiresInDays">How long it is good for, 1 to 90; null: 7.</param>
/// <param name="BaseUrl">What the link begins with.</param>
[Requires(Permission.Administer)]
public sealed record CreateInvitationCommand(string Role, string? Email, int? ExpiresInDays, string BaseUrl) : ICommand<CreatedInvitationDto>, IOwnTransaction;

/// <summary>An invitation and its link.</summary>
/// <param name="Invitation">The invitation.</param>
/// <param name="Token">What the link says; shown once.</param>
/// <param name="Url">The link; shown once.</param>
public sealed record CreatedInvitationDto(InvitationDto Invitation, string Token, string Url);

/// <summary>Takes an invitation back.</summary>
[Requires(Permission.Administer), WhileArchived]
public sealed record DeleteInvitationCommand(Guid InvitationId) : ICommand<Done>;

internal sealed class CreateInvitationValidator : AbstractValidator<CreateInvitationCommand>
{
    public CreateInvitationValidator()
    {
        RuleFor(c => c.Role).NotEmpty();
        RuleFor(c => c.Email!).EmailShape().When(c => !string.IsNullOrWhiteSpace(c.Email));
    }
}

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
