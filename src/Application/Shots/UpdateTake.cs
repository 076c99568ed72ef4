using Director.Application.Assets;
using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Films;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Shots;

/// <summary>Circles, rates, notes or rejects a take; what is null stays.</summary>
[Requires(Permission.Review)]
public sealed record UpdateTakeCommand(Guid TakeId, bool? Circled, int? Rating, string? Notes, bool? Rejected, long? SeenVersion) : ICommand<AssetDto>;

internal sealed class UpdateTakeHandler(IAssetRepository assets, IAssetReader reader, IUnitOfWork unitOfWork, ICaller caller, TimeProvider clock)
    : IRequestHandler<UpdateTakeCommand, Result<AssetDto>>
{
    public async Task<Result<AssetDto>> Handle(UpdateTakeCommand request, CancellationToken cancellationToken)
    {
        var take = await assets.LiveAsync(request.TakeId, cancellationToken, request.SeenVersion, "shot_take", FilmErrors.TakeNotFound);
        if (take.Error is { } missing) return missing;
        var marked = new Take(take.Value).Mark(request.Circled, request.Rating, request.Notes, request.Rejected, caller.Stamp(clock));
        if (marked.Error is { } refused) return refused;
        await unitOfWork.FlushAsync(cancellationToken);
        return await reader.ShowAsync(take.Value.Id, cancellationToken);
    }
}
