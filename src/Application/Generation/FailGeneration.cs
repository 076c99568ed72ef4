using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Generation;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Generation;

/// <summary>A worker's step: the attempt failed, or the provider forgot the work. Fenced by the claim.</summary>
[Requires(Permission.Generate)]
public sealed record FailGenerationCommand(GenerationId Id, Guid Token, GenerationFailure Failure, Money? Cost, bool Expired = false) : ICommand<Done>;

internal sealed class FailGenerationHandler(IGenerationRepository generations, IGenerationQueue queue, IActivityLog activity, IUnitOfWork unitOfWork, TimeProvider clock)
    : IRequestHandler<FailGenerationCommand, Result<Done>>
{
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
