using Director.Application.Assets;
using Director.Application.Common;
using Director.Domain.Common;
using Director.Domain.Films;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Shots;

/// <summary>Adds a shot to a scene.</summary>
[Requires(Permission.Edit)]
public sealed record AddShotToSceneCommand(Guid SceneId, NewShot Shot) : ICommand<AssetDto>;

internal sealed class AddShotToSceneHandler(ShotMaking making, IAssetReader reader) : IRequestHandler<AddShotToSceneCommand, Result<AssetDto>>
{
    public async Task<Result<AssetDto>> Handle(AddShotToSceneCommand request, CancellationToken cancellationToken)
    {
        var made = await making.AddAsync(request.SceneId, "scene", FilmErrors.SceneNotFound, request.Shot, cancellationToken);
        return made.Error is { } refused ? refused : await reader.ShowAsync(made.Value.Id, cancellationToken);
    }
}
