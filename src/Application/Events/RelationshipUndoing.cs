using System.Text.Json;
using System.Text.Json.Nodes;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Ports;
using Director.Application.Relationships;
using Director.Domain.Common;
using Director.Domain.Relationships;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Events;

/// <summary>Undoes what happened to a link: a new one goes, a removed one comes back as itself, a changed one is changed back.</summary>
internal sealed class RelationshipUndoing(
    Linking linking,
    IRequestHandler<UpdateRelationshipCommand, Result<RelationshipDto>> update,
    IRequestHandler<DeleteRelationshipCommand, Result<Done>> delete,
    IActivityReader activity,
    IActivityLog log,
    IUnitOfWork unitOfWork,
    ICaller caller)
{
    private static readonly HashSet<string> Changeable = ["sequence", "metadata"];

    /// <returns>The link as it is now, null when it is gone.</returns>
    internal async Task<Result<RelationshipDto?>> UndoAsync(RecordedEvent happened, CancellationToken ct)
    {
        if (!caller.Permissions.Contains(Permission.Edit)) return CallerErrors.NotAllowed;
        if (happened.After is null) return await ComeBackAsync(happened, FieldChange.Object(happened.Before), ct);

        var found = await linking.FindAsync(happened.SubjectId, ct);
        if (found.Error is not null) return EventErrors.ChangedSince([await WhoAsync(happened, "id", _ => true, ct)]);
        var now = log.FieldsOf(found.Value);
        var changes = FieldChange.Of(happened).Where(c => Changeable.Contains(c.Field)).ToList();
        var changed = new List<LaterChange>();
        foreach (var change in changes.Where(c => !FieldChange.Same(c.In(now), c.After)))
            changed.Add(await WhoAsync(happened, change.Path, e => FieldChange.Of(e).Any(c => c.Path == change.Path), ct));
        if (changed.Count > 0) return EventErrors.ChangedSince(changed);

        if (happened.Before is null)
        {
            var gone = await delete.Handle(new DeleteRelationshipCommand(happened.SubjectId), ct);
            if (gone.Error is { } refused) return refused;
            await unitOfWork.FlushAsync(ct);
            return (RelationshipDto?)null;
        }

        var patch = new JsonObject();
        foreach (var change in changes)
        {
            if (change.Key is null) patch[change.Field] = change.Before?.DeepClone();
            else (patch[change.Field] ??= new JsonObject())[change.Key] = change.Before?.DeepClone();
        }

        return (await update.Handle(new UpdateRelationshipCommand(happened.SubjectId, JsonSerializer.SerializeToElement(patch)), ct)).Then<RelationshipDto?>(l => l);
    }

    private async Task<Result<RelationshipDto?>> ComeBackAsync(RecordedEvent happened, JsonObject was, CancellationToken ct)
    {
        var link = await linking.LinkAsync(
            new RelationshipId(happened.SubjectId), was["parentId"]!.GetValue<Guid>(), was["childId"]!.GetValue<Guid>(), was["kind"]!.GetValue<string>(),
            was["sequence"]!.GetValue<int>(), was["metadata"]!.ToJsonString(), ct);
        if (link.Error is { } refused) return EventErrors.NoWayBack(refused);
        await unitOfWork.FlushAsync(ct);
        return RelationshipDto.Of(link.Value);
    }

    private async Task<LaterChange> WhoAsync(RecordedEvent happened, string path, Func<RecordedEvent, bool> touches, CancellationToken ct) =>
        new(path, (await activity.SinceAsync(happened.Id.Tx, happened.SubjectId, AssetUndoing.LaterEvents, ct)).FirstOrDefault(touches));
}
