using Director.Application.Common;
using Director.Application.Common.Paging;
using Director.Domain.Assets;
using Director.Domain.Collections;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Collections;

/// <summary>The workspace's collections, in order of name.</summary>
[Requires(Permission.Look)]
public sealed record ListCollectionsQuery(CollectionFilter Filter) : IQuery<Page<CollectionDto>>;

internal sealed class ListCollectionsValidator : AbstractValidator<ListCollectionsQuery>
{
    public ListCollectionsValidator()
    {
        RuleFor(q => q.Filter.Limit).InclusiveBetween(1, AssetLimits.Page).OverridePropertyName("limit");
        RuleFor(q => q.Filter.Kind).Must(k => k is null || AssetCollection.Kinds.Contains(k)).OverridePropertyName("kind")
            .WithMessage($"kind is one of {string.Join(", ", AssetCollection.Kinds)}.");
    }
}

internal sealed class ListCollectionsHandler(ICollectionReader reader) : IRequestHandler<ListCollectionsQuery, Result<Page<CollectionDto>>>
{
    public Task<Result<Page<CollectionDto>>> Handle(ListCollectionsQuery request, CancellationToken cancellationToken) => reader.ListAsync(request.Filter, cancellationToken);
}
