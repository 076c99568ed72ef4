using Director.Application.Common;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using MediatR;

namespace Director.Application.Accounts;

/// <summary>Whether the caller's sign-in needs a one-time code.</summary>
[RequiresPerson]
public sealed record GetTotpQuery : IQuery<TotpState>;

internal sealed class GetTotpHandler(ITotp totp, ICaller caller) : IRequestHandler<GetTotpQuery, Result<TotpState>>
{
    public async Task<Result<TotpState>> Handle(GetTotpQuery request, CancellationToken cancellationToken) =>
        await totp.StateAsync(caller.Person(), cancellationToken);
}

/// <summary>Draws a seed for the caller's authenticator app. Nothing changes at sign-in until a code of it has been confirmed.</summary>
[RequiresPerson]
public sealed record BeginTotpCommand : ICommand<TotpSeed>, IOwnTransaction;

internal sealed class BeginTotpHandler(ITotp totp, ICallerGate gate) : IRequestHandler<BeginTotpCommand, Result<TotpSeed>>
{
    public async Task<Result<TotpSeed>> Handle(BeginTotpCommand request, CancellationToken cancellationToken) =>
        gate.Profile is { Account: var account } ? await totp.BeginAsync(account.Id, account.Email, cancellationToken) : CallerErrors.NotSignedIn;
}

/// <summary>Switches one-time codes on: from now on signing in with the password needs one.</summary>
/// <param name="Code">What the app shows.</param>
[RequiresPerson]
public sealed record ConfirmTotpCommand(string Code) : ICommand<TotpConfirmed>, IOwnTransaction;

/// <summary>One-time codes are on.</summary>
/// <param name="RecoveryCodes">Ten codes for the day the app is lost, each worth one sign-in; shown this once.</param>
public sealed record TotpConfirmed(IReadOnlyList<string> RecoveryCodes);

internal sealed class ConfirmTotpHandler(ITotp totp, ISecurityRecord record, IUnitOfWork unitOfWork, ICaller caller) : IRequestHandler<ConfirmTotpCommand, Result<TotpConfirmed>>
{
    public Task<Result<TotpConfirmed>> Handle(ConfirmTotpCommand request, CancellationToken cancellationToken) =>
        unitOfWork.RunAsync<Result<TotpConfirmed>>(OperationName.Of<ConfirmTotpCommand>(), async ct =>
        {
            var confirmed = await totp.ConfirmAsync(caller.Person(), request.Code, ct);
            if (confirmed.Error is { } refused) return refused;
            await record.AddAsync(SecurityFact.Done(SecurityKinds.TotpAdded), ct);
            return new TotpConfirmed(confirmed.Value);
        }, cancellationToken);
}

/// <summary>Switches one-time codes off and forgets the recovery codes.</summary>
/// <param name="Password">The caller's own, so that a browser left open is not enough.</param>
[RequiresPerson]
public sealed record RemoveTotpCommand(string Password) : ICommand<Done>, IOwnTransaction;

internal sealed class RemoveTotpHandler(IAccounts accounts, ITotp totp, ISecurityRecord record, IUnitOfWork unitOfWork, ICaller caller)
    : IRequestHandler<RemoveTotpCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RemoveTotpCommand request, CancellationToken cancellationToken)
    {
        var user = caller.Person();
        var known = await accounts.ConfirmAsync(user, request.Password, "password", cancellationToken);
        if (known.Error is { } wrong) return wrong;
        return await unitOfWork.RunAsync<Result<Done>>(OperationName.Of<RemoveTotpCommand>(), async ct =>
        {
            if (!await totp.RemoveAsync(user, ct)) return TotpErrors.Off;
            await record.AddAsync(SecurityFact.Done(SecurityKinds.TotpRemoved), ct);
            return Done.Ok;
        }, cancellationToken);
    }
}
