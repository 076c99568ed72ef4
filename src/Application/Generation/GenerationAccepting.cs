using System.Text.Json;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Generation;

namespace Director.Application.Generation;

/// <summary>Accepts recipes for every command that does: row, record and queue in the transaction of the command.</summary>
internal sealed class GenerationAccepting(IGenerationRepository generations, IGenerationTurns turns, IActivityLog activity, IUnitOfWork unitOfWork, IIdSource ids)
{
    /// <summary>Accepts a recipe for an asset that is loaded and locked; the budgets have been asked (<see cref="Budgeting.CheckAsync"/>).</summary>
    internal Result<GenerationRun> Accept(Asset shot, Recipe recipe, Quote quote, Stamp stamp, int priority = 0, GenerationId? retryOf = null)
    {
        var accepted = GenerationRun.Accept(new GenerationId(ids.Next()), shot, recipe, quote, priority, stamp, retryOf);
        if (accepted.Error is not null) return accepted;
        generations.Add(accepted.Value);
        activity.Note(accepted.Value);
        return accepted;
    }

    /// <summary>Lets what was accepted wait for its turn.</summary>
    internal async Task QueueAsync(IReadOnlyCollection<GenerationRun> accepted, CancellationToken ct)
    {
        if (accepted.Count == 0) return;
        await unitOfWork.FlushAsync(ct);
        await turns.AskAsync(accepted, TimeSpan.Zero, ct);
    }
}

/// <summary>How a generation appears in the record.</summary>
internal static class GenerationRecord
{
    internal const string Subject = "generation";

    /// <summary>Notes where a generation stands now.</summary>
    internal static void Note(this IActivityLog log, GenerationRun run, GenerationStatus? before = null) =>
        log.Add(Subject, run.Id.Value, run.RootId.Value,
            before is { } was ? JsonSerializer.SerializeToElement(new { state = Name(was) }) : null,
            JsonSerializer.SerializeToElement(new { state = Name(run.Status), shotId = run.ShotId.Value, number = run.Number, takeId = run.TakeId?.Value, failureKind = run.FailureKind is { } k ? JsonNamingPolicy.CamelCase.ConvertName(k.ToString()) : null }));

    private static string Name(GenerationStatus status) => JsonNamingPolicy.CamelCase.ConvertName(status.ToString());
}
