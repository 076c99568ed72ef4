using Director.Application.Assets;
using Director.Application.Collections;
using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Application.Relationships;
using Director.Application.Tags;
using Director.Domain.Assets;
using Director.Domain.Collections;
using Director.Domain.Common;
using Director.Domain.Tags;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Events;

/// <summary>Takes back what an event did, as long as what it touched still is as the event left it; 409 names who changed it since.</summary>
/// <remarks>What the inverse needs to be allowed is checked when it is known.</remarks>
/// <param name="Id">The event, as in the list of events.</param>
[Requires(Permission.Look)]
public sealed record UndoEventCommand(string Id) : ICommand<UndoneDto>;

/// <summary>What an undoing did.</summary>
/// <param name="EventId">The event that the undoing itself is: undo it to do the first thing again.</param>
/// <param name="SubjectType">What it happened to: an asset type's slug, <c>relationship</c>, <c>collection</c> or <c>tag</c>.</param>
/// <param name="SubjectId">Which one.</param>
/// <param name="Asset">The asset as it is now; null when it is deleted again, or something else.</param>
/// <param name="Relationship">The link as it is now; null when it is gone again, or something else.</param>
/// <param name="Collection">The collection as it is now; null when it is gone again, or something else.</param>
/// <param name="Tag">The tag as it is now; null when it is gone again, or something else.</param>
public sealed record UndoneDto(string? EventId, string SubjectType, Guid SubjectId, AssetDto? Asset, RelationshipDto? Relationship, CollectionDto? Collection, TagDto? Tag);

internal sealed class UndoEventHandler(IActivityReader activity, AssetUndoing assets, RelationshipUndoing links, CollectionUndoing collections, TagUndoing tags,
    IAssetReader reader, ICollectionReader collectionReader, ITagReader tagReader, IUnitOfWork unitOfWork)
    : IRequestHandler<UndoEventCommand, Result<UndoneDto>>
{
    public async Task<Result<UndoneDto>> Handle(UndoEventCommand request, CancellationToken cancellationToken)
    {
        if (!EventPlace.TryParse(request.Id, out var id) || await activity.FindAsync(id, cancellationToken) is not { } happened) return EventErrors.NotFound;
        if (UndoRegistry.NotUndoable.ContainsKey(happened.Kind)) return EventErrors.NotUndoable(happened.Kind);

        RelationshipDto? link = null;
        AssetDto? asset = null;
        CollectionDto? collection = null;
        TagDto? tag = null;
        if (happened.SubjectType == UndoSubjects.Relationship)
        {
            var undone = await links.UndoAsync(happened, cancellationToken);
            if (undone.Error is { } refused) return refused;
            link = undone.Value;
        }
        else if (happened.SubjectType == UndoSubjects.Collection)
        {
            if ((await collections.UndoAsync(happened, cancellationToken)).Error is { } refused) return refused;
            await unitOfWork.FlushAsync(cancellationToken);
            collection = await collectionReader.GetAsync(new CollectionId(happened.SubjectId), cancellationToken);
        }
        else if (happened.SubjectType == UndoSubjects.Tag)
        {
            if ((await tags.UndoAsync(happened, cancellationToken)).Error is { } refused) return refused;
            await unitOfWork.FlushAsync(cancellationToken);
            tag = await tagReader.GetAsync(new TagId(happened.SubjectId), cancellationToken);
        }
        else if (AssetTypes.TryGet(happened.SubjectType, out _))
        {
            if ((await assets.UndoAsync(happened, cancellationToken)).Error is { } refused) return refused;
            await unitOfWork.FlushAsync(cancellationToken);
            asset = await reader.GetAsync(new AssetId(happened.SubjectId), cancellationToken);
        }
        else
        {
            return EventErrors.NotUndoable(happened.Kind);
        }

        var own = await activity.NewestAsync(happened.SubjectId, cancellationToken);
        return new UndoneDto(own?.ToString(), happened.SubjectType, happened.SubjectId, asset, link, collection, tag);
    }
}
