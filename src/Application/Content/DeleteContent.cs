using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Content;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Content;

/// <summary>
/// Removes a text. What came of it is deleted softly, as an asset, and restoring that brings the text back to the list; what came to nothing,
/// or shares another's text, is taken off the list.
/// </summary>
[Requires(Permission.Edit)]
public sealed record DeleteContentCommand(Guid Id) : ICommand<Done>;

internal sealed class DeleteContentHandler(IExtractionRepository extractions, IAssetRepository assets, IActivityLog activity, IUnitOfWork unitOfWork, ICaller caller, TimeProvider clock)
    : IRequestHandler<DeleteContentCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(DeleteContentCommand request, CancellationToken cancellationToken)
    {
        if (await extractions.FindAsync(new ExtractionId(request.Id), cancellationToken) is not { } extraction) return ExtractionErrors.NotFound;
        if (extraction is { AssetId: { } assetId, DuplicateOf: null })
        {
            var branch = await assets.FindBranchAsync(assetId, cancellationToken);
            if (branch.LastOrDefault() is not { IsLive: true } asset) return ExtractionErrors.NotFound;
            if (asset.Delete(branch.ElementAtOrDefault(branch.Count - 2), caller.Stamp(clock)).Error is { } undeleted) return undeleted;
            await unitOfWork.FlushAsync(cancellationToken);
            await assets.DeleteBelowAsync(asset.Id, cancellationToken);
            return Done.Ok;
        }

        var before = extraction.Status;
        if (extraction.Delete(clock.GetUtcNow()).Error is { } refused) return refused;
        activity.Note(extraction, before);
        await extractions.ReleaseAsync(extraction.Id, cancellationToken);
        return Done.Ok;
    }
}
