using Director.Application.Common;
using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using MediatR;

namespace Director.Application.Accounts;

/// <summary>Where the caller is signed in, newest first.</summary>
[RequiresPerson]
public sealed record ListSessionsQuery : IQuery<Page<SessionDto>>;

internal sealed class ListSessionsHandler(ISessions sessions) : IRequestHandler<ListSessionsQuery, Result<Page<SessionDto>>>
{
    public async Task<Result<Page<SessionDto>>> Handle(ListSessionsQuery request, CancellationToken cancellationToken) =>
        new Page<SessionDto>(await sessions.ListAsync(cancellationToken), null);
}
