using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Generation;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Generation;

/// <summary>A worker's step: the provider has the work and is to be asked again later. Fenced by the claim.</summary>
/// <param name="Id">The generation.</param>
/// <param name="Token">The claim.</param>
/// <param name="ExternalId">The provider's own id for the work.</param>
/// <param name="LookAgainIn">When.</param>
/// <param name="Troubled">Whether this look came to nothing: the provider could not be asked, or the finished work not be fetched.</param>
[Requires(Permission.Generate)]
public sealed record AwaitGenerationCommand(GenerationId Id, Guid Token, string ExternalId, TimeSpan LookAgainIn, bool Troubled = false) : ICommand<Done>;

internal sealed class AwaitGenerationHandler(
    IGenerationRepository generations, IGenerationQueue queue, IActivityLog activity, IUnitOfWork unitOfWork, TimeProvider clock)
    : IRequestHandler<AwaitGenerationCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(AwaitGenerationCommand request, CancellationToken cancellationToken)
    {
        if (await generations.FindHeldAsync(request.Id, request.Token, cancellationToken) is not { } run) return GenerationErrors.ClaimLost;
        var before = run.Status;
        var now = clock.GetUtcNow();
        var done = before is GenerationStatus.Running ? run.StillRunning(now, request.Troubled) : run.Accepted(request.ExternalId, now);
        if (done.Error is { } refused) return refused;
        if (before != run.Status) activity.Note(run, before);
        await unitOfWork.FlushAsync(cancellationToken);
        await queue.EnqueueAsync([run.Id], NextLook.In(run, request.LookAgainIn, now), cancellationToken);
        return Done.Ok;
    }
}
