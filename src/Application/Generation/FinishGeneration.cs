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
/// The one way a generation becomes a take or a reference image. Fenced by the claim and by the state, so that a second report of the same
/// result, late or from another worker, changes nothing. The files lie in the store already.
/// </summary>
[Requires(Permission.Generate)]
public sealed record FinishGenerationCommand(GenerationId Id, Guid Token, AssetId SubjectId, IReadOnlyList<Media> Outputs, Money Cost) : ICommand<Done>;

internal sealed class FinishGenerationHandler(
    IAssetRepository assets, IGenerationRepository generations, IGenerationTurns turns, MediaChildren children, AssetPlacing placing, Budgeting budgeting,
    IActivityLog activity, ICrewMessages messages, IUnitOfWork unitOfWork, ICaller caller, IIdSource ids, TimeProvider clock) : IRequestHandler<FinishGenerationCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(FinishGenerationCommand request, CancellationToken cancellationToken)
    {
        // Assets are locked before generations, the film first.
        var branch = await assets.FindBranchAsync(request.SubjectId, cancellationToken);
        if (await generations.FindHeldAsync(request.Id, request.Token, cancellationToken) is not { } run) return GenerationErrors.ClaimLost;
        if (branch.LastOrDefault() is not { } subject || subject.Id != run.ShotId) return GenerationErrors.ClaimLost;
        var (before, cost) = (run.Status, run.CostAmount);
        var charge = run.ChargeFor(request.Cost, true, budgeting.RateInto(run.Currency));
        var stamp = caller.Stamp(clock);
        if (!subject.IsLive)
        {
            var orphan = new GenerationFailure(FailureKind.ReferenceUnavailable, $"The {subject.Type.Label.ToLowerInvariant()} was deleted while this was being made. Restore it and try again.");
            if (run.Fail(orphan, charge, stamp.At).Error is { } no) return no;
        }
        else
        {
            // What came of it costs what all its attempts have cost.
            var total = run.CostAmount + charge.Cost.Amount;
            var made = run.Makes is GenerationProduct.Take
                ? await TakeAsync(run, subject, request.Outputs, total, stamp, cancellationToken)
                : await ImageAsync(run, subject, request.Outputs, total, stamp, cancellationToken);
            if (made.Error is { } refused) return refused;
            if (run.Succeed(made.Value.Id, charge, stamp.At).Error is { } late) return late;
        }

        CostKeeping.Keep(subject, run, cost);
        await unitOfWork.FlushAsync(cancellationToken);
        await turns.LeaveAsync([run.Id], cancellationToken);
        activity.Note(run, before);
        await messages.TellEndedAsync(run, false, cancellationToken);
        return Done.Ok;
    }

    private async Task<Result<Asset>> TakeAsync(GenerationRun run, Asset shot, IReadOnlyList<Media> outputs, decimal cost, Stamp stamp, CancellationToken ct)
    {
        var type = AssetTypes.Of<ShotTakeDetails>();
        var position = await placing.PositionAsync(shot.Id, type, null, null, ct);
        if (position.Error is { } nowhere) return nowhere;
        var details = new ShotTakeDetails { Source = "generated", Recipe = run.Recipe.ForTake(), ParentTakeId = run.Recipe.ParentTakeId };
        var made = Asset.Create(run.WorkspaceId, new AssetId(ids.Next()), type, $"Take {run.Number}", shot, position.Value, details, stamp, run.Number);
        if (made.Error is not null) return made;
        var take = made.Value;
        if (take.Change(new AssetChange { Source = "generated" }, stamp).Error is { } unfit) return unfit;
        if (cost > 0) take.Costs(cost, run.Currency);
        assets.Add(take);
        await unitOfWork.FlushAsync(ct);
        await generations.KeepSourcesAsync(take.Id, take.RootId, run.Recipe.Sources, ct);
        var main = await ChildrenAsync(take, outputs, stamp, ct);
        if (main.Error is not null) return main;
        take.MainOutput(main.Value, stamp);
        return take;
    }

    /// <summary>An image below the character, location, prop or style; the first of all is its key image, which a person may change.</summary>
    private async Task<Result<Asset>> ImageAsync(GenerationRun run, Asset subject, IReadOnlyList<Media> outputs, decimal cost, Stamp stamp, CancellationToken ct)
    {
        var main = await ChildrenAsync(subject, outputs, stamp, ct);
        if (main.Error is not null) return main;
        if (cost > 0) main.Value.Costs(cost, run.Currency);
        if (subject.SelectedChildId is null) subject.MainOutput(main.Value, stamp);
        return main;
    }

    private async Task<Result<Asset>> ChildrenAsync(Asset parent, IReadOnlyList<Media> outputs, Stamp stamp, CancellationToken ct)
    {
        Asset? main = null;
        foreach (var media in outputs)
        {
            var child = await children.AddAsync(parent, media, "generated", stamp, ct);
            if (child.Error is not null) return child;
            main ??= child.Value;
        }

        return main is null ? GenerationErrors.ClaimLost : main;
    }
}
