using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Content;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Content;

/// <summary>Gives up what has not ended. What a worker still brings is refused.</summary>
[Requires(Permission.Edit)]
public sealed record CancelContentCommand(Guid Id) : ICommand<ContentDto>;

internal sealed class CancelContentHandler(IExtractionRepository extractions, IContentReader reader, IActivityLog activity, IUnitOfWork unitOfWork, TimeProvider clock)
    : IRequestHandler<CancelContentCommand, Result<ContentDto>>
{
    public async Task<Result<ContentDto>> Handle(CancelContentCommand request, CancellationToken cancellationToken)
    {
        if (await extractions.FindAsync(new ExtractionId(request.Id), cancellationToken) is not { } extraction) return ExtractionErrors.NotFound;
        // What has come to nothing already is as if cancelled.
        if (extraction.Status is ExtractionStatus.Failed) return await ShowAsync(extraction, cancellationToken);
        var before = extraction.Status;
        if (extraction.Cancel(clock.GetUtcNow()).Error is { } refused) return refused;
        activity.Note(extraction, before);
        await extractions.ReleaseAsync(extraction.Id, cancellationToken);
        await unitOfWork.FlushAsync(cancellationToken);
        return await ShowAsync(extraction, cancellationToken);
    }

    private async Task<Result<ContentDto>> ShowAsync(Extraction extraction, CancellationToken ct) =>
        await reader.GetAsync(extraction.Id, ct) is { } shown ? shown : ExtractionErrors.NotFound;
}
