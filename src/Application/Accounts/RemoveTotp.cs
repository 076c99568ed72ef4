using Director.Application.Common;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using MediatR;

namespace Director.Application.Accounts;

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
