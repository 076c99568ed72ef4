using Director.Application.Common;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using MediatR;

namespace Director.Application.Workspaces;

/// <summary>Signs the caller out.</summary>
[AllowAnyone]
public sealed record LogoutCommand : ICommand<Done>, IOwnTransaction;

internal sealed class LogoutHandler(ICaller caller, ISessions sessions) : IRequestHandler<LogoutCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(LogoutCommand request, CancellationToken cancellationToken)
    {
        if (caller.UserId is null) return CallerErrors.NotSignedIn;
        await sessions.CloseAsync(cancellationToken);
        return Done.Ok;
    }
}
