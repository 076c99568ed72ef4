using Director.Application.Common;
using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using MediatR;

namespace Director.Application.Accounts;

/// <summary>Where the caller is signed in, newest first.</summary>
[RequiresPerson]
public sealed record ListSessionsQuery : IQuery<Page<SessionDto>>;

/// <summary>One sign-in.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">How it travels.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="LastSeenAt">When it was used last, exact to a minute.</param>
/// <param name="Address">The address it was made from.</param>
/// <param name="UserAgent">What the program called itself that it was made with.</param>
/// <param name="Current">Whether this request came with it.</param>
public sealed record SessionDto(Guid Id, SessionKind Kind, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, string? Address, string? UserAgent, bool Current);

internal sealed class ListSessionsHandler(ISessions sessions) : IRequestHandler<ListSessionsQuery, Result<Page<SessionDto>>>
{
    public async Task<Result<Page<SessionDto>>> Handle(ListSessionsQuery request, CancellationToken cancellationToken) =>
        new Page<SessionDto>(await sessions.ListAsync(cancellationToken), null);
}

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
