using Director.Application.Common;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Workspaces.Invitations;

/// <summary>Invites somebody by a link that is shown once. Owners are invited by owners alone. Not repeatable by an Idempotency-Key: the answer has the secret, which is kept nowhere.</summary>
/// <param name="Role">What whoever accepts becomes.</param>
/// <param name="Email">Whom it is made out to; null: whoever has the link.</param>
/// <param name="ExpiresInDays">How long it is good for, 1 to 90; null: 7.</param>
/// <param name="BaseUrl">What the link begins with.</param>
[Requires(Permission.Administer)]
public sealed record CreateInvitationCommand(string Role, string? Email, int? ExpiresInDays, string BaseUrl) : ICommand<CreatedInvitationDto>, IOwnTransaction;

internal sealed class CreateInvitationValidator : AbstractValidator<CreateInvitationCommand>
{
    public CreateInvitationValidator()
    {
        RuleFor(c => c.Role).NotEmpty();
        RuleFor(c => c.Email!).EmailShape().When(c => !string.IsNullOrWhiteSpace(c.Email));
    }
}
