using Director.Application.Common;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Workspaces.Invitations;

/// <summary>Joins a workspace by an invitation, once: as the caller, or, when nobody is signed in, as a new person who is signed in with it.</summary>
/// <param name="Token">What the link says.</param>
/// <param name="Person">Who joins; null: the caller.</param>
[AllowAnyone]
public sealed record AcceptInvitationCommand(string Token, NewPerson? Person) : ICommand<Joined>, IOwnTransaction;

internal sealed class AcceptInvitationValidator : AbstractValidator<AcceptInvitationCommand>
{
    public AcceptInvitationValidator() => When(c => c.Person is not null, () =>
    {
        RuleFor(c => c.Person!.Name).PersonName().OverridePropertyName("name");
        RuleFor(c => c.Person!.Email).EmailShape().OverridePropertyName("email");
        RuleFor(c => c.Person!.Password).PasswordShape().OverridePropertyName("password");
    });
}
