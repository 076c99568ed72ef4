using Director.Application.Assets;
using Director.Application.Common;
using Director.Application.Common.Paging;
using Director.Domain.Assets;
using Director.Domain.Collections;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Collections;

/// <summary>A page of a collection's live members, in their order.</summary>
[Requires(Permission.Look)]
public sealed record GetCollectionMembersQuery(Guid Id, string? Cursor, int Limit) : IQuery<Page<AssetDto>>;

internal sealed class GetCollectionMembersValidator : AbstractValidator<GetCollectionMembersQuery>
{
    public GetCollectionMembersValidator() => RuleFor(q => q.Limit).InclusiveBetween(1, AssetLimits.Page);
}

internal sealed class GetCollectionMembersHandler(ICollectionReader reader) : IRequestHandler<GetCollectionMembersQuery, Result<Page<AssetDto>>>
{
    public async Task<Result<Page<AssetDto>>> Handle(GetCollectionMembersQuery request, CancellationToken cancellationToken) =>
        await reader.GetAsync(new CollectionId(request.Id), cancellationToken) is null
            ? CollectionErrors.NotFound : await reader.MembersAsync(new CollectionId(request.Id), request.Cursor, request.Limit, cancellationToken);
}
