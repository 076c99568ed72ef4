using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Content;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Content;

/// <summary>Tries again what failed or was cancelled.</summary>
[Requires(Permission.Edit)]
public sealed record RetryContentCommand(Guid Id) : ICommand<ContentDto>;

internal sealed class RetryContentHandler(IExtractionRepository extractions, IExtractionQueue queue, IContentReader reader, IActivityLog activity, IUnitOfWork unitOfWork)
    : IRequestHandler<RetryContentCommand, Result<ContentDto>>
{
    public async Task<Result<ContentDto>> Handle(RetryContentCommand request, CancellationToken cancellationToken)
    {
        await extractions.HoldAsync(cancellationToken);
        if (await extractions.FindAsync(new ExtractionId(request.Id), cancellationToken) is not { } extraction) return ExtractionErrors.NotFound;
        if (await extractions.CountWaitingAsync(cancellationToken) >= ExtractionLimits.Waiting) return ExtractionErrors.TooManyWaiting(ExtractionLimits.Waiting);
        var before = extraction.Status;
        if (extraction.Retry().Error is { } refused) return refused;
        activity.Note(extraction, before);
        await queue.EnqueueAsync(extraction.Id, TimeSpan.Zero, cancellationToken);
        await unitOfWork.FlushAsync(cancellationToken);
        return await reader.GetAsync(extraction.Id, cancellationToken) is { } shown ? shown : ExtractionErrors.NotFound;
    }
}
