using Director.Application.Common;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Generation;

/// <summary>Every provider with its models.</summary>
[Requires(Permission.Look)]
public sealed record ListModelsQuery : IQuery<IReadOnlyList<ProviderDto>>;

internal sealed class ListModelsHandler(IGenerationProviders providers) : IRequestHandler<ListModelsQuery, Result<IReadOnlyList<ProviderDto>>>
{
    public Task<Result<IReadOnlyList<ProviderDto>>> Handle(ListModelsQuery request, CancellationToken cancellationToken) =>
        Task.FromResult(Result<IReadOnlyList<ProviderDto>>.Of([.. providers.All.Select(p => new ProviderDto(
            p.Slug, p.Label, p.Status.Status, p.Status.Variable, p.Status.Reason,
            [.. p.Models.Select(m => new ModelDto(m.Name, m.Label, m.Kind, m.Price.Dto(), m.MaxReferences, m.Sizes, m.MaxDurationMs, m.ShutDownOn))]))]));
}
