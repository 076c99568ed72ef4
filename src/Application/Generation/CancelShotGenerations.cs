using Director.Application.Common;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Generation;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Generation;

/// <summary>Takes back everything of a shot, or of another asset, that has not ended.</summary>
[Requires(Permission.Generate)]
public sealed record CancelShotGenerationsCommand(Guid ShotId) : ICommand<CancelledDto>;

internal sealed class CancelShotGenerationsHandler(
    IAssetRepository assets, IGenerationRepository generations, GenerationCancelling cancelling)
    : IRequestHandler<CancelShotGenerationsCommand, Result<CancelledDto>>
{
    public async Task<Result<CancelledDto>> Handle(CancelShotGenerationsCommand request, CancellationToken cancellationToken)
    {
        if (await assets.FindAsync(new AssetId(request.ShotId), cancellationToken) is not { IsLive: true, Type.Slug: "shot" } shot) return AssetErrors.NotA("shot");
        var pending = await generations.PendingOfShotAsync(shot.Id, cancellationToken);
        var cancelled = await cancelling.CancelAsync(pending, [shot], cancellationToken);
        return cancelled.Then<CancelledDto>(_ => new CancelledDto(pending.Count));
    }
}
