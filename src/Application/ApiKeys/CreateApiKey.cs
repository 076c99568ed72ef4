using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.ApiKeys;

/// <summary>Makes an API key for a program; its text is shown this once. Not repeatable by an Idempotency-Key: the answer has the secret, which is kept nowhere.</summary>
/// <param name="Name">For people, and in the record of what it did; unique among the keys that work.</param>
/// <param name="Scopes">What it may do, as far as its maker's role allows that too.</param>
/// <param name="ExpiresAt">After this it is worth nothing; absent: until it is withdrawn.</param>
[Requires(Permission.Administer)]
public sealed record CreateApiKeyCommand(string Name, IReadOnlyList<Permission> Scopes, DateTimeOffset? ExpiresAt = null) : ICommand<CreatedApiKey>, IOwnTransaction;

/// <summary>A fresh API key.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">For people, and in the record of what it did.</param>
/// <param name="Scopes">What it may do, as far as the role of the person who made it allows that too.</param>
/// <param name="CreatedAt">Creation.</param>
/// <param name="ExpiresAt">From then on it is worth nothing; null when it does not run out.</param>
/// <param name="Key">Sent as <c>Authorization: Bearer dir_…</c>. Not kept here: this is the only time it is shown.</param>
public sealed record CreatedApiKey(Guid Id, string Name, IReadOnlyList<Permission> Scopes, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, string Key);

internal sealed class CreateApiKeyHandler(IApiKeyStore keys, IUnitOfWork unitOfWork, ISecurityRecord record, ICaller caller, IIdSource ids, TimeProvider clock)
    : IRequestHandler<CreateApiKeyCommand, Result<CreatedApiKey>>
{
    public async Task<Result<CreatedApiKey>> Handle(CreateApiKeyCommand request, CancellationToken cancellationToken)
    {
        var (token, text) = ApiKeyToken.Draw(caller.Workspace(), new ApiKeyId(ids.Next()));
        var made = ApiKey.Create(token.Workspace, token.Key, request.Name, request.Scopes, token.SecretHash, request.ExpiresAt, caller.Stamp(clock));
        if (made.Error is { } unfit) return unfit;
        return await unitOfWork.RunAsync<Result<CreatedApiKey>>(OperationName.Of<CreateApiKeyCommand>(), async ct =>
        {
            var key = made.Value;
            keys.Add(key);
            await record.AddAsync(SecurityFact.Done(SecurityKinds.ApiKeyCreated), ct);
            return new CreatedApiKey(key.Id.Value, key.Name, [.. ApiKey.PermissionsOf(key.Scopes).Order()], key.CreatedAt, key.ExpiresAt, text);
        }, cancellationToken);
    }
}
