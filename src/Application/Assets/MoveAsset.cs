using Director.Application.Common;
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

internal sealed class MoveAssetHandler(Moving moving, AssetPlacing placing, IAssetReader reader) : IRequestHandler<MoveAssetCommand, Result<AssetDto>>
{
    public async Task<Result<AssetDto>> Handle(MoveAssetCommand request, CancellationToken cancellationToken)
    {
        if (await reader.GetAsync(new AssetId(request.Id), cancellationToken) is not { } seen) return AssetErrors.NotFound;
        if (request.After == request.Id || request.Before == request.Id) return AssetErrors.NotASibling(request.After == request.Id ? "after" : "before");
        var moved = await moving.MoveAsync(
            request.Id, request.ParentId ?? seen.ParentId,
            parent => placing.PositionAsync(parent?.Id, AssetTypes.Get(seen.Type), request.After, request.Before, cancellationToken), request.SeenVersion, cancellationToken);
        return moved.Error is { } refused ? refused : await reader.ShowAsync(moved.Value.Id, cancellationToken);
    }
}
