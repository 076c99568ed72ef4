using Director.Application.Common;
using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using MediatR;

namespace Director.Application.Accounts;

/// <summary>Ends every sign-in of the caller but this one.</summary>
[RequiresPerson]
public sealed record RevokeOtherSessionsCommand : ICommand<Done>, IOwnTransaction;

internal sealed class RevokeOtherSessionsHandler(ISessions sessions, ISecurityRecord record) : IRequestHandler<RevokeOtherSessionsCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RevokeOtherSessionsCommand request, CancellationToken cancellationToken)
    {
        if (await sessions.EndOthersAsync(cancellationToken) > 0)
            await record.AddAsync(SecurityFact.Done(SecurityKinds.SessionRevoked), cancellationToken);
        return Done.Ok;
    }
}
