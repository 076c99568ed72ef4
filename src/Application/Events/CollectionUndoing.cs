using System.Text.Json;
using System.Text.Json.Nodes;
using Director.Application.Collections;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Collections;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Events;

/// <summary>
/// Undoes what happened to a collection: a new one goes while it holds nothing more, a removed one comes back with its members and what lay in
/// it, a changed one is changed back, other members are gathered as they were.
/// </summary>
internal sealed class CollectionUndoing(
    ICollectionRepository collections,
    Gathering gathering,
    IRequestHandler<UpdateCollectionCommand, Result<CollectionDto>> update,
    IRequestHandler<DeleteCollectionCommand, Result<Done>> delete,
    IActivityReader activity,
    IActivityLog log,
    WhoChanged who,
    IUnitOfWork unitOfWork,
    ICaller caller,
    TimeProvider clock)
{
    private const string Members = "members";
    private static readonly string[] Fields = ["name", "kind", "parentId"];

    internal async Task<Result<Done>> UndoAsync(RecordedEvent happened, CancellationToken ct)
    {
        if (!caller.Permissions.Contains(Permission.Edit)) return CallerErrors.NotAllowed;
        var id = new CollectionId(happened.SubjectId);
        var unit = await activity.OfUnitAsync(happened.Id.Tx, happened.SubjectId, ct);
        if (happened.After is null) return await ComeBackAsync(id, unit, ct);

        if (await collections.FindAsync(id, ct) is not { } collection) return EventErrors.ChangedSince([await who.OfAnythingAsync(happened, ct)]);
        var created = unit.Any(e => e.Before is null && FieldChange.Object(e.After).ContainsKey(Fields[0]));
        var members = await collections.MembersAsync(id, ct);
        var touches = MembersRecord.Read(happened.After) is not null;
        var changes = FieldChange.Of(happened).Where(c => Fields.Contains(c.Field)).ToList();
        var changed = new List<LaterChange>();
        var now = log.FieldsOf(collection);
        foreach (var change in changes.Where(c => !FieldChange.Same(c.In(now), c.After))) changed.Add(await who.OfAsync(happened, change.Path, ct));
        if (created || touches)
        {
            var left = unit.Select(e => MembersRecord.Read(e.After)).LastOrDefault(r => r is not null)?.Fingerprint ?? MembersRecord.FingerprintOf([]);
            if (MembersRecord.FingerprintOf(members) != left) changed.Add(await who.OfAsync(happened, Members, ct));
        }

        if (changed.Count > 0) return EventErrors.ChangedSince(changed);
        if (created) return await delete.Handle(new DeleteCollectionCommand(happened.SubjectId, null), ct);
        if (touches) return await GatherBackAsync(collection, members, happened, ct);
        var patch = new JsonObject([.. changes.Select(c => KeyValuePair.Create(c.Field, c.Before?.DeepClone()))]);
        var undone = await update.Handle(new UpdateCollectionCommand(happened.SubjectId, JsonSerializer.SerializeToElement(patch), null), ct);
        return undone.Error is { Kind: ErrorKind.NotFound or ErrorKind.Conflict } refused ? EventErrors.NoWayBack(refused) : undone.Then(_ => Done.Ok);
    }

    private async Task<Result<Done>> GatherBackAsync(AssetCollection collection, IReadOnlyList<AssetId> now, RecordedEvent happened, CancellationToken ct)
    {
        var (was, left) = (MembersRecord.Read(happened.Before)!, MembersRecord.Read(happened.After)!);
        await gathering.SetAsync(collection, await PresentAsync(was.From(now, left), ct), ct);
        return Done.Ok;
    }

    private async Task<Result<Done>> ComeBackAsync(CollectionId id, IReadOnlyList<RecordedEvent> unit, CancellationToken ct)
    {
        var sides = unit.Select(e => FieldChange.Object(e.Before)).ToList();
        var was = sides.First(f => f.ContainsKey(Fields[0]));
        if (await collections.FindAsync(id, ct) is not null) return EventErrors.NoWayBack(CollectionErrors.Circle with { Message = "The collection is there again." });
        CollectionId? parent = was["parentId"]?.GetValue<Guid>() is { } p ? new CollectionId(p) : null;
        if (parent is { } named && await collections.FindAsync(named, ct) is null) return EventErrors.NoWayBack(CollectionErrors.ParentNotFound);
        var made = AssetCollection.Create(caller.Workspace(), id, (string?)was["name"], (string?)was["kind"], parent, caller.Stamp(clock));
        if (made.Error is { } refused) return refused;
        collections.Add(made.Value);
        await unitOfWork.FlushAsync(ct);

        if (unit.Select(e => MembersRecord.Read(e.Before)).FirstOrDefault(r => r is not null) is { } gathered)
            await gathering.SetAsync(made.Value, await PresentAsync([.. gathered.Members.Select(m => new AssetId(m))], ct), ct);
        foreach (var inside in sides.Select(s => s[DeleteCollectionHandler.Within] as JsonArray).OfType<JsonArray>().SelectMany(w => w))
        {
            // Only what still lies where it was moved to.
            if (await collections.FindAsync(new CollectionId(inside!.GetValue<Guid>()), ct) is { } moved && moved.ParentId == parent)
                if (moved.Change(moved.Name, moved.Kind, id, caller.Stamp(clock)).Error is { } unmoved) return unmoved;
        }

        return Done.Ok;
    }

    private async Task<IReadOnlyList<AssetId>> PresentAsync(IReadOnlyList<AssetId> wanted, CancellationToken ct)
    {
        var there = await collections.PresentAsync([.. wanted.Select(w => w.Value)], ct);
        return [.. wanted.Where(w => there.Contains(w.Value))];
    }
}
