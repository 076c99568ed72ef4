using Director.Application.Common;
using Director.Application.Common.Paging;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Relationships;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Assets;

/// <summary>A page of a listing.</summary>
[Requires(Permission.Look)]
public sealed record ListAssetsQuery(AssetFilter Filter) : IQuery<Page<AssetDto>>;

/// <summary>Every id of a listing, for grids that fetch what is visible.</summary>
[Requires(Permission.Look)]
public sealed record ListAssetIdsQuery(AssetFilter Filter) : IQuery<AssetIdsDto>;

/// <summary>The ids of a listing.</summary>
/// <param name="Ids">In the listing's order.</param>
/// <param name="Truncated">Whether there are more than are given.</param>
public sealed record AssetIdsDto(IReadOnlyList<Guid> Ids, bool Truncated);

internal sealed class ListAssetsHandler(IAssetReader reader) : IRequestHandler<ListAssetsQuery, Result<Page<AssetDto>>>
{
    public Task<Result<Page<AssetDto>>> Handle(ListAssetsQuery request, CancellationToken cancellationToken) => reader.ListAsync(request.Filter, cancellationToken);
}

internal sealed class ListAssetIdsHandler(IAssetReader reader) : IRequestHandler<ListAssetIdsQuery, Result<AssetIdsDto>>
{
    /// <summary>Ids in one answer.</summary>
    private const int Cap = 100_000;

    public async Task<Result<AssetIdsDto>> Handle(ListAssetIdsQuery request, CancellationToken cancellationToken) =>
        (await reader.ListIdsAsync(request.Filter, Cap + 1, cancellationToken))
            .Then<AssetIdsDto>(ids => new AssetIdsDto(ids.Count > Cap ? [.. ids.Take(Cap)] : ids, ids.Count > Cap));
}

internal sealed class ListAssetsValidator : AbstractValidator<ListAssetsQuery>
{
    public ListAssetsValidator() => RuleFor(q => q.Filter).SetValidator(new AssetFilterValidator()).OverridePropertyName("");
}

internal sealed class ListAssetIdsValidator : AbstractValidator<ListAssetIdsQuery>
{
    public ListAssetIdsValidator() => RuleFor(q => q.Filter).SetValidator(new AssetFilterValidator()).OverridePropertyName("");
}

internal sealed class AssetFilterValidator : AbstractValidator<AssetFilter>
{
    /// <summary>Characters in a search.</summary>
    private const int MaxQuery = 300;

    public AssetFilterValidator()
    {
        RuleFor(f => f.Limit).InclusiveBetween(1, AssetLimits.Page).OverridePropertyName("limit");
        RuleFor(f => f.Query).MaximumLength(MaxQuery).Must(NoNul).OverridePropertyName("q").WithMessage($"q has at most {MaxQuery} characters and no NUL.");
        RuleFor(f => f.Status).Must(NoNul).OverridePropertyName("status").WithMessage("status contains a NUL character.");
        RuleFor(f => f.Source).Must(NoNul).OverridePropertyName("source").WithMessage("source contains a NUL character.");
        RuleFor(f => f.ExternalId).Must(NoNul).OverridePropertyName("externalId").WithMessage("externalId contains a NUL character.");
        RuleForEach(f => f.Tags).Must(NoNul).OverridePropertyName("tag").WithMessage("A tag contains a NUL character.");
        RuleForEach(f => f.Metadata).Must(m => NoNul(m) && m.Contains(':', StringComparison.Ordinal)).OverridePropertyName("metadata").WithMessage("metadata is asked for as key:value.");
        RuleForEach(f => f.Types).Must(t => AssetTypes.TryGet(t, out _)).OverridePropertyName("type").WithMessage("There is no such asset type; GET /api/asset-types lists them.");
        RuleFor(f => f.Sort).Must(s => s is null || AssetSort.All.Contains(s.StartsWith('-') ? s[1..] : s)).OverridePropertyName("sort")
            .WithMessage($"sort is one of {string.Join(", ", AssetSort.All)}, with a leading - for descending.");
    }

    private static bool NoNul(string? text) => text?.Contains('\0', StringComparison.Ordinal) != true;
}

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
