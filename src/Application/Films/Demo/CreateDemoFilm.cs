using Director.Application.Assets;
using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Films.Demo;

/// <summary>Makes the demonstration film: 3 scenes, 12 shots, 48 takes that the built-in provider draws, which takes a few seconds.</summary>
/// <remarks>The one transaction of planting. The drawings are the same every time, so that a repeat with the same key is the same request.</remarks>
/// <param name="Pictures">The takes of every shot, in film order; their files are in the store.</param>
/// <param name="Script">The screenplay's file in the store.</param>
[Requires(Permission.Edit)]
internal sealed record CreateDemoFilmCommand(IReadOnlyList<IReadOnlyList<DemoPicture>> Pictures, Media Script) : ICommand<AssetDto>;

internal sealed class CreateDemoFilmHandler(DemoPlanting planting, IAssetReader reader) : IRequestHandler<CreateDemoFilmCommand, Result<AssetDto>>
{
    public async Task<Result<AssetDto>> Handle(CreateDemoFilmCommand request, CancellationToken cancellationToken)
    {
        var planted = await planting.PlantAsync(request.Pictures, request.Script, cancellationToken);
        return planted.Error is { } refused ? refused : await reader.ShowAsync(planted.Value.Id, cancellationToken);
    }
}
