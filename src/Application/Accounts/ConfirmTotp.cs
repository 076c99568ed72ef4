using Director.Application.Common;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using MediatR;

namespace Director.Application.Accounts;

/// <summary>Switches one-time codes on: from now on signing in with the password needs one.</summary>
/// <param name="Code">What the app shows.</param>
[RequiresPerson]
public sealed record ConfirmTotpCommand(string Code) : ICommand<TotpConfirmed>, IOwnTransaction;

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
