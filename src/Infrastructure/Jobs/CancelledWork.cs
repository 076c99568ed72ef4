using Director.Application.Generation;
using Director.Domain.Generation;
using Microsoft.Extensions.Logging;

namespace Director.Infrastructure.Jobs;

/// <summary>Tells the provider that work was taken back, and hears what it cost nevertheless.</summary>
internal sealed class CancelledWork(StepScope step, IGenerationProvider provider, ILogger log)
{
    /// <summary>Of a generation that was cancelled while the provider had it, or may have had it.</summary>
    internal async Task TellAsync(Facts facts, CancellationToken ct)
    {
        if (facts.Last is not { } last) return;
        var work = facts.Work;
        if (work is null && !provider.FreeToRepeat)
        {
            // Cancelled during the call: only the provider knows whether it arrived.
            switch (await ProviderCalls.ReconcileAsync(provider, last, ct))
            {
                case ProviderAnswer.Working working: work = new ProviderWork(working.ExternalId, last); break;
                case ProviderAnswer.Ready ready: work = new ProviderWork(ready.ExternalId, last); break;
                case ProviderAnswer.Forgotten: await CorrectAsync(facts, last, null, ct); break;
            }
        }

        if (work is null) return;
        if (!await ProviderCalls.CancelAsync(provider, work, ct)) log.LogWarning("{Provider} could not be told that generation {GenerationId} was cancelled", provider.Slug, step.Generation.Value);
        if (!facts.CostAssumed) return;
        var end = await ProviderCalls.PollAsync(provider, work, ct);
        var cost = end switch
        {
            ProviderAnswer.Ready ready => ready.Cost,
            ProviderAnswer.Refused refused => refused.Cost,
            ProviderAnswer.Finished finished => finished.Cost,
            _ => null,
        };
        if (end is ProviderAnswer.Finished { Outputs: var unwanted }) foreach (var output in unwanted) await output.DisposeAsync();
        if (cost is not null) await CorrectAsync(facts, last, cost, ct);
    }

    /// <summary>The provider took work whose generation was cancelled meanwhile; when another worker has it instead, that one knows what to do.</summary>
    internal async Task OrphanAsync(ProviderWork work, CancellationToken ct)
    {
        if (await step.FactsAsync(ct) is { Status: GenerationStatus.Cancelled }) await ProviderCalls.CancelAsync(provider, work, ct);
    }

    private async Task CorrectAsync(Facts facts, ProviderRequest last, Money? cost, CancellationToken ct) =>
        await step.SendAsync(new CorrectChargeCommand(step.Generation, facts.SubjectId, last.Attempt, cost ?? Money.Free("USD")), ct);
}
