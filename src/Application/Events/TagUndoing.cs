using System.Text.Json;
using System.Text.Json.Nodes;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Ports;
using Director.Application.Tags;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Tags;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Events;

/// <summary>Undoes what happened to a tag: a new one goes while nothing carries it, a removed one comes back to what carried it, a changed one is changed back.</summary>
internal sealed class TagUndoing(
    ITagRepository tags,
    IRequestHandler<UpdateTagCommand, Result<TagDto>> update,
    IRequestHandler<DeleteTagCommand, Result<Done>> delete,
    IActivityReader activity,
    IActivityLog log,
    WhoChanged who,
    IUnitOfWork unitOfWork,
    ICaller caller,
    TimeProvider clock)
{
    private static readonly string[] Fields = ["name", "category", "colour"];

    internal async Task<Result<Done>> UndoAsync(RecordedEvent happened, CancellationToken ct)
    {
        if (!caller.Permissions.Contains(Permission.Edit)) return CallerErrors.NotAllowed;
        var unit = await activity.OfUnitAsync(happened.Id.Tx, happened.SubjectId, ct);
        if (happened.After is null) return await ComeBackAsync(new TagId(happened.SubjectId), unit, ct);

        if (await tags.FindAsync(new TagId(happened.SubjectId), ct) is not { } tag) return EventErrors.ChangedSince([await who.OfAnythingAsync(happened, ct)]);
        var now = log.FieldsOf(tag);
        var changes = FieldChange.Of(happened).Where(c => Fields.Contains(c.Field)).ToList();
        var changed = new List<LaterChange>();
        foreach (var change in changes.Where(c => !FieldChange.Same(c.In(now), c.After))) changed.Add(await who.OfAsync(happened, change.Path, ct));
        if (happened.Before is null && !(await tags.AssetsWithAsync(tag.Id, ct)).ToHashSet().SetEquals(Carriers(unit, e => e.After))) changed.Add(await who.OfAsync(happened, TagRecord.Assets, ct));
        if (changed.Count > 0) return EventErrors.ChangedSince(changed);

        if (happened.Before is null) return await delete.Handle(new DeleteTagCommand(happened.SubjectId), ct);
        var patch = new JsonObject([.. changes.Select(c => KeyValuePair.Create(c.Field, c.Before?.DeepClone()))]);
        return (await update.Handle(new UpdateTagCommand(happened.SubjectId, JsonSerializer.SerializeToElement(patch)), ct)).Then(_ => Done.Ok);
    }

    private async Task<Result<Done>> ComeBackAsync(TagId id, IReadOnlyList<RecordedEvent> unit, CancellationToken ct)
    {
        var was = unit.Select(e => FieldChange.Object(e.Before)).First(f => f.ContainsKey(Fields[0]));
        if (await tags.FindAsync(id, ct) is not null) return EventErrors.NoWayBack(TagErrors.NameTaken);
        var tag = Tag.Create(caller.Workspace(), id, (string?)was["name"], (string?)was["category"], (string?)was["colour"], caller.Stamp(clock));
        if (tag.Error is { } refused) return refused;
        tags.Add(tag.Value);
        await unitOfWork.FlushAsync(ct);

        var carriers = await tags.PutOnAsync(id, Carriers(unit, e => e.Before), ct);
        if (carriers.Count > 0) log.Add(UndoSubjects.Tag, id.Value, null, null, TagRecord.Of(carriers));
        log.Touch(await tags.RootsWithAsync(id, ct));
        return Done.Ok;
    }

    private static List<AssetId> Carriers(IEnumerable<RecordedEvent> unit, Func<RecordedEvent, JsonElement?> side) =>
        [.. unit.Select(e => FieldChange.Object(side(e))[TagRecord.Assets] as JsonArray).OfType<JsonArray>().SelectMany(a => a).Select(a => new AssetId(a!.GetValue<Guid>()))];
}
