using System.Text.Json;
using System.Text.Json.Nodes;
using Director.Application.Assets;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Ports;
using Director.Application.Tags;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Tags;
using Director.Domain.Workspaces;

namespace Director.Application.Events;

/// <summary>Undoes what happened to an asset, by the commands that people use, while every touched field holds what the event left.</summary>
internal sealed class AssetUndoing(
    IAssetRepository assets, ITagRepository tags, AssetInverses inverses, IActivityReader activity, IActivityLog log, ICaller caller)
{
    /// <summary>Later events that are looked through for who changed a field.</summary>
    internal const int LaterEvents = 500;

    private const string Deleted = "deletedAt";
    private const string Tags = "tags";
    private const string File = "media";

    /// <summary>What follows from other fields, or is kept by machines: neither compared nor brought back by itself.</summary>
    private static readonly HashSet<string> Consequences = ["rootId", "selectedAt", "selectedBy", "costAmount", "costCurrency", "deletedWith"];

    /// <summary>What a merge patch of an asset can mention.</summary>
    private static readonly HashSet<string> Patchable =
        ["name", "description", "externalId", "metadata", "status", "code", "details", "favorite", "rating", "circled", "source"];

    /// <summary>What those who review takes may change.</summary>
    private static readonly HashSet<string> Reviewable = ["circled", "rating", "status", "verdict", "details.directorNotes"];

    internal async Task<Result<Done>> UndoAsync(RecordedEvent happened, CancellationToken ct)
    {
        // Ancestors first, as every command locks them.
        var branch = await assets.FindBranchAsync(new AssetId(happened.SubjectId), ct);
        if (branch.LastOrDefault() is not { } asset) return EventErrors.NotFound;

        var changes = FieldChange.Of(happened).Where(c => !Consequences.Contains(c.Field)).ToList();
        var created = happened.Before is null;
        if (created) changes = [.. changes.Where(c => c.Field != "position")];
        if (changes.Count == 0 || (!created && changes.Any(c => !HasInverse(c.Field)))) return EventErrors.NotUndoable(happened.Kind);
        if (!Needed(asset, changes, created).All(caller.Permissions.Contains)) return CallerErrors.NotAllowed;

        var changed = await ChangedSinceAsync(happened, asset, changes, ct);
        if (changed.Count > 0) return EventErrors.ChangedSince(changed);

        var undone = created || (Find(changes, Deleted) is { Before: not null }) ? await inverses.DeleteAsync(asset, ct)
            : Find(changes, Deleted) is not null ? await inverses.RestoreAsync(asset, await PickLostAsync(happened, asset, ct), ct)
            : await BringBackAsync(branch, asset, changes, ct);
        return undone.Error is { Kind: ErrorKind.NotFound or ErrorKind.Rule or ErrorKind.Conflict } refused ? EventErrors.NoWayBack(refused) : undone;
    }

    private async Task<Result<Done>> BringBackAsync(IReadOnlyList<Asset> branch, Asset asset, List<FieldChange> changes, CancellationToken ct)
    {
        if (Patch(log.FieldsOf(asset), changes) is { Count: > 0 } patch && (await inverses.PatchAsync(asset, JsonSerializer.SerializeToElement(patch), ct)).Error is { } unpatched) return unpatched;
        if (Find(changes, "verdict") is { } verdict && inverses.Review(asset, verdict.Before?.GetValue<string>()).Error is { } unreviewed) return unreviewed;
        if (Find(changes, File) is { } file && (await inverses.PutMediaAsync(branch, file.Before, ct)).Error is { } unput) return unput;
        if (Find(changes, Tags) is { } named && (await inverses.TagAsync(asset, [.. named.Before!.AsArray().Select(t => t!.GetValue<string>())], ct)).Error is { } untagged) return untagged;

        var (pick, reason) = (Find(changes, "selectedChildId"), Find(changes, "selectedReason"));
        if (pick is not null || reason is not null)
        {
            var child = pick is null ? asset.SelectedChildId?.Value : pick.Before?.GetValue<Guid>();
            var why = reason is null ? asset.SelectedReason : reason.Before?.GetValue<string>();
            if ((await inverses.SelectAsync(asset, child, why, ct)).Error is { } unselected) return unselected;
        }

        var (parent, position) = (Find(changes, "parentId"), Find(changes, "position"));
        if (parent is null && position is null) return Done.Ok;
        return await inverses.MoveAsync(asset, parent is null ? asset.ParentId?.Value : parent.Before?.GetValue<Guid>(), position?.Before?.GetValue<string>() ?? asset.Position, ct);
    }

    /// <summary>Every touched field that does not hold any more what the event's unit of work left, with who changed it.</summary>
    private async Task<List<LaterChange>> ChangedSinceAsync(RecordedEvent happened, Asset asset, List<FieldChange> changes, CancellationToken ct)
    {
        var now = log.FieldsOf(asset);
        if (changes.Any(c => c.Field == Tags)) now[Tags] = await TagsOfAsync(asset, ct);

        // A unit of work can write a row twice, as when a take is made and then gets its picture: the later row is what it left.
        var left = (await activity.OfUnitAsync(happened.Id.Tx, happened.SubjectId, ct)).Where(e => e.Id.Seq > happened.Id.Seq)
            .SelectMany(FieldChange.Of).GroupBy(c => c.Path).ToDictionary(c => c.Key, c => c.Last().After);
        var paths = changes.Where(c => !Holds(c, c.In(now), left.TryGetValue(c.Path, out var later) ? later : c.After)).Select(c => c.Path).ToList();
        if (!asset.IsLive && Find(changes, Deleted) is null) paths.Add(Deleted);
        if (paths.Count == 0) return [];

        var since = await activity.SinceAsync(happened.Id.Tx, happened.SubjectId, LaterEvents, ct);
        if (asset.DeletedWith is { } above) since = [.. since, .. await activity.SinceAsync(happened.Id.Tx, above.Value, LaterEvents, ct)];
        return [.. paths.Distinct().Select(p => new LaterChange(p, since.FirstOrDefault(e => FieldChange.Of(e).Any(c => c.Path == p))))];
    }

    /// <summary>Moments are only compared as being there: the database keeps them a little coarser than the record.</summary>
    private static bool Holds(FieldChange change, JsonNode? now, JsonNode? left) =>
        change.Field == Deleted ? now is null == left is null : FieldChange.Same(now, left);

    private async Task<JsonArray> TagsOfAsync(Asset asset, CancellationToken ct)
    {
        var links = await tags.OfAssetAsync(asset.Id, ct);
        var named = await tags.FindAllAsync([.. links.Select(l => l.TagId)], ct);
        return [.. named.Select(t => t.Name).Order(StringComparer.OrdinalIgnoreCase).Select(n => JsonValue.Create(n))];
    }

    /// <summary>Deleting what was selected also cleared the pick, in the same unit of work: then it comes back too, unless something else was selected since.</summary>
    private async Task<LostPick?> PickLostAsync(RecordedEvent happened, Asset asset, CancellationToken ct)
    {
        // Whoever may not select brings the asset back, not the pick.
        if (asset.ParentId is not { } owner || !caller.Permissions.Contains(Permission.Select)) return null;
        foreach (var row in await activity.OfUnitAsync(happened.Id.Tx, owner.Value, ct))
        {
            var changes = FieldChange.Of(row);
            if (Find(changes, "selectedChildId") is { Before: { } was, After: null } && was.GetValue<Guid>() == asset.Id.Value)
                return new LostPick(owner, Find(changes, "selectedReason")?.Before?.GetValue<string>());
        }

        return null;
    }

    private static JsonObject Patch(JsonObject now, List<FieldChange> changes)
    {
        var patch = new JsonObject();
        foreach (var change in changes.Where(c => Patchable.Contains(c.Field)))
        {
            if (change.Key is null) patch[change.Field] = change.Before?.DeepClone();
            else (patch[change.Field] ??= new JsonObject())[change.Key] = FieldChange.MergePatch(change.In(now), change.Before);
        }

        return patch;
    }

    /// <summary>Whether all that the event says was changed can be brought back.</summary>
    internal static bool HasInverse(RecordedEvent happened)
    {
        if (happened.Before is null) return happened.After is not null;
        var changes = FieldChange.Of(happened).Where(c => !Consequences.Contains(c.Field)).ToList();
        return changes.Count > 0 && changes.All(c => HasInverse(c.Field));
    }

    private static FieldChange? Find(IEnumerable<FieldChange> changes, string field) => changes.FirstOrDefault(c => c.Field == field);

    private static bool HasInverse(string field) =>
        Patchable.Contains(field) || field is Deleted or Tags or File or "verdict" or "selectedChildId" or "selectedReason" or "parentId" or "position";

    /// <summary>Everything that bringing these fields back takes: who may not make the pick may not get at it by undoing either, alone or among other fields.</summary>
    private static IEnumerable<Permission> Needed(Asset asset, List<FieldChange> changes, bool created)
    {
        if (created) return [Permission.Edit];
        return changes.Select(c => c.Field is "selectedChildId" or "selectedReason" ? Permission.Select
            : asset.Type.Numbered && Reviewable.Contains(c.Path) ? Permission.Review
            : Permission.Edit).Distinct();
    }
}

/// <summary>A pick that was cleared because its asset was deleted.</summary>
internal sealed record LostPick(AssetId Owner, string? Reason);
