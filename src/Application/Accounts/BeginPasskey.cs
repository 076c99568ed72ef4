using System.Text.Json;
using Director.Application.Common;
using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Application.Workspaces;
using Director.Domain.Common;
using FluentValidation;
using MediatR;

namespace Director.Application.Accounts;

/// <summary>Asks the caller's browser for a new passkey.</summary>
[RequiresPerson]
public sealed record BeginPasskeyCommand : ICommand<PasskeyChallenge>, IOwnTransaction;

internal sealed class BeginPasskeyHandler(IPasskeys passkeys, ICaller caller) : IRequestHandler<BeginPasskeyCommand, Result<PasskeyChallenge>>
{
    public async Task<Result<PasskeyChallenge>> Handle(BeginPasskeyCommand request, CancellationToken cancellationToken) =>
        await passkeys.BeginAsync(caller.Person(), cancellationToken);
}
