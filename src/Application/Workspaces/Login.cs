using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using MediatR;

namespace Director.Application.Workspaces;

/// <summary>Signs a person in, by e-mail address and password: a browser by cookie, a program by tokens.</summary>
/// <remarks>Its own transaction: a wrong try is refused and still counted.</remarks>
[AllowAnyone]
public sealed record LoginCommand(string Email, string Password, SessionKind Kind, SecondFactor Second) : ICommand<OpenedSession>, IOwnTransaction;

internal sealed class LoginHandler(IAccounts accounts, ISessions sessions, ISecurityRecord record) : IRequestHandler<LoginCommand, Result<OpenedSession>>
{
    public async Task<Result<OpenedSession>> Handle(LoginCommand request, CancellationToken cancellationToken)
    {
        var account = await accounts.RecogniseAsync(request.Email.Trim(), request.Password, request.Second, cancellationToken);
        if (account.Error is { } refused) return refused;
        await record.AddAsync(SecurityFact.Done(SecurityKinds.SignIn, account.Value.Id), cancellationToken);
        return await sessions.OpenAsync(account.Value, request.Kind, cancellationToken);
    }
}
