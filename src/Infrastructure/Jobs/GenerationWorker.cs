using Director.Application.Common.Ports;
using Director.Application.Generation;
using Director.Domain.Common;
using Director.Domain.Generation;
using Director.Domain.Workspaces;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Director.Infrastructure.Jobs;

/// <summary>
/// Takes one step of a generation: claim it, store the intent, call the provider outside any transaction, store the answer. Every write
/// carries the claim's token, so a worker that slept too long changes nothing any more.
/// </summary>
internal sealed class GenerationWorker(IServiceScopeFactory scopes, IIdSource ids, TimeProvider clock, ILogger<GenerationWorker> log)
{
    /// <summary>How long a claim lasts without a heartbeat, by the database's clock.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    /// <summary>How often an attempt may break off before the provider has it, until somebody has to look.</summary>
    private const int MostInterruptions = 4;

    internal async Task StepAsync(WorkspaceId workspace, GenerationId id, CancellationToken ct)
    {
        var unclaimed = new StepScope(scopes, workspace, default, "", id);
        if (await unclaimed.FactsAsync(ct) is not { } facts)
        {
            await unclaimed.ForgetAsync(ct);
            return;
        }

        var step = new StepScope(scopes, workspace, facts.CreatedBy, facts.CreatedByName, id);
        if (facts.Status is GenerationStatus.Cancelled && await step.ProviderAsync(facts.Provider, ct) is { } told) await new CancelledWork(step, told, log).TellAsync(facts, ct);
        if (facts.Status.IsTerminal()) return;
        var token = ids.Next();
        if (!await step.ClaimAsync(token, ct)) return;
        try
        {
            await AdvanceAsync(step, token, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The process stops: the lease runs out, and whoever comes next finds what is stored.
        }
    }

    private async Task AdvanceAsync(StepScope step, Guid token, CancellationToken ct)
    {
        // Read again: between the first look and the claim another worker may have moved it on.
        if (await step.FactsAsync(ct) is not { } facts || facts.Status.IsTerminal()) return;
        if (await step.ProviderAsync(facts.Provider, ct) is not { } provider)
        {
            await FailAsync(step, facts, token, new GenerationFailure(FailureKind.InvalidInput, $"The provider {facts.Provider} is not there any more."), null, ct);
            return;
        }

        await using var heart = new Heartbeat(beat => step.RenewAsync(token, beat), e => log.LogWarning(e, "The heartbeat of generation {GenerationId} stopped", step.Generation.Value), ct);
        try
        {
            if (facts.DeadlineAt <= clock.GetUtcNow()) await ExpireAsync(step, facts, provider, token, heart.Token);
            else await StoreAsync(step, facts, provider, await AskAsync(step, facts, provider, token, heart.Token), token, heart.Token);
        }
        catch (OperationCanceledException) when (heart.Token.IsCancellationRequested)
        {
            ct.ThrowIfCancellationRequested();
            log.LogWarning("The claim on generation {GenerationId} was lost during a step", step.Generation.Value);
        }
        catch (ClaimLostException)
        {
            log.LogWarning("Another worker has generation {GenerationId}", step.Generation.Value);
        }
    }

    /// <summary>Asks the provider what is to be asked in this state.</summary>
    private async Task<Asked> AskAsync(StepScope step, Facts facts, IGenerationProvider provider, Guid token, CancellationToken ct)
    {
        // Also while it is being submitted: then the provider has called meanwhile and told its id.
        if (facts.Status is not GenerationStatus.Queued && facts.Work is { } work)
            return await LookAsync(step, facts, provider, work.Request, () => ProviderCalls.PollAsync(provider, work, ct), ct);
        if (facts.Status is GenerationStatus.Submitting && !provider.FreeToRepeat && facts.Last is { } lost)
        {
            // Somebody died between the intent and the answer. Paid work is never sent again blindly.
            var found = await LookAsync(step, facts, provider, lost, () => ProviderCalls.ReconcileAsync(provider, lost, ct), ct);
            if (found.Answer is not ProviderAnswer.Forgotten) return found;
            if (facts.Interrupted >= MostInterruptions)
                return new Asked(new ProviderAnswer.Refused(new GenerationFailure(FailureKind.Unknown, $"Handing it to {provider.Label} broke off {facts.Interrupted + 1} times before it arrived.")), lost);
        }

        var begun = await step.SendAsync(new BeginAttemptCommand(step.Generation, token), ct);
        if (begun.Error is { } refused) throw new ClaimLostException(refused.Code);
        try
        {
            return await FetchedAsync(step, facts, provider, begun.Value, await ProviderCalls.SubmitAsync(provider, begun.Value, ct), ct);
        }
        catch (Exception e) when (Broken(e, ct))
        {
            log.LogWarning(e, "Handing generation {GenerationId} to {Provider} broke off", step.Generation.Value, provider.Slug);
            return provider.FreeToRepeat
                ? new Asked(new ProviderAnswer.Refused(new GenerationFailure(FailureKind.Unknown, $"{provider.Label} failed unexpectedly ({e.GetType().Name}).", Retryable: true)), begun.Value)
                : new Asked(new ProviderAnswer.Unclear(ProviderCalls.LookAgain(0)), begun.Value);
        }
    }

    /// <summary>Looks at an attempt that has been made; a look that breaks says nothing about the work.</summary>
    private async Task<Asked> LookAsync(StepScope step, Facts facts, IGenerationProvider provider, ProviderRequest request, Func<Task<ProviderAnswer>> look, CancellationToken ct)
    {
        try
        {
            return await FetchedAsync(step, facts, provider, request, await look(), ct);
        }
        catch (Exception e) when (Broken(e, ct))
        {
            log.LogWarning(e, "Generation {GenerationId} could not be asked after at {Provider}", step.Generation.Value, provider.Slug);
            return Asked.Nothing(facts, request);
        }
    }

    private static async Task<Asked> FetchedAsync(StepScope step, Facts facts, IGenerationProvider provider, ProviderRequest request, ProviderAnswer answer, CancellationToken ct)
    {
        await step.ReportAsync(provider, answer, ct);
        if (answer is not ProviderAnswer.Ready ready) return new Asked(answer, request);
        ProviderAnswer? fetched;
        try
        {
            fetched = await ProviderCalls.FetchAsync(provider, new ProviderWork(ready.ExternalId, request), ready, facts.FailedLooks, ct);
        }
        catch (Exception e) when (Broken(e, ct))
        {
            fetched = null;
        }

        return fetched is null
            ? new Asked(new ProviderAnswer.Working(ready.ExternalId, ProviderCalls.LookAgain(facts.FailedLooks)), request) { Troubled = true }
            : new Asked(fetched, request);
    }

    private async Task StoreAsync(StepScope step, Facts facts, IGenerationProvider provider, Asked asked, Guid token, CancellationToken ct)
    {
        switch (asked.Answer)
        {
            case ProviderAnswer.Working working:
                var awaited = await step.SendAsync(new AwaitGenerationCommand(step.Generation, token, working.ExternalId, working.LookAgainIn, asked.Troubled), ct);
                if (awaited.Error is not null) await new CancelledWork(step, provider, log).OrphanAsync(new ProviderWork(working.ExternalId, asked.Request), ct);
                break;
            case ProviderAnswer.Unclear unclear:
                var late = unclear.LookAgainIn > ProviderCalls.LookAgain(facts.FailedLooks) ? unclear.LookAgainIn : ProviderCalls.LookAgain(facts.FailedLooks);
                await step.SendAsync(new DeferGenerationCommand(step.Generation, token, late), ct);
                break;
            case ProviderAnswer.Finished finished:
                await new FinishedWork(step, log).StoreAsync(facts, finished, token, ct);
                break;
            case ProviderAnswer.Refused refused:
                // What nobody can tell may have been charged.
                var failure = refused.Failure.Kind is FailureKind.Unknown && !provider.FreeToRepeat && facts.Status is not GenerationStatus.Queued
                    ? refused.Failure with { Billable = true, Retryable = false } : refused.Failure;
                await FailAsync(step, facts, token, failure, refused.Cost, ct);
                break;
            default:
                await step.SendAsync(new FailGenerationCommand(step.Generation, token, facts.SubjectId,
                    new GenerationFailure(FailureKind.Unknown, "The provider no longer knows this work.", Billable: !provider.FreeToRepeat), null, Expired: true), ct);
                break;
        }
    }

    private static async Task ExpireAsync(StepScope step, Facts facts, IGenerationProvider provider, Guid token, CancellationToken ct)
    {
        if (facts.Work is { } work) await ProviderCalls.CancelAsync(provider, work, ct);
        var begun = facts.Status is not GenerationStatus.Queued;
        var why = begun ? $"{provider.Label} did not finish in time." : $"It waited too long for its turn at {provider.Label}.";
        if (begun) await step.ReportAsync(provider, new ProviderAnswer.Refused(new GenerationFailure(FailureKind.Timeout, why)), ct);
        await step.SendAsync(new FailGenerationCommand(step.Generation, token, facts.SubjectId,
            new GenerationFailure(FailureKind.Timeout, why, Retryable: true, Billable: begun && !provider.FreeToRepeat), null, Expired: true), ct);
    }

    private static Task<Result<Done>> FailAsync(StepScope step, Facts facts, Guid token, GenerationFailure failure, Money? cost, CancellationToken ct) =>
        step.SendAsync(new FailGenerationCommand(step.Generation, token, facts.SubjectId, failure, cost), ct);

    private static bool Broken(Exception e, CancellationToken ct) => e is not (OutOfMemoryException or ClaimLostException) && !ct.IsCancellationRequested;

    /// <summary>What a provider said about which request.</summary>
    private sealed record Asked(ProviderAnswer Answer, ProviderRequest Request)
    {
        /// <summary>Whether the look came to nothing.</summary>
        internal bool Troubled { get; init; }

        internal static Asked Nothing(Facts facts, ProviderRequest request) =>
            facts.Work is { } work
                ? new Asked(new ProviderAnswer.Working(work.ExternalId, ProviderCalls.LookAgain(facts.FailedLooks)), request) { Troubled = true }
                : new Asked(new ProviderAnswer.Unclear(ProviderCalls.LookAgain(facts.FailedLooks)), request);
    }
}

/// <summary>Somebody else has the work.</summary>
internal sealed class ClaimLostException(string code) : Exception(code);
