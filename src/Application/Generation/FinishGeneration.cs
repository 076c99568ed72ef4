using Director.Application.Assets;
using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Application.MediaFiles;
using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Common;
using Director.Domain.Generation;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Generation;

/// <summary>
/// The one way a generation becomes a take. Fenced by the claim and by the state, so that a second report of the same result, late or from
/// another worker, changes nothing. The files lie in the store already.
/// </summary>
[Requires(Permission.Generate)]
public sealed record FinishGenerationCommand(GenerationId Id, Guid Token, Guid ShotId, IReadOnlyList<Media> Outputs, Money Cost) : ICommand<Done>;

internal sealed class FinishGenerationHandler(
    IAssetRepository assets, IGenerationRepository generations, MediaChildren children, AssetPlacing placing, IActivityLog activity, IUnitOfWork unitOfWork,
    ICaller caller, IIdSource ids, TimeProvider clock) : IRequestHandler<FinishGenerationCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(FinishGenerationCommand request, CancellationToken cancellationToken)
    {
        // Assets are locked before generations, the film first.
        var branch = await assets.FindBranchAsync(new AssetId(request.ShotId), cancellationToken);
        if (await generations.FindHeldAsync(request.Id, request.Token, cancellationToken) is not { } run) return GenerationErrors.ClaimLost;
        if (branch.LastOrDefault() is not { } shot || shot.Id != run.ShotId) return GenerationErrors.ClaimLost;
        var before = run.Status;
        var stamp = caller.Stamp(clock);
        if (!shot.IsLive)
        {
            var orphan = new GenerationFailure(FailureKind.ReferenceUnavailable, "The shot was deleted while its take was being made. Restore the shot and try again.");
            if (run.Fail(orphan, request.Cost, stamp.At).Error is { } no) return no;
            activity.Note(run, before);
            return Done.Ok;
        }

        var take = await TakeAsync(run, shot, request, stamp, cancellationToken);
        if (take.Error is { } refused) return refused;
        if (run.Succeed(take.Value.Id, request.Cost, stamp.At).Error is { } late) return late;
        await unitOfWork.FlushAsync(cancellationToken);
        activity.Note(run, before);
        return Done.Ok;
    }

    private async Task<Result<Asset>> TakeAsync(GenerationRun run, Asset shot, FinishGenerationCommand request, Stamp stamp, CancellationToken ct)
    {
        var type = AssetTypes.Of<ShotTakeDetails>();
        var position = await placing.PositionAsync(shot.Id, type, null, null, ct);
        if (position.Error is { } nowhere) return nowhere;
        var details = new ShotTakeDetails { Source = "generated", Recipe = run.Recipe.ForTake(), ParentTakeId = run.Recipe.ParentTakeId };
        var made = Asset.Create(run.WorkspaceId, new AssetId(ids.Next()), type, $"Take {run.Number}", shot, position.Value, details, stamp, run.Number);
        if (made.Error is not null) return made;
        var take = made.Value;
        if (take.Change(new AssetChange { Source = "generated" }, stamp).Error is { } unfit) return unfit;
        if (request.Cost.Amount > 0)
        {
            take.Costs(request.Cost.Amount, request.Cost.Currency);
            shot.Costs(request.Cost.Amount, request.Cost.Currency);
        }

        assets.Add(take);
        await unitOfWork.FlushAsync(ct);
        Asset? main = null;
        foreach (var media in request.Outputs)
        {
            var child = await children.AddAsync(take, media, "generated", stamp, ct);
            if (child.Error is not null) return child;
            main ??= child.Value;
        }

        if (main is not null) take.MainOutput(main, stamp);
        return take;
    }
}
