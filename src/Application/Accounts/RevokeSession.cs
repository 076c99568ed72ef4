using Director.Application.Common;
using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using MediatR;

namespace Director.Application.Accounts;

/// <summary>Ends one of the caller's sign-ins; streams that it holds open end within five seconds.</summary>
[RequiresPerson]
public sealed record RevokeSessionCommand(Guid Id) : ICommand<Done>, IOwnTransaction;

internal sealed class RevokeSessionHandler(ISessions sessions, ISecurityRecord record) : IRequestHandler<RevokeSessionCommand, Result<Done>>
{
    private static readonly Error Unknown = new("session.unknown", "You have no such sign-in.", ErrorKind.NotFound);

    public async Task<Result<Done>> Handle(RevokeSessionCommand request, CancellationToken cancellationToken)
    {
        if (!await sessions.EndAsync(request.Id, cancellationToken)) return Unknown;
        await record.AddAsync(SecurityFact.Done(SecurityKinds.SessionRevoked), cancellationToken);
        return Done.Ok;
    }
}
