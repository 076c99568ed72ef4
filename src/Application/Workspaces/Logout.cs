using Director.Application.Common;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using MediatR;

namespace Director.Application.Workspaces;

/// <summary>Signs the caller out.</summary>
[AllowAnyone]
public sealed record LogoutCommand : ICommand<Done>, IOwnTransaction;

internal sealed class LogoutHandler(ICaller caller, ISessions sessions, ISecurityRecord record) : IRequestHandler<LogoutCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(LogoutCommand request, CancellationToken cancellationToken)
    {
        if (caller.UserId is null) return CallerErrors.NotSignedIn;
        await sessions.CloseAsync(cancellationToken);
        await record.AddAsync(SecurityFact.Done(SecurityKinds.SignOut), cancellationToken);
        return Done.Ok;
    }
}
