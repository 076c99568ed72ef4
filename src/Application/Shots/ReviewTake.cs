using Director.Application.Assets;
using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Films;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Shots;

/// <summary>Says what a review found; a null verdict takes it back.</summary>
[Requires(Permission.Review)]
public sealed record ReviewTakeCommand(Guid TakeId, string? Verdict, string? Notes, long? SeenVersion) : ICommand<AssetDto>;

internal sealed class ReviewTakeHandler(IAssetRepository assets, IAssetReader reader, IUnitOfWork unitOfWork, ICaller caller, TimeProvider clock)
    : IRequestHandler<ReviewTakeCommand, Result<AssetDto>>
{
    public async Task<Result<AssetDto>> Handle(ReviewTakeCommand request, CancellationToken cancellationToken)
    {
        var take = await assets.LiveAsync(request.TakeId, cancellationToken, request.SeenVersion, "shot_take", FilmErrors.TakeNotFound);
        if (take.Error is { } missing) return missing;
        if (take.Value.Review(request.Verdict, request.Notes, caller.Stamp(clock)).Error is { } refused) return refused;
        await unitOfWork.FlushAsync(cancellationToken);
        return await reader.ShowAsync(take.Value.Id, cancellationToken);
    }
}
