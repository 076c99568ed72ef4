using Director.Application.Assets;
using Director.Application.Common;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Films;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Shots;

/// <summary>The take that is in the film.</summary>
[Requires(Permission.Look)]
public sealed record GetSelectedTakeQuery(Guid ShotId) : IQuery<AssetDto>;

internal sealed class GetSelectedTakeHandler(IShotReader shots, IAssetReader reader) : IRequestHandler<GetSelectedTakeQuery, Result<AssetDto>>
{
    public async Task<Result<AssetDto>> Handle(GetSelectedTakeQuery request, CancellationToken cancellationToken)
    {
        var shot = await shots.ShotAsync(new AssetId(request.ShotId), cancellationToken);
        if (shot is null) return FilmErrors.ShotNotFound;
        return shot.SelectedChildId is { } take ? await reader.ShowAsync(new AssetId(take), cancellationToken) : FilmErrors.NothingSelected;
    }
}
