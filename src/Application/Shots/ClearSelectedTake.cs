using Director.Application.Assets;
using Director.Application.Common;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Shots;

/// <summary>Takes the selected take out of the film.</summary>
[Requires(Permission.Select)]
public sealed record ClearSelectedTakeCommand(Guid ShotId, long? SeenVersion) : ICommand<Done>;

internal sealed class ClearSelectedTakeHandler(Selecting selecting) : IRequestHandler<ClearSelectedTakeCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(ClearSelectedTakeCommand request, CancellationToken cancellationToken)
    {
        var cleared = await selecting.SelectAsync(request.ShotId, "shot", null, AssetErrors.TakeOfAnotherShot, null, request.SeenVersion, cancellationToken);
        return cleared.Error is { } refused ? refused : Done.Ok;
    }
}
