using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Generation;

namespace Director.Application.Generation;

/// <summary>Cancels for both commands.</summary>
internal sealed class GenerationCancelling(IGenerationQueue queue, IActivityLog activity, IUnitOfWork unitOfWork, TimeProvider clock)
{
    internal async Task<Result<Done>> CancelAsync(IReadOnlyList<GenerationRun> runs, CancellationToken ct)
    {
        foreach (var run in runs)
        {
            var before = run.Status;
            if (run.Cancel(clock.GetUtcNow()).Error is { } refused) return refused;
            activity.Note(run, before);
        }

        await unitOfWork.FlushAsync(ct);
        // A last step tells the provider; outside this transaction, like every call.
        var away = runs.Where(r => r.ExternalId is not null).Select(r => r.Id).ToList();
        if (away.Count > 0) await queue.EnqueueAsync(away, TimeSpan.Zero, ct);
        return Done.Ok;
    }
}
