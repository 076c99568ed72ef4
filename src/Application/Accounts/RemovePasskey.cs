using System.Text.Json;
using Director.Application.Common;
using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Application.Workspaces;
using Director.Domain.Common;
using FluentValidation;
using MediatR;

namespace Director.Application.Accounts;

/// <summary>Forgets one of the caller's passkeys.</summary>
[RequiresPerson]
public sealed record RemovePasskeyCommand(string Id) : ICommand<Done>, IOwnTransaction;

internal sealed class RemovePasskeyHandler(IPasskeys passkeys, ISecurityRecord record, ICaller caller) : IRequestHandler<RemovePasskeyCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RemovePasskeyCommand request, CancellationToken cancellationToken)
    {
        if (!await passkeys.RemoveAsync(caller.Person(), request.Id, cancellationToken)) return PasskeyErrors.NotFound;
        await record.AddAsync(SecurityFact.Done(SecurityKinds.PasskeyRemoved), cancellationToken);
        return Done.Ok;
    }
}
