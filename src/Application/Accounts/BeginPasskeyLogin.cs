using System.Text.Json;
using Director.Application.Common;
using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Application.Workspaces;
using Director.Domain.Common;
using FluentValidation;
using MediatR;

namespace Director.Application.Accounts;

/// <summary>Asks a browser for a passkey to sign in with; whose it is, the passkey says.</summary>
[AllowAnyone]
public sealed record BeginPasskeyLoginCommand : ICommand<PasskeyChallenge>, IOwnTransaction;

internal sealed class BeginPasskeyLoginHandler(IPasskeys passkeys) : IRequestHandler<BeginPasskeyLoginCommand, Result<PasskeyChallenge>>
{
    public async Task<Result<PasskeyChallenge>> Handle(BeginPasskeyLoginCommand request, CancellationToken cancellationToken) =>
        await passkeys.BeginLoginAsync(cancellationToken);
}
