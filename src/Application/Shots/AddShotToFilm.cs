using Director.Application.Assets;
using Director.Application.Common;
using Director.Domain.Common;
using Director.Domain.Films;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Shots;

/// <summary>Adds a shot to a film that has no scenes yet.</summary>
[Requires(Permission.Edit)]
public sealed record AddShotToFilmCommand(Guid FilmId, NewShot Shot) : ICommand<AssetDto>;

internal sealed class AddShotToFilmHandler(ShotMaking making, IAssetReader reader) : IRequestHandler<AddShotToFilmCommand, Result<AssetDto>>
{
    public async Task<Result<AssetDto>> Handle(AddShotToFilmCommand request, CancellationToken cancellationToken)
    {
        var made = await making.AddAsync(request.FilmId, "film", FilmErrors.NotFound, request.Shot, cancellationToken);
        return made.Error is { } refused ? refused : await reader.ShowAsync(made.Value.Id, cancellationToken);
    }
}
