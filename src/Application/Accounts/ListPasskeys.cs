using System.Text.Json;
using Director.Application.Common;
using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Application.Workspaces;
using Director.Domain.Common;
using FluentValidation;
using MediatR;

namespace Director.Application.Accounts;

/// <summary>The caller's passkeys, newest first.</summary>
[RequiresPerson]
public sealed record ListPasskeysQuery : IQuery<Page<PasskeyDto>>;

internal sealed class ListPasskeysHandler(IPasskeys passkeys, ICaller caller) : IRequestHandler<ListPasskeysQuery, Result<Page<PasskeyDto>>>
{
    public async Task<Result<Page<PasskeyDto>>> Handle(ListPasskeysQuery request, CancellationToken cancellationToken) =>
        new Page<PasskeyDto>(await passkeys.ListAsync(caller.Person(), cancellationToken), null);
}
