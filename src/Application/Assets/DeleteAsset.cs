using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Assets;

/// <summary>Deletes softly, with everything below; can be undone.</summary>
[Requires(Permission.Edit)]
public sealed record DeleteAssetCommand(Guid Id, long? SeenVersion) : ICommand<Done>;

internal sealed class DeleteAssetHandler(IAssetRepository assets, ICaller caller, TimeProvider clock, IUnitOfWork unitOfWork) : IRequestHandler<DeleteAssetCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(DeleteAssetCommand request, CancellationToken cancellationToken)
    {
        var branch = await assets.FindBranchAsync(new AssetId(request.Id), cancellationToken);
        if (branch.LastOrDefault() is not { IsLive: true } asset) return AssetErrors.NotFound;
        if (asset.EnsureVersion(request.SeenVersion) is { } stale) return stale;
        var parent = branch.ElementAtOrDefault(branch.Count - 2);
        // The take that is in the film leaves it when it is deleted: that is choosing, whatever it is called.
        if (asset.Type.Numbered && parent?.SelectedChildId == asset.Id && !caller.Permissions.Contains(Permission.Select)) return AssetErrors.PickedByOthers;
        if (asset.Delete(parent, caller.Stamp(clock)).Error is { } refused) return refused;
        await unitOfWork.FlushAsync(cancellationToken);
        await assets.DeleteBelowAsync(asset.Id, cancellationToken);
        return Done.Ok;
    }
}
