using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using MediatR;

namespace Director.Application.Workspaces;

/// <summary>Renews a sign-in: by its refresh token, or, without one, the cookie that the request came with. A refresh token that was used before ends the sign-in.</summary>
/// <remarks>Its own transaction: a stolen token is refused, and what it ended stays ended.</remarks>
[AllowAnyone]
public sealed record RefreshCommand(string? RefreshToken) : ICommand<OpenedSession>, IOwnTransaction;

internal sealed class RefreshHandler(ISessions sessions) : IRequestHandler<RefreshCommand, Result<OpenedSession>>
{
    public Task<Result<OpenedSession>> Handle(RefreshCommand request, CancellationToken cancellationToken) =>
        request.RefreshToken is { } token ? sessions.RefreshAsync(token, cancellationToken) : sessions.ProlongAsync(cancellationToken);
}
