using Director.Application.Common;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Assets;

/// <summary>Which way lineage is followed.</summary>
public enum LineageDirection
{
    /// <summary>What it was made from.</summary>
    Up,
    /// <summary>What was made from it.</summary>
    Down,
}

/// <summary>Where an asset came from, or what came of it.</summary>
[Requires(Permission.Look)]
public sealed record GetLineageQuery(Guid Id, LineageDirection Direction, int Depth) : IQuery<LineageDto>;

internal sealed class GetLineageValidator : AbstractValidator<GetLineageQuery>
{
    public GetLineageValidator() => RuleFor(q => q.Depth).InclusiveBetween(1, 20).OverridePropertyName("depth");
}

internal sealed class GetLineageHandler(IAssetReader reader) : IRequestHandler<GetLineageQuery, Result<LineageDto>>
{
    /// <summary>Links in one answer.</summary>
    private const int Cap = 1_000;

    public async Task<Result<LineageDto>> Handle(GetLineageQuery request, CancellationToken cancellationToken) =>
        await reader.GetAsync(new AssetId(request.Id), cancellationToken) is null
            ? AssetErrors.NotFound
            : await reader.LineageAsync(new AssetId(request.Id), request.Direction is LineageDirection.Up, request.Depth, Cap, cancellationToken);
}
