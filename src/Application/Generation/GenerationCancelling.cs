using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Generation;

namespace Director.Application.Generation;

/// <summary>Cancels for all commands.</summary>
internal sealed class GenerationCancelling(IGenerationQueue queue, IGenerationTurns turns, IActivityLog activity, IUnitOfWork unitOfWork, TimeProvider clock)
{
    /// <summary>A worker hears within a heartbeat that it has lost the claim, and breaks its call off.</summary>
    private static readonly TimeSpan CallsLast = TimeSpan.FromSeconds(20);

    /// <summary>Cancels generations that are loaded and locked.</summary>
    /// <param name="runs">Which.</param>
    /// <param name="subjects">What they are made for, loaded and locked.</param>
    /// <param name="ct">Cancels.</param>
    internal async Task<Result<Done>> CancelAsync(IReadOnlyList<GenerationRun> runs, IReadOnlyList<Asset> subjects, CancellationToken ct)
    {
        var (away, unclear) = (new List<GenerationId>(), new List<GenerationId>());
        foreach (var run in runs)
        {
            var (before, cost) = (run.Status, run.CostAmount);
            if (run.Cancel(clock.GetUtcNow()).Error is { } refused) return refused;
            CostKeeping.Keep(subjects.FirstOrDefault(s => s.Id == run.ShotId), run, cost);
            activity.Note(run, before);
            if (before is not GenerationStatus.Queued) (run.ExternalId is null ? unclear : away).Add(run.Id);
        }

        await unitOfWork.FlushAsync(ct);
        await turns.LeaveAsync([.. runs.Select(r => r.Id)], ct);
        // A last step tells the provider; outside this transaction, like every call.
        if (away.Count > 0) await queue.EnqueueAsync(away, TimeSpan.Zero, ct);
        // The call may still be on its way: the provider can only be asked what it has when nothing can arrive any more.
        if (unclear.Count > 0) await queue.EnqueueAsync(unclear, CallsLast, ct);
        return Done.Ok;
    }
}
