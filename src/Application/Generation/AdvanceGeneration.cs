using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Generation;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Generation;

/// <summary>A worker's step: stores the intent to call the provider. Fenced by the claim.</summary>
[Requires(Permission.Generate)]
public sealed record BeginAttemptCommand(GenerationId Id, Guid Token) : ICommand<ProviderRequest>;

/// <summary>A worker's step: the provider has the work and is to be asked again later. Fenced by the claim.</summary>
/// <param name="Id">The generation.</param>
/// <param name="Token">The claim.</param>
/// <param name="ExternalId">The provider's own id for the work.</param>
/// <param name="LookAgainIn">When.</param>
/// <param name="Troubled">Whether this look came to nothing: the provider could not be asked, or the finished work not be fetched.</param>
[Requires(Permission.Generate)]
public sealed record AwaitGenerationCommand(GenerationId Id, Guid Token, string ExternalId, TimeSpan LookAgainIn, bool Troubled = false) : ICommand<Done>;

/// <summary>A worker's step: whether the provider has the work cannot be said yet; the attempt is reconciled again later. Fenced by the claim.</summary>
[Requires(Permission.Generate)]
public sealed record DeferGenerationCommand(GenerationId Id, Guid Token, TimeSpan LookAgainIn) : ICommand<Done>;

/// <summary>A worker's step: the attempt failed, the provider forgot the work, or its time is over. Fenced by the claim.</summary>
/// <param name="Id">The generation.</param>
/// <param name="Token">The claim.</param>
/// <param name="SubjectId">What it is made for, which is locked before the generation.</param>
/// <param name="Failure">The cause.</param>
/// <param name="Cost">What the provider says it cost; null when it says nothing.</param>
/// <param name="Expired">Whether nothing more will come of it.</param>
[Requires(Permission.Generate)]
public sealed record FailGenerationCommand(GenerationId Id, Guid Token, AssetId SubjectId, GenerationFailure Failure, Money? Cost, bool Expired = false) : ICommand<Done>;

internal sealed class AdvanceGenerationHandlers(
    IAssetRepository assets, IGenerationRepository generations, IGenerationQueue queue, IGenerationTurns turns, Budgeting budgeting, IActivityLog activity,
    IUnitOfWork unitOfWork, ISeedSource seeds, IIdSource ids, TimeProvider clock) :
    IRequestHandler<BeginAttemptCommand, Result<ProviderRequest>>, IRequestHandler<AwaitGenerationCommand, Result<Done>>,
    IRequestHandler<DeferGenerationCommand, Result<Done>>, IRequestHandler<FailGenerationCommand, Result<Done>>
{
    /// <summary>Never asked again sooner: a provider that says "now" is not asked in a loop.</summary>
    private static readonly TimeSpan Soonest = TimeSpan.FromMilliseconds(50);

    public async Task<Result<ProviderRequest>> Handle(BeginAttemptCommand request, CancellationToken cancellationToken)
    {
        if (await generations.FindHeldAsync(request.Id, request.Token, cancellationToken) is not { } run) return GenerationErrors.ClaimLost;
        var before = run.Status;
        var attempt = run.BeginAttempt(new AttemptId(ids.Next()), clock.GetUtcNow());
        if (attempt.Error is { } refused) return refused;
        activity.Note(run, before);
        return ProviderRequests.Of(run, attempt.Value);
    }

    public async Task<Result<Done>> Handle(AwaitGenerationCommand request, CancellationToken cancellationToken)
    {
        if (await generations.FindHeldAsync(request.Id, request.Token, cancellationToken) is not { } run) return GenerationErrors.ClaimLost;
        var before = run.Status;
        var now = clock.GetUtcNow();
        var done = before is GenerationStatus.Running ? run.StillRunning(now, request.Troubled) : run.Accepted(request.ExternalId, now);
        if (done.Error is { } refused) return refused;
        if (before != run.Status) activity.Note(run, before);
        await unitOfWork.FlushAsync(cancellationToken);
        await queue.EnqueueAsync([run.Id], Until(run, request.LookAgainIn, now), cancellationToken);
        return Done.Ok;
    }

    public async Task<Result<Done>> Handle(DeferGenerationCommand request, CancellationToken cancellationToken)
    {
        if (await generations.FindHeldAsync(request.Id, request.Token, cancellationToken) is not { } run) return GenerationErrors.ClaimLost;
        var now = clock.GetUtcNow();
        if (run.StillUnclear(now).Error is { } refused) return refused;
        await unitOfWork.FlushAsync(cancellationToken);
        await queue.EnqueueAsync([run.Id], Until(run, request.LookAgainIn, now), cancellationToken);
        return Done.Ok;
    }

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
        if (pause.Value is not null && run.CostAmount > cost && branch is [var root, ..]
            && await budgeting.CheckAgainAsync(root, run.Currency, cancellationToken) is { } over
            && run.GiveUp(over.Message, now).Error is { } odd) return odd;
        activity.Note(run, before);
        await unitOfWork.FlushAsync(cancellationToken);
        if (run.Status is GenerationStatus.Queued) await turns.AskAsync([run], pause.Value ?? TimeSpan.Zero, cancellationToken);
        else await turns.LeaveAsync([run.Id], cancellationToken);
        return Done.Ok;
    }

    /// <summary>The next look is not later than the deadline, and not at once.</summary>
    private static TimeSpan Until(GenerationRun run, TimeSpan wished, DateTimeOffset now)
    {
        var left = run.DeadlineAt is { } deadline && deadline - now < wished ? deadline - now : wished;
        return left > Soonest ? left : Soonest;
    }
}
