using Director.Application.Assets;
using Director.Application.Common;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Films;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Shots;

/// <summary>Puts one take of a shot into the film; whichever was in it before is not any more.</summary>
/// <param name="ShotId">The shot.</param>
/// <param name="TakeId">One of its takes.</param>
/// <param name="Reason">Why, if they say.</param>
/// <param name="SeenVersion">The shot's version that the caller saw, if it says.</param>
[Requires(Permission.Select)]
public sealed record SelectTakeCommand(Guid ShotId, Guid TakeId, string? Reason, long? SeenVersion) : ICommand<ShotDto>;

internal sealed class SelectTakeHandler(Selecting selecting, IShotReader reader) : IRequestHandler<SelectTakeCommand, Result<ShotDto>>
{
    public async Task<Result<ShotDto>> Handle(SelectTakeCommand request, CancellationToken cancellationToken)
    {
        var chosen = await selecting.SelectAsync(request.ShotId, "shot", request.TakeId, AssetErrors.TakeOfAnotherShot, request.Reason, request.SeenVersion, cancellationToken);
        if (chosen.Error is { } refused) return refused;
        return await reader.ShotAsync(chosen.Value.Id, cancellationToken) is { } shot ? shot : FilmErrors.ShotNotFound;
    }
}
