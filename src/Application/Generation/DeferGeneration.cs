using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Generation;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Generation;

/// <summary>A worker's step: whether the provider has the work cannot be said yet; the attempt is reconciled again later. Fenced by the claim.</summary>
[Requires(Permission.Generate)]
public sealed record DeferGenerationCommand(GenerationId Id, Guid Token, TimeSpan LookAgainIn) : ICommand<Done>;

internal sealed class DeferGenerationHandler(
    IGenerationRepository generations, IGenerationQueue queue, IUnitOfWork unitOfWork, TimeProvider clock)
    : IRequestHandler<DeferGenerationCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(DeferGenerationCommand request, CancellationToken cancellationToken)
    {
        if (await generations.FindHeldAsync(request.Id, request.Token, cancellationToken) is not { } run) return GenerationErrors.ClaimLost;
        var now = clock.GetUtcNow();
        if (run.StillUnclear(now).Error is { } refused) return refused;
        await unitOfWork.FlushAsync(cancellationToken);
        await queue.EnqueueAsync([run.Id], NextLook.In(run, request.LookAgainIn, now), cancellationToken);
        return Done.Ok;
    }
}
