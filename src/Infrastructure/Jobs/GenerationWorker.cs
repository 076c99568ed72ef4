using Director.Application.Common.Ports;
using Director.Application.Generation;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Generation;
using Director.Domain.Workspaces;
using Director.Infrastructure.Identity;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Director.Infrastructure.Jobs;

/// <summary>
/// Takes one step of a generation: claim it, store the intent, call the provider outside any transaction, store the answer. Every write
/// carries the claim's token, so a worker that slept too long changes nothing any more.
/// </summary>
internal sealed class GenerationWorker(IServiceScopeFactory scopes, IGenerationProviders providers, IIdSource ids, ILogger<GenerationWorker> log)
{
    /// <summary>How long a claim lasts without a heartbeat, by the database's clock.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    /// <summary>The most bytes one output may have.</summary>
    private const long OutputLimit = 2L * 1024 * 1024 * 1024;

    internal async Task StepAsync(WorkspaceId workspace, GenerationId id, CancellationToken ct)
    {
        if (await FactsAsync(workspace, id, ct) is not { } facts) return;
        if (facts.Status is GenerationStatus.Cancelled && facts.Work is { } away && providers.Find(facts.Provider) is { } told) await told.CancelAsync(away, ct);
        if (facts.Status.IsTerminal()) return;
        var actor = new Actor(workspace, facts.CreatedBy, facts.CreatedByName, id);
        var token = ids.Next();
        if (!await ClaimAsync(actor, token, ct)) return;
        try
        {
            await AdvanceAsync(actor, token, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The process stops: the lease runs out, and whoever comes next finds what is stored.
        }
    }

    private async Task AdvanceAsync(Actor actor, Guid token, CancellationToken ct)
    {
        // Read again: between the first look and the claim another worker may have moved it on.
        if (await FactsAsync(actor.Workspace, actor.Generation, ct) is not { } facts || facts.Status.IsTerminal()) return;
        if (providers.Find(facts.Provider) is not { } provider)
        {
            await FailAsync(actor, token, new GenerationFailure(FailureKind.InvalidInput, $"The provider {facts.Provider} is not there any more."), null, ct);
            return;
        }

        await using var heart = new Heartbeat(beat => RenewAsync(actor, token, beat), e => log.LogWarning(e, "The heartbeat of generation {GenerationId} stopped", actor.Generation.Value), ct);
        ProviderAnswer answer;
        try
        {
            (answer, var asked) = await AskAsync(facts, provider, actor, token, heart.Token);
            if (answer is ProviderAnswer.Ready ready) answer = await provider.FetchAsync(new ProviderWork(ready.ExternalId, asked), heart.Token);
            await StoreAsync(facts, answer, actor, token, heart.Token);
        }
        catch (OperationCanceledException) when (heart.Token.IsCancellationRequested)
        {
            ct.ThrowIfCancellationRequested();
            log.LogWarning("The claim on generation {GenerationId} was lost during a step", actor.Generation.Value);
        }
        catch (ClaimLostException)
        {
            log.LogWarning("Another worker has generation {GenerationId}", actor.Generation.Value);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            log.LogWarning(e, "A step of generation {GenerationId} at {Provider} failed", actor.Generation.Value, provider.Slug);
            await FailAsync(actor, token, new GenerationFailure(FailureKind.Unknown, $"{provider.Label} failed unexpectedly ({e.GetType().Name}).", Retryable: provider.FreeToRepeat), null, ct);
        }
    }

    private async Task<(ProviderAnswer Answer, ProviderRequest Asked)> AskAsync(Facts facts, IGenerationProvider provider, Actor actor, Guid token, CancellationToken ct)
    {
        // Also while it is being submitted: then the provider has called meanwhile and told its id.
        if (facts.Status is not GenerationStatus.Queued && facts.Work is { } work) return (await provider.PollAsync(work, ct), work.Request);
        if (facts.Status is GenerationStatus.Submitting && !provider.FreeToRepeat && facts.Last is { } lost)
        {
            // Somebody died between the intent and the answer. Paid work is never sent again blindly.
            var found = await provider.ReconcileAsync(lost, ct);
            if (found is not ProviderAnswer.Forgotten) return (found, lost);
        }

        var begun = await SendAsync(actor, new BeginAttemptCommand(actor.Generation, token), ct);
        return begun.Error is { } refused ? throw new ClaimLostException(refused.Code) : (await provider.SubmitAsync(begun.Value, ct), begun.Value);
    }

    private async Task StoreAsync(Facts facts, ProviderAnswer answer, Actor actor, Guid token, CancellationToken ct)
    {
        switch (answer)
        {
            case ProviderAnswer.Working working:
                await SendAsync(actor, new AwaitGenerationCommand(actor.Generation, token, working.ExternalId, working.LookAgainIn), ct);
                break;
            case ProviderAnswer.Unclear unclear:
                await SendAsync(actor, new DeferGenerationCommand(actor.Generation, token, unclear.LookAgainIn), ct);
                break;
            case ProviderAnswer.Finished finished:
                await FinishAsync(facts, finished, actor, token, ct);
                break;
            case ProviderAnswer.Refused refused:
                await FailAsync(actor, token, refused.Failure, refused.Cost, ct);
                break;
            default:
                await SendAsync(actor, new FailGenerationCommand(actor.Generation, token,
                    new GenerationFailure(FailureKind.Unknown, "The provider no longer knows this work."), null, Expired: true), ct);
                break;
        }
    }

    private async Task FinishAsync(Facts facts, ProviderAnswer.Finished finished, Actor actor, Guid token, CancellationToken ct)
    {
        var files = new List<Domain.Assets.Media>();
        foreach (var output in finished.Outputs)
        {
            await using (output)
            {
                var kept = await KeepAsync(output, actor, ct);
                if (kept.Error is { } bad)
                {
                    await FailAsync(actor, token, new GenerationFailure(FailureKind.CorruptOutput, bad.Message, Retryable: true, Billable: finished.Cost.Amount > 0), finished.Cost, ct);
                    return;
                }

                files.Add(kept.Value);
            }
        }

        if (files.Count == 0)
        {
            await FailAsync(actor, token, new GenerationFailure(FailureKind.CorruptOutput, "The provider answered with nothing.", Retryable: true), finished.Cost, ct);
            return;
        }

        var done = await SendAsync(actor, new FinishGenerationCommand(actor.Generation, token, facts.ShotId.Value, files, finished.Cost), ct);
        if (done.Error is { } refused) log.LogInformation("Generation {GenerationId} was not finished: {ErrorCode}", actor.Generation.Value, refused.Code);
    }

    private async Task<Result<Domain.Assets.Media>> KeepAsync(ProviderOutput output, Actor actor, CancellationToken ct)
    {
        await using var scope = Scope(actor);
        var blob = await scope.ServiceProvider.GetRequiredService<IBlobStore>().PutAsync(output.Content, OutputLimit, ct);
        if (blob.Error is { } unkept) return unkept;
        var media = await scope.ServiceProvider.GetRequiredService<IMediaProbe>().ProbeAsync(blob.Value, ct);
        return media.Error is null && media.Value.ContentType.Split('/')[0] is not ("image" or "video" or "audio") ? Application.MediaFiles.MediaErrors.Unsupported : media;
    }

    private Task<Result<Done>> FailAsync(Actor actor, Guid token, GenerationFailure failure, Money? cost, CancellationToken ct) =>
        SendAsync(actor, new FailGenerationCommand(actor.Generation, token, failure, cost), ct);

    private async Task<Result<T>> SendAsync<T>(Actor actor, Application.Common.ICommand<T> command, CancellationToken ct)
    {
        await using var scope = Scope(actor);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command, ct);
    }

    private async Task<bool> ClaimAsync(Actor actor, Guid token, CancellationToken ct)
    {
        await using var scope = Scope(actor);
        var generations = scope.ServiceProvider.GetRequiredService<IGenerationRepository>();
        var claimed = await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().RunAsync<Result<bool>>("claimGeneration", async token2 =>
        {
            if (await generations.ClaimAsync(actor.Generation, token, Lease, token2)) return true;
            // Held by somebody who may be dead: come back when the lease has run out.
            if (await generations.HeldForAsync(actor.Generation, token2) is { } left)
                await scope.ServiceProvider.GetRequiredService<IGenerationQueue>().EnqueueAsync([actor.Generation], left + TimeSpan.FromMilliseconds(100), token2);
            return false;
        }, ct);
        return claimed is { Error: null, Value: true };
    }

    private async Task<bool> RenewAsync(Actor actor, Guid token, CancellationToken ct)
    {
        await using var scope = Scope(actor);
        return await scope.ServiceProvider.GetRequiredService<IGenerationRepository>().RenewAsync(actor.Generation, token, Lease, ct);
    }

    private async Task<Facts?> FactsAsync(WorkspaceId workspace, GenerationId id, CancellationToken ct)
    {
        await using var scope = Scope(new Actor(workspace, default, "", id));
        return await scope.ServiceProvider.GetRequiredService<GenerationFacts>().ReadAsync(id, ct);
    }

    private AsyncServiceScope Scope(Actor actor)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerContext>().ActFor(actor.Workspace, actor.User, actor.Name, $"generation:{actor.Generation.Value:N}");
        return scope;
    }

    private sealed record Actor(WorkspaceId Workspace, UserId User, string Name, GenerationId Generation);
}

/// <summary>Somebody else has the work.</summary>
internal sealed class ClaimLostException(string code) : Exception(code);
