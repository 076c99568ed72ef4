using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Assets;

/// <summary>Chooses the one child of an asset, or none: a shot's take, a take's main media, a character's key image.</summary>
[Requires(Permission.Select)]
public sealed record SelectChildCommand(Guid Id, Guid? ChildId, string? Reason, long? SeenVersion) : ICommand<AssetDto>;

internal sealed class SelectChildHandler(Selecting selecting, IAssetReader reader) : IRequestHandler<SelectChildCommand, Result<AssetDto>>
{
    public async Task<Result<AssetDto>> Handle(SelectChildCommand request, CancellationToken cancellationToken)
    {
        var chosen = await selecting.SelectAsync(request.Id, null, request.ChildId, AssetErrors.PickNotAChild, request.Reason, request.SeenVersion, cancellationToken);
        return chosen.Error is { } refused ? refused : await reader.ShowAsync(chosen.Value.Id, cancellationToken);
    }
}

/// <summary>The one way a pick is made, whichever path asks for it.</summary>
internal sealed class Selecting(IAssetRepository assets, IUnitOfWork unitOfWork, ICaller caller, TimeProvider clock)
{
    /// <param name="ownerId">Whose pick.</param>
    /// <param name="ownerType">The type the path promises; null: any.</param>
    /// <param name="childId">The child; null clears.</param>
    /// <param name="notAChild">How to refuse a child that is another's.</param>
    /// <param name="reason">Why, if said.</param>
    /// <param name="seen">The version the caller saw, if said.</param>
    /// <param name="ct">Cancels.</param>
    internal async Task<Result<Asset>> SelectAsync(Guid ownerId, string? ownerType, Guid? childId, Error notAChild, string? reason, long? seen, CancellationToken ct)
    {
        var ids = new List<AssetId> { new(ownerId) };
        if (childId is { } c) ids.Add(new AssetId(c));
        // A take's main output shows on its shot as well; loaded together, so that rows are locked ancestors first.
        if (ownerType is null && await assets.ParentOfAsync(new AssetId(ownerId), ct) is { } above) ids.Add(above);
        var loaded = await assets.FindAllAsync(ids, ct);
        if (!loaded.TryGetValue(new AssetId(ownerId), out var owner) || !owner.IsLive || (ownerType is not null && owner.Type.Slug != ownerType))
            return ownerType == "shot" ? Domain.Films.FilmErrors.ShotNotFound : AssetErrors.NotFound;
        if (owner.EnsureVersion(seen) is { } stale) return stale;

        Asset? child = null;
        if (childId is { } wanted && (!loaded.TryGetValue(new AssetId(wanted), out child) || !child.IsLive))
            return notAChild with { Code = AssetErrors.NotFound.Code, Kind = ErrorKind.NotFound, Message = "There is no such asset.", Fields = [.. notAChild.Fields.Select(f => f with { Reason = "There is no such asset." })] };
        if (child is not null && child.ParentId != owner.Id) return notAChild;
        if (owner.SelectChild(child, reason, caller.Stamp(clock)).Error is { } refused) return refused;
        await unitOfWork.FlushAsync(ct);

        if (owner.ParentId is { } shotId && loaded.TryGetValue(shotId, out var shot) && shot.SelectedChildId == owner.Id)
        {
            shot.KeepPick(owner);
            await unitOfWork.FlushAsync(ct);
        }

        return owner;
    }
}
