using Director.Application.Generation;
using Director.Domain.Generation;
using Microsoft.Extensions.Logging;

namespace Director.Infrastructure.Jobs;

/// <summary>Brings finished work into the house: files into the store, then the one command that makes the take.</summary>
internal sealed class FinishedWork(StepScope step, ILogger log)
{
    internal async Task StoreAsync(Facts facts, ProviderAnswer.Finished finished, Guid token, CancellationToken ct)
    {
        var files = new List<Domain.Assets.Media>();
        foreach (var output in finished.Outputs)
        {
            await using (output)
            {
                var kept = await step.KeepAsync(output, ct);
                if (kept.Error is { } bad)
                {
                    await FailAsync(facts, token, bad.Message, finished.Cost, ct);
                    return;
                }

                files.Add(kept.Value);
            }
        }

        if (files.Count == 0)
        {
            await FailAsync(facts, token, "The provider answered with nothing.", finished.Cost, ct);
            return;
        }

        var done = await step.SendAsync(new FinishGenerationCommand(step.Generation, token, facts.SubjectId, files, finished.Cost), ct);
        if (done.Error is { } refused) log.LogInformation("Generation {GenerationId} was not finished: {ErrorCode}", step.Generation.Value, refused.Code);
    }

    private async Task FailAsync(Facts facts, Guid token, string why, Money cost, CancellationToken ct) =>
        await step.SendAsync(new FailGenerationCommand(step.Generation, token, facts.SubjectId,
            new GenerationFailure(FailureKind.CorruptOutput, why, Retryable: true, Billable: cost.Amount > 0), cost), ct);
}
