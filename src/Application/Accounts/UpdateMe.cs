using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Application.Workspaces;
using Director.Domain.Common;
using FluentValidation;
using MediatR;

namespace Director.Application.Accounts;

/// <summary>Changes the caller's own name, as others see it from now on.</summary>
/// <param name="Name">The new name.</param>
[RequiresPerson]
public sealed record UpdateMeCommand(string Name) : ICommand<Person>, IOwnTransaction;

internal sealed class UpdateMeValidator : AbstractValidator<UpdateMeCommand>
{
    public UpdateMeValidator() => RuleFor(c => c.Name).PersonName();
}

internal sealed class UpdateMeHandler(IAccounts accounts, ICallerDirectory directory, ICaller caller) : IRequestHandler<UpdateMeCommand, Result<Person>>
{
    public async Task<Result<Person>> Handle(UpdateMeCommand request, CancellationToken cancellationToken)
    {
        var account = await accounts.RenameAsync(caller.Person(), request.Name.Trim(), cancellationToken);
        directory.ForgetUser(account.Id);
        return new Person(account.Id.Value, account.Name, account.Email);
    }
}
