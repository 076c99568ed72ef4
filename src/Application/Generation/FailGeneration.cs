using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Generation;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Generation;

/// <summary>A worker's step: the attempt failed, the provider forgot the work, or its time is over. Fenced by the claim.</summary>
/// <param name="Id">The generation.</param>
/// <param name="Token">The claim.</param>
/// <param name="SubjectId">What it is made for, which is locked before the generation.</param>
/// <param name="Failure">The cause.</param>
/// <param name="Cost">What the provider says it cost; null when it says nothing.</param>
/// <param name="Expired">Whether nothing more will come of it.</param>
[Requires(Permission.Generate)]
public sealed record FailGenerationCommand(GenerationId Id, Guid Token, AssetId SubjectId, GenerationFailure Failure, Money? Cost, bool Expired = false) : ICommand<Done>;

internal sealed class FailGenerationHandler(
    IAssetRepository assets, IGenerationRepository generations, IGenerationTurns turns, Budgeting budgeting, IActivityLog activity, ICrewMessages messages, IUnitOfWork unitOfWork, ISeedSource seeds,
    TimeProvider clock)
    : IRequestHandler<FailGenerationCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(FailGenerationCommand request, CancellationToken cancellationToken)
    {
        var branch = await assets.FindBranchAsync(request.SubjectId, cancellationToken);
        if (await generations.FindHeldAsync(request.Id, request.Token, cancellationToken) is not { } run) return GenerationErrors.ClaimLost;
        var (before, cost, now) = (run.Status, run.CostAmount, clock.GetUtcNow());
        var charge = run.ChargeFor(request.Cost, request.Failure.Billable, budgeting.RateInto(run.Currency));
        var pause = request.Expired
            ? run.Expire(request.Failure.Message, charge, now, request.Failure.Kind).Then<TimeSpan?>(_ => (TimeSpan?)null)
            : run.Fail(request.Failure, charge, now, seeds.Next() % 1_000 / 1_000d);
        if (pause.Error is { } refused) return refused;
        CostKeeping.Keep(branch.LastOrDefault(), run, cost);
        await unitOfWork.FlushAsync(cancellationToken);

        // What this attempt has cost is gone; the next one has to fit beside it.
        Error? over = null;
        if (pause.Value is not null && run.CostAmount > cost && branch is [var root, ..]
            && (over = await budgeting.CheckAgainAsync(root, run.Currency, cancellationToken)) is not null
            && run.GiveUp(over.Message, now).Error is { } odd) return odd;
        activity.Note(run, before);
        await unitOfWork.FlushAsync(cancellationToken);
        if (run.Status is GenerationStatus.Queued) await turns.AskAsync([run], pause.Value ?? TimeSpan.Zero, cancellationToken);
        else await turns.LeaveAsync([run.Id], cancellationToken);
        await messages.TellEndedAsync(run, over is not null, cancellationToken);
        return Done.Ok;
    }
}
