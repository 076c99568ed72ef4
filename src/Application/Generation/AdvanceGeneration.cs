using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Generation;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Generation;

/// <summary>A worker's step: stores the intent to call the provider. Fenced by the claim.</summary>
[Requires(Permission.Generate)]
public sealed record BeginAttemptCommand(GenerationId Id, Guid Token) : ICommand<ProviderRequest>;

/// <summary>A worker's step: the provider has the work and is to be asked again later. Fenced by the claim.</summary>
[Requires(Permission.Generate)]
public sealed record AwaitGenerationCommand(GenerationId Id, Guid Token, string ExternalId, TimeSpan LookAgainIn) : ICommand<Done>;

/// <summary>A worker's step: whether the provider has the work cannot be said yet; the attempt is reconciled again later. Fenced by the claim.</summary>
[Requires(Permission.Generate)]
public sealed record DeferGenerationCommand(GenerationId Id, Guid Token, TimeSpan LookAgainIn) : ICommand<Done>;

/// <summary>A worker's step: the attempt failed, or the provider forgot the work. Fenced by the claim.</summary>
[Requires(Permission.Generate)]
public sealed record FailGenerationCommand(GenerationId Id, Guid Token, GenerationFailure Failure, Money? Cost, bool Expired = false) : ICommand<Done>;

internal sealed class AdvanceGenerationHandlers(IGenerationRepository generations, IGenerationQueue queue, IActivityLog activity, IUnitOfWork unitOfWork, IIdSource ids, TimeProvider clock) :
    IRequestHandler<BeginAttemptCommand, Result<ProviderRequest>>, IRequestHandler<AwaitGenerationCommand, Result<Done>>,
    IRequestHandler<DeferGenerationCommand, Result<Done>>, IRequestHandler<FailGenerationCommand, Result<Done>>
{
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
        var done = before is GenerationStatus.Running ? run.StillRunning(clock.GetUtcNow()) : run.Accepted(request.ExternalId, clock.GetUtcNow());
        if (done.Error is { } refused) return refused;
        if (before != run.Status) activity.Note(run, before);
        await unitOfWork.FlushAsync(cancellationToken);
        await queue.EnqueueAsync([run.Id], request.LookAgainIn, cancellationToken);
        return Done.Ok;
    }

    public async Task<Result<Done>> Handle(DeferGenerationCommand request, CancellationToken cancellationToken)
    {
        if (await generations.FindHeldAsync(request.Id, request.Token, cancellationToken) is not { } run) return GenerationErrors.ClaimLost;
        if (run.StillUnclear(clock.GetUtcNow()).Error is { } refused) return refused;
        await unitOfWork.FlushAsync(cancellationToken);
        await queue.EnqueueAsync([run.Id], request.LookAgainIn, cancellationToken);
        return Done.Ok;
    }

    public async Task<Result<Done>> Handle(FailGenerationCommand request, CancellationToken cancellationToken)
    {
        if (await generations.FindHeldAsync(request.Id, request.Token, cancellationToken) is not { } run) return GenerationErrors.ClaimLost;
        var before = run.Status;
        if (request.Expired)
        {
            if (run.Expire(request.Failure.Message, clock.GetUtcNow()).Error is { } gone) return gone;
            activity.Note(run, before);
            return Done.Ok;
        }

        var failed = run.Fail(request.Failure, request.Cost ?? Money.Free(run.Currency), clock.GetUtcNow());
        if (failed.Error is { } refused) return refused;
        activity.Note(run, before);
        await unitOfWork.FlushAsync(cancellationToken);
        if (failed.Value is { } pause) await queue.EnqueueAsync([run.Id], pause, cancellationToken);
        return Done.Ok;
    }
}
