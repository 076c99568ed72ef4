using System.Text.Json;
using Director.Application.Common;
using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Application.Workspaces;
using Director.Domain.Common;
using FluentValidation;
using MediatR;

namespace Director.Application.Accounts;

/// <summary>Asks the caller's browser for a new passkey.</summary>
[RequiresPerson]
public sealed record BeginPasskeyCommand : ICommand<PasskeyChallenge>, IOwnTransaction;

internal sealed class BeginPasskeyHandler(IPasskeys passkeys, ICaller caller) : IRequestHandler<BeginPasskeyCommand, Result<PasskeyChallenge>>
{
    public async Task<Result<PasskeyChallenge>> Handle(BeginPasskeyCommand request, CancellationToken cancellationToken) =>
        await passkeys.BeginAsync(caller.Person(), cancellationToken);
}

/// <summary>Adds the passkey that the caller's browser made.</summary>
[RequiresPerson]
public sealed record AddPasskeyCommand(string Name, JsonElement Credential, string? Ticket) : ICommand<PasskeyDto>, IOwnTransaction;

internal sealed class AddPasskeyValidator : AbstractValidator<AddPasskeyCommand>
{
    public AddPasskeyValidator() => RuleFor(c => c.Name).PersonName();
}

internal sealed class AddPasskeyHandler(IPasskeys passkeys, ISecurityRecord record, ICaller caller) : IRequestHandler<AddPasskeyCommand, Result<PasskeyDto>>
{
    public async Task<Result<PasskeyDto>> Handle(AddPasskeyCommand request, CancellationToken cancellationToken)
    {
        var added = await passkeys.AddAsync(caller.Person(), request.Name.Trim(), request.Credential, request.Ticket, cancellationToken);
        if (added.Succeeded) await record.AddAsync(SecurityFact.Done(SecurityKinds.PasskeyAdded), cancellationToken);
        return added;
    }
}

/// <summary>The caller's passkeys, newest first.</summary>
[RequiresPerson]
public sealed record ListPasskeysQuery : IQuery<Page<PasskeyDto>>;

internal sealed class ListPasskeysHandler(IPasskeys passkeys, ICaller caller) : IRequestHandler<ListPasskeysQuery, Result<Page<PasskeyDto>>>
{
    public async Task<Result<Page<PasskeyDto>>> Handle(ListPasskeysQuery request, CancellationToken cancellationToken) =>
        new Page<PasskeyDto>(await passkeys.ListAsync(caller.Person(), cancellationToken), null);
}

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

/// <summary>Asks a browser for a passkey to sign in with; whose it is, the passkey says.</summary>
[AllowAnyone]
public sealed record BeginPasskeyLoginCommand : ICommand<PasskeyChallenge>, IOwnTransaction;

internal sealed class BeginPasskeyLoginHandler(IPasskeys passkeys) : IRequestHandler<BeginPasskeyLoginCommand, Result<PasskeyChallenge>>
{
    public async Task<Result<PasskeyChallenge>> Handle(BeginPasskeyLoginCommand request, CancellationToken cancellationToken) =>
        await passkeys.BeginLoginAsync(cancellationToken);
}

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
