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

internal sealed class BeginAttemptHandler(
    IGenerationRepository generations, IActivityLog activity, IIdSource ids, TimeProvider clock)
    : IRequestHandler<BeginAttemptCommand, Result<ProviderRequest>>
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
}
