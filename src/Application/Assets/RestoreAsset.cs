using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Assets;

/// <summary>Brings back what was deleted, with everything that went along.</summary>
[Requires(Permission.Edit)]
public sealed record RestoreAssetCommand(Guid Id) : ICommand<AssetDto>;

internal sealed class RestoreAssetHandler(IAssetRepository assets, IAssetReader reader, IUnitOfWork unitOfWork, ICaller caller, TimeProvider clock)
    : IRequestHandler<RestoreAssetCommand, Result<AssetDto>>
{
    public async Task<Result<AssetDto>> Handle(RestoreAssetCommand request, CancellationToken cancellationToken)
    {
        var branch = await assets.FindBranchAsync(new AssetId(request.Id), cancellationToken);
        if (branch.LastOrDefault() is not { } asset) return AssetErrors.NotFound;
        if (asset.Restore(branch.ElementAtOrDefault(branch.Count - 2), caller.Stamp(clock)).Error is { } refused) return refused;
        await unitOfWork.FlushAsync(cancellationToken);
        await assets.RestoreBelowAsync(asset.Id, cancellationToken);
        return await reader.ShowAsync(asset.Id, cancellationToken);
    }
}
