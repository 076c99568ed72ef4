using System.Text.Json;
using Director.Application.Common;
using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Application.Workspaces;
using Director.Domain.Common;
using FluentValidation;
using MediatR;

namespace Director.Application.Accounts;

/// <summary>Adds the passkey that the caller's browser made.</summary>
[RequiresPerson]
public sealed record AddPasskeyCommand(string Name, JsonElement Credential, string? Ticket) : ICommand<PasskeyDto>, IOwnTransaction;

internal sealed class AddPasskeyValidator : AbstractValidator<AddPasskeyCommand>
{
    public AddPasskeyValidator() => RuleFor(c => c.Name).PersonName();
}

internal sealed class AddPasskeyHandler(IPasskeys passkeys, ISecurityRecord record, ICaller caller) : IRequestHandler<AddPasskeyCommand, Result<PasskeyDto>>
{
    public async Task<Result<PasskeyDto>> Handle(AddPasskeyCommand request, CancellationToken cancellationToken)
    {
        var added = await passkeys.AddAsync(caller.Person(), request.Name.Trim(), request.Credential, request.Ticket, cancellationToken);
        if (added.Succeeded) await record.AddAsync(SecurityFact.Done(SecurityKinds.PasskeyAdded), cancellationToken);
        return added;
    }
}
