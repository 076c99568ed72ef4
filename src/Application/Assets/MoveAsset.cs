using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Assets;

/// <summary>Moves an asset to another place or another parent.</summary>
/// <param name="Id">Which one.</param>
/// <param name="ParentId">The new parent; null: it stays where it is.</param>
/// <param name="After">Behind this sibling.</param>
/// <param name="Before">In front of this sibling; with neither it goes to the end.</param>
/// <param name="SeenVersion">The version the caller saw, if it says.</param>
[Requires(Permission.Edit)]
public sealed record MoveAssetCommand(Guid Id, Guid? ParentId, Guid? After, Guid? Before, long? SeenVersion) : ICommand<AssetDto>;

internal sealed class MoveAssetHandler(
    IAssetRepository assets, AssetPlacing placing, IAssetReader reader, IUnitOfWork unitOfWork, ICaller caller, TimeProvider clock)
    : IRequestHandler<MoveAssetCommand, Result<AssetDto>>
{
    public async Task<Result<AssetDto>> Handle(MoveAssetCommand request, CancellationToken cancellationToken)
    {
        var seen = await reader.GetAsync(new AssetId(request.Id), cancellationToken);
        if (seen is null) return AssetErrors.NotFound;
        var parentId = request.ParentId ?? seen.ParentId;

        // The root, the new parent and the asset itself, locked in one statement, ancestors first.
        var wanted = new List<AssetId> { new(request.Id), new(seen.RootId) };
        if (parentId is { } p) wanted.Add(new AssetId(p));
        var loaded = await assets.FindAllAsync(wanted, cancellationToken);
        if (!loaded.TryGetValue(new AssetId(request.Id), out var asset) || !asset.IsLive) return AssetErrors.NotFound;
        if (asset.EnsureVersion(request.SeenVersion) is { } stale) return stale;
        Asset? parent = null;
        if (parentId is { } at && !loaded.TryGetValue(new AssetId(at), out parent)) return AssetErrors.ParentNotFound;
        if (parent is not null && await assets.IsWithinAsync(parent.Id, asset.Id, cancellationToken)) return AssetErrors.ParentIsDescendant;
        if (request.After == request.Id || request.Before == request.Id) return AssetErrors.NotASibling(request.After == request.Id ? "after" : "before");

        var position = await placing.PositionAsync(parent?.Id, asset.Type, request.After, request.Before, cancellationToken);
        if (position.Error is { } nowhere) return nowhere;
        var rootBefore = asset.RootId;
        if (asset.Move(parent, position.Value, caller.Stamp(clock)).Error is { } refused) return refused;
        await unitOfWork.FlushAsync(cancellationToken);
        if (asset.RootId != rootBefore) await assets.RerootBelowAsync(asset.Id, asset.RootId, cancellationToken);
        return await reader.ShowAsync(asset.Id, cancellationToken);
    }
}
