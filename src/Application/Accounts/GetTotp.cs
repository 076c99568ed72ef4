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
