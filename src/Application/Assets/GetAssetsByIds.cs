using Director.Application.Common;
using Director.Application.Common.Paging;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Assets;

/// <summary>The visible part of a grid: up to 200 assets by id, in the order asked; what is gone is left out.</summary>
/// <param name="Ids">The assets' ids.</param>
[Requires(Permission.Look)]
public sealed record GetAssetsByIdsQuery(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyList<AssetDto>>;

internal sealed class GetAssetsByIdsValidator : AbstractValidator<GetAssetsByIdsQuery>
{
    public GetAssetsByIdsValidator() => RuleFor(q => q.Ids).Must(i => i.Count <= AssetLimits.Page).WithMessage($"At most {AssetLimits.Page} ids in one request.");
}

internal sealed class GetAssetsByIdsHandler(IAssetReader reader) : IRequestHandler<GetAssetsByIdsQuery, Result<IReadOnlyList<AssetDto>>>
{
    public async Task<Result<IReadOnlyList<AssetDto>>> Handle(GetAssetsByIdsQuery request, CancellationToken cancellationToken)
    {
        var found = await reader.GetManyAsync(request.Ids, cancellationToken);
        return Result<IReadOnlyList<AssetDto>>.Of(found);
    }
}
