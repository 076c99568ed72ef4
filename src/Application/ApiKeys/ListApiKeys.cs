using Director.Application.Common;
using Director.Application.Common.Paging;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.ApiKeys;

/// <summary>The workspace's API keys, newest first, without their secrets.</summary>
[Requires(Permission.Administer)]
public sealed record ListApiKeysQuery : IQuery<Page<ApiKeyDto>>;

internal sealed class ListApiKeysHandler(IApiKeyStore keys) : IRequestHandler<ListApiKeysQuery, Result<Page<ApiKeyDto>>>
{
    public async Task<Result<Page<ApiKeyDto>>> Handle(ListApiKeysQuery request, CancellationToken cancellationToken) =>
        new Page<ApiKeyDto>(await keys.ListAsync(cancellationToken), null);
}
