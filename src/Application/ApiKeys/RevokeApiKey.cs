using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.ApiKeys;

/// <summary>Withdraws an API key: from now on it is worth nothing, and streams that it holds open end.</summary>
[Requires(Permission.Administer)]
public sealed record RevokeApiKeyCommand(Guid Id) : ICommand<Done>;

internal sealed class RevokeApiKeyHandler(IApiKeyStore keys, ISecurityRecord record, TimeProvider clock) : IRequestHandler<RevokeApiKeyCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RevokeApiKeyCommand request, CancellationToken cancellationToken)
    {
        if (await keys.FindLiveAsync(new ApiKeyId(request.Id), cancellationToken) is not { } key) return ApiKeyErrors.NotFound;
        key.Revoke(clock.GetUtcNow());
        keys.Forget(key);
        await record.AddAsync(SecurityFact.Done(SecurityKinds.ApiKeyRevoked), cancellationToken);
        return Done.Ok;
    }
}
