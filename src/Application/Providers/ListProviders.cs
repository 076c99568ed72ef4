using Director.Application.Common;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Providers;

/// <summary>Every provider, and where its key comes from. No key is ever answered, only the last four characters of the workspace's own.</summary>
[Requires(Permission.Administer)]
public sealed record ListProvidersQuery : IQuery<IReadOnlyList<ProviderAccountDto>>;

internal sealed class ListProvidersHandler(IProviderAccounts accounts) : IRequestHandler<ListProvidersQuery, Result<IReadOnlyList<ProviderAccountDto>>>
{
    public async Task<Result<IReadOnlyList<ProviderAccountDto>>> Handle(ListProvidersQuery request, CancellationToken cancellationToken) =>
        Result<IReadOnlyList<ProviderAccountDto>>.Of(await accounts.ListAsync(cancellationToken));
}
