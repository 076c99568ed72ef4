using Director.Application.Common;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using MediatR;

namespace Director.Application.Accounts;

/// <summary>Draws a seed for the caller's authenticator app. Nothing changes at sign-in until a code of it has been confirmed.</summary>
[RequiresPerson]
public sealed record BeginTotpCommand : ICommand<TotpSeed>, IOwnTransaction;

internal sealed class BeginTotpHandler(ITotp totp, ICallerGate gate) : IRequestHandler<BeginTotpCommand, Result<TotpSeed>>
{
    public async Task<Result<TotpSeed>> Handle(BeginTotpCommand request, CancellationToken cancellationToken) =>
        gate.Profile is { Account: var account } ? await totp.BeginAsync(account.Id, account.Email, cancellationToken) : CallerErrors.NotSignedIn;
}
