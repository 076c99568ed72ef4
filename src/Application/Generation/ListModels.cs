using Director.Application.Common;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Generation;

/// <summary>Every provider with its models.</summary>
[Requires(Permission.Look)]
public sealed record ListModelsQuery : IQuery<IReadOnlyList<ProviderDto>>;

internal sealed class ListModelsHandler(IGenerationProviders providers, TimeProvider clock) : IRequestHandler<ListModelsQuery, Result<IReadOnlyList<ProviderDto>>>
{
    public async Task<Result<IReadOnlyList<ProviderDto>>> Handle(ListModelsQuery request, CancellationToken cancellationToken) =>
        Result<IReadOnlyList<ProviderDto>>.Of(ModelListing.Of(await providers.HereAsync(cancellationToken), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)));
}
