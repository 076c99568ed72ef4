using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Generation;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Generation;

/// <summary>A worker's step: the provider has the work and is to be asked again later. Fenced by the claim.</summary>
[Requires(Permission.Generate)]
public sealed record AwaitGenerationCommand(GenerationId Id, Guid Token, string ExternalId, TimeSpan LookAgainIn) : ICommand<Done>;

internal sealed class AwaitGenerationHandler(IGenerationRepository generations, IGenerationQueue queue, IActivityLog activity, IUnitOfWork unitOfWork, TimeProvider clock)
    : IRequestHandler<AwaitGenerationCommand, Result<Done>>
{
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
}
