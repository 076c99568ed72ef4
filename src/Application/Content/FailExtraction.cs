using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Content;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Content;

/// <summary>A worker's step: the text cannot be taken in. Fenced by the claim.</summary>
[Requires(Permission.Edit)]
public sealed record FailExtractionCommand(ExtractionId Id, Guid Token, ExtractionCause Cause, string Message, bool Retryable) : ICommand<Done>;

internal sealed class FailExtractionHandler(IExtractionRepository extractions, IActivityLog activity, TimeProvider clock) : IRequestHandler<FailExtractionCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(FailExtractionCommand request, CancellationToken cancellationToken)
    {
        if (await extractions.FindHeldAsync(request.Id, request.Token, cancellationToken) is not { } extraction) return ExtractionErrors.ClaimLost;
        var before = extraction.Status;
        if (extraction.Fail(request.Cause, request.Message, request.Retryable, clock.GetUtcNow()).Error is { } refused) return refused;
        activity.Note(extraction, before);
        await extractions.ReleaseAsync(extraction.Id, cancellationToken);
        return Done.Ok;
    }
}
