using Director.Application.Common;
using Director.Application.Common.Paging;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Assets;

/// <summary>A page of a listing.</summary>
[Requires(Permission.Look)]
public sealed record ListAssetsQuery(AssetFilter Filter) : IQuery<Page<AssetDto>>;

internal sealed class ListAssetsHandler(IAssetReader reader) : IRequestHandler<ListAssetsQuery, Result<Page<AssetDto>>>
{
    public Task<Result<Page<AssetDto>>> Handle(ListAssetsQuery request, CancellationToken cancellationToken) => reader.ListAsync(request.Filter, cancellationToken);
}

internal sealed class ListAssetsValidator : AbstractValidator<ListAssetsQuery>
{
    public ListAssetsValidator() => RuleFor(q => q.Filter).SetValidator(new AssetFilterValidator()).OverridePropertyName("");
}
