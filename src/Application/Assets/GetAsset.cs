using Director.Application.Common;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Assets;

/// <summary>One asset.</summary>
[Requires(Permission.Look)]
public sealed record GetAssetQuery(Guid Id) : IQuery<AssetDto>;

internal sealed class GetAssetHandler(IAssetReader reader) : IRequestHandler<GetAssetQuery, Result<AssetDto>>
{
    public Task<Result<AssetDto>> Handle(GetAssetQuery request, CancellationToken cancellationToken) => reader.ShowAsync(new AssetId(request.Id), cancellationToken);
}
