using System.Text.Json;
using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Assets;

/// <summary>Changes what a merge patch mentions. The caller says which version it saw.</summary>
[Requires(Permission.Edit)]
public sealed record UpdateAssetCommand(Guid Id, JsonElement Patch, long? SeenVersion) : ICommand<AssetDto>;

internal sealed class UpdateAssetHandler(IAssetRepository assets, IAssetReader reader, IUnitOfWork unitOfWork, ICaller caller, TimeProvider clock)
    : IRequestHandler<UpdateAssetCommand, Result<AssetDto>>
{
    public async Task<Result<AssetDto>> Handle(UpdateAssetCommand request, CancellationToken cancellationToken)
    {
        if (request.SeenVersion is null) return AssetErrors.VersionRequired;
        var asset = await assets.LiveAsync(request.Id, cancellationToken, request.SeenVersion);
        if (asset.Error is { } missing) return missing;
        var change = AssetPatches.Read(request.Patch, asset.Value);
        if (change.Error is { } unread) return unread;
        if (asset.Value.Change(change.Value, caller.Stamp(clock)).Error is { } refused) return refused;
        await unitOfWork.FlushAsync(cancellationToken);
        return await reader.ShowAsync(asset.Value.Id, cancellationToken);
    }
}
