using Director.Application.Common;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Assets;

/// <summary>Every id of a listing, for grids that fetch what is visible.</summary>
[Requires(Permission.Look)]
public sealed record ListAssetIdsQuery(AssetFilter Filter) : IQuery<AssetIdsDto>;

/// <summary>The ids of a listing.</summary>
/// <param name="Ids">In the listing's order.</param>
/// <param name="Truncated">Whether there are more than are given.</param>
public sealed record AssetIdsDto(IReadOnlyList<Guid> Ids, bool Truncated);

internal sealed class ListAssetIdsHandler(IAssetReader reader) : IRequestHandler<ListAssetIdsQuery, Result<AssetIdsDto>>
{
    /// <summary>Ids in one answer.</summary>
    private const int Cap = 100_000;

    public async Task<Result<AssetIdsDto>> Handle(ListAssetIdsQuery request, CancellationToken cancellationToken) =>
        (await reader.ListIdsAsync(request.Filter, Cap + 1, cancellationToken))
            .Then<AssetIdsDto>(ids => new AssetIdsDto(ids.Count > Cap ? [.. ids.Take(Cap)] : ids, ids.Count > Cap));
}

internal sealed class ListAssetIdsValidator : AbstractValidator<ListAssetIdsQuery>
{
    public ListAssetIdsValidator() => RuleFor(q => q.Filter).SetValidator(new AssetFilterValidator()).OverridePropertyName("");
}
