using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Generation;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Generation;

/// <summary>
/// A provider has called about an attempt, and its signature holds: notes its id for the work if that was not known, and has a worker look at
/// once. Changes no state, so it needs no claim and may come any number of times.
/// </summary>
[Requires(Permission.Generate)]
public sealed record ReportGenerationCommand(GenerationId Id, AttemptId Attempt, string ExternalId) : ICommand<Done>;

internal sealed class ReportGenerationHandler(IGenerationRepository generations, IGenerationQueue queue, IUnitOfWork unitOfWork, TimeProvider clock)
    : IRequestHandler<ReportGenerationCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(ReportGenerationCommand request, CancellationToken cancellationToken)
    {
        // What has ended, or is at another attempt by now, has nothing to learn from it.
        if (await generations.FindAsync(request.Id, cancellationToken) is not { } run || !run.Announced(request.Attempt, request.ExternalId, clock.GetUtcNow())) return Done.Ok;
        await unitOfWork.FlushAsync(cancellationToken);
        await queue.EnqueueAsync([run.Id], TimeSpan.Zero, cancellationToken);
        return Done.Ok;
    }
}
