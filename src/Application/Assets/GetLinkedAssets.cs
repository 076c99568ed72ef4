using Director.Application.Common;
using Director.Application.Common.Paging;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Relationships;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Assets;

/// <summary>What an asset owns and refers to, or its owner and what refers to it.</summary>
[Requires(Permission.Look)]
public sealed record GetLinkedAssetsQuery(Guid Id, LinkedFilter Filter) : IQuery<Page<LinkedAssetDto>>;

internal sealed class GetLinkedAssetsValidator : AbstractValidator<GetLinkedAssetsQuery>
{
    public GetLinkedAssetsValidator()
    {
        RuleFor(q => q.Filter.Limit).InclusiveBetween(1, AssetLimits.Page).OverridePropertyName("limit");
        RuleForEach(q => q.Filter.Types).Must(t => AssetTypes.TryGet(t, out _)).OverridePropertyName("type").WithMessage("There is no such asset type.");
        RuleForEach(q => q.Filter.Kinds).Must(k => k == "contains" || RelationshipKind.TryGet(k, out _)).OverridePropertyName("kind").WithMessage("There is no such kind of relationship.");
    }
}

internal sealed class GetLinkedAssetsHandler(IAssetReader reader) : IRequestHandler<GetLinkedAssetsQuery, Result<Page<LinkedAssetDto>>>
{
    public async Task<Result<Page<LinkedAssetDto>>> Handle(GetLinkedAssetsQuery request, CancellationToken cancellationToken) =>
        await reader.GetAsync(new AssetId(request.Id), cancellationToken) is null
            ? AssetErrors.NotFound : await reader.LinkedAsync(new AssetId(request.Id), request.Filter, cancellationToken);
}
