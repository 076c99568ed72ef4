using System.Text.Json;
using Director.Application.Common;
using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Application.Workspaces;
using Director.Domain.Common;
using FluentValidation;
using MediatR;

namespace Director.Application.Accounts;

/// <summary>Signs a person in by a passkey. No one-time code is asked for: the device and what unlocks it are two factors.</summary>
[AllowAnyone]
public sealed record LoginWithPasskeyCommand(JsonElement Credential, SessionKind Kind, string? Ticket) : ICommand<OpenedSession>, IOwnTransaction;

internal sealed class LoginWithPasskeyHandler(IPasskeys passkeys, ISessions sessions, ISecurityRecord record) : IRequestHandler<LoginWithPasskeyCommand, Result<OpenedSession>>
{
    public async Task<Result<OpenedSession>> Handle(LoginWithPasskeyCommand request, CancellationToken cancellationToken)
    {
        var account = await passkeys.RecogniseAsync(request.Credential, request.Ticket, cancellationToken);
        if (account.Error is { } refused) return refused;
        await record.AddAsync(SecurityFact.Done(SecurityKinds.SignIn, account.Value.Id), cancellationToken);
        return await sessions.OpenAsync(account.Value, request.Kind, cancellationToken);
    }
}
