using System.Text.Json;
using System.Text.Json.Nodes;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Collections;
using Director.Domain.Common;
using Director.Domain.Notes;
using Director.Domain.Relationships;
using Director.Domain.Sharing;
using Director.Domain.Tags;
using Director.Domain.Workspaces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Director.Infrastructure.Persistence.Activity;

/// <summary>
/// Writes the record of a unit of work: one row for every asset, link, collection and tag that it created, changed or removed,
/// with the touched fields before and after. Kept columns and counters are not changes.
/// </summary>
internal sealed class ActivityRecorder(DirectorDbContext db, ICaller caller, IIdSource ids, TimeProvider clock) : IActivityLog
{
    private static readonly HashSet<string> Unrecorded =
    [
        nameof(Asset.WorkspaceId), nameof(Asset.Id), nameof(Asset.Version), nameof(Asset.CreatedAt), nameof(Asset.CreatedBy),
        nameof(Asset.UpdatedAt), nameof(Asset.UpdatedBy), nameof(Asset.TakeCount), nameof(Asset.LastChildNumber),
        nameof(Asset.SelectedNumber), nameof(Asset.ImportKey), "detailsVersion", nameof(ShareLink.SecretHash), nameof(ApiKey.SecretHash), "LastUsedAt",
    ];

    private static readonly JsonSerializerOptions FieldNames = new(JsonSerializerDefaults.Web);

    private readonly HashSet<Guid> roots = [];
    private readonly Dictionary<AssetId, Guid> rootOf = [];
    private string operation = "";
    private bool summarised;

    internal IReadOnlyCollection<Guid> TouchedRoots => roots;

    internal void Begin(string name)
    {
        operation = name;
        summarised = false;
        roots.Clear();
        rootOf.Clear();
    }

    public void SummariseCreations() => summarised = true;

    /// <summary>Adds the rows for everything changed since the last call; to be saved with the changes themselves.</summary>
    internal void Record()
    {
        if (caller.WorkspaceId is null) return;
        // Looked at once: every further look would search all that is tracked for changes again.
        var entries = db.ChangeTracker.Entries().ToList();
        foreach (var asset in entries.Select(e => e.Entity).OfType<Asset>()) rootOf[asset.Id] = asset.RootId.Value;
        foreach (var entry in entries.Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            if (Subject(entry) is not { } subject) continue;
            if (entry.Entity is Asset touched)
            {
                roots.Add(touched.RootId.Value);
                if (entry.Property(nameof(Asset.RootId)).OriginalValue is AssetId was) roots.Add(was.Value);
            }

            // A film shows who is cast in it, whose own tree it is not.
            if (entry.Entity is AssetRelationship link && RootOf(link.ChildId) is { } shown) roots.Add(shown);

            if (summarised && entry.State is EntityState.Added) continue;
            var (before, after) = Fields(entry);
            if (before is null && after is null) continue;
            Add(subject.Type, subject.Id, subject.Root, before, after);
        }
    }

    public void Touch(IEnumerable<AssetId> touched) => roots.UnionWith(touched.Select(r => r.Value));

    public JsonObject FieldsOf(object entity)
    {
        var entry = db.Entry(entity);
        JsonObject fields = [];
        foreach (var (name, member) in Members(entry)) fields[name] = Value(member.CurrentValue, member.Metadata);
        if (Media(entry) is { } media) fields["media"] = JsonSerializer.SerializeToNode(media.CurrentValue, FieldNames);
        return fields;
    }

    public void Add(string subjectType, Guid subjectId, Guid? rootId, JsonElement? before, JsonElement? after)
    {
        if (rootId is { } root) roots.Add(root);
        db.Activity.Add(new ActivityRow
        {
            WorkspaceId = caller.Workspace(),
            Id = ids.Next(),
            At = clock.GetUtcNow(),
            ActorKind = caller.ActorKind,
            ActorId = caller.UserId,
            ActorName = caller.Name,
            Kind = operation,
            SubjectType = subjectType,
            SubjectId = subjectId,
            RootId = rootId is { } r ? new AssetId(r) : null,
            Before = before?.GetRawText(),
            After = after?.GetRawText(),
            RequestId = caller.RequestId,
            Origin = caller.Origin,
        });
    }

    private (string Type, Guid Id, Guid? Root)? Subject(EntityEntry entry) => entry.Entity switch
    {
        Asset a => (a.Type.Slug, a.Id.Value, a.RootId.Value),
        AssetRelationship r => ("relationship", r.Id.Value, RootOf(r.ParentId)),
        AssetCollection c => ("collection", c.Id.Value, null),
        Tag t => ("tag", t.Id.Value, null),
        Workspace w => ("workspace", w.Id.Value, null),
        WorkspaceMember m => ("member", m.UserId.Value, null),
        Invitation i => ("invitation", i.Id.Value, null),
        ShareLink l => ("shareLink", l.Id.Value, null),
        ShareGuest g => ("guest", g.Id, null),
        Note n => ("note", n.Id.Value, RootOf(n.TakeId)),
        ApiKey k => ("apiKey", k.Id.Value, null),
        _ => null,
    };

    private Guid? RootOf(AssetId id) => rootOf.TryGetValue(id, out var root) ? root : null;

    private static (JsonElement? Before, JsonElement? After) Fields(EntityEntry entry)
    {
        JsonObject before = [], after = [];
        foreach (var (name, member) in Members(entry))
        {
            if (entry.State is EntityState.Modified && !member.IsModified) continue;
            if (entry.State is not EntityState.Added) before[name] = Value(member.OriginalValue, member.Metadata);
            if (entry.State is not EntityState.Deleted) after[name] = Value(member.CurrentValue, member.Metadata);
        }

        if (Media(entry) is { } media && (entry.State is EntityState.Added ? media.CurrentValue is not null : media.IsModified))
        {
            if (entry.State is not EntityState.Added) before["media"] = JsonSerializer.SerializeToNode(MediaBefore(media), FieldNames);
            after["media"] = JsonSerializer.SerializeToNode(media.CurrentValue, FieldNames);
        }

        if (before.Count == 0 && after.Count == 0) return (null, null);
        return (entry.State is EntityState.Added ? null : JsonSerializer.SerializeToElement(before),
            entry.State is EntityState.Deleted ? null : JsonSerializer.SerializeToElement(after));
    }

    /// <summary>The file of an asset that holds one itself; on others it is a copy of their pick's.</summary>
    private static ComplexPropertyEntry? Media(EntityEntry entry) =>
        entry.Entity is Asset { Type.HoldsMedia: true } ? entry.ComplexProperty(nameof(Asset.Media)) : null;

    /// <summary>The facts of the file that was there: its bytes still lie under their hash.</summary>
    private static JsonObject? MediaBefore(ComplexPropertyEntry media) =>
        media.Property(nameof(Domain.Assets.Media.Sha256)).OriginalValue is not string { Length: > 0 } hash ? null : new JsonObject
        {
            ["contentType"] = media.Property(nameof(Domain.Assets.Media.ContentType)).OriginalValue as string,
            ["size"] = media.Property(nameof(Domain.Assets.Media.Size)).OriginalValue as long?,
            ["sha256"] = hash,
            ["width"] = media.Property(nameof(Domain.Assets.Media.Width)).OriginalValue as int?,
            ["height"] = media.Property(nameof(Domain.Assets.Media.Height)).OriginalValue as int?,
            ["durationMs"] = media.Property(nameof(Domain.Assets.Media.DurationMs)).OriginalValue as int?,
            ["frameRate"] = media.Property(nameof(Domain.Assets.Media.FrameRate)).OriginalValue as string,
        };

    private static IEnumerable<(string Name, PropertyEntry Member)> Members(EntityEntry entry)
    {
        foreach (var property in entry.Properties)
        {
            var name = property.Metadata.Name;
            if (!Unrecorded.Contains(name)) yield return (NameOf(name), property);
        }
    }

    private static string NameOf(string property) => property switch
    {
        "detailsJson" => "details",
        nameof(ShareLink.PassphraseHash) => "hasPassphrase",
        _ => JsonNamingPolicy.CamelCase.ConvertName(property),
    };

    private static JsonNode? Value(object? value, IProperty property) => value switch
    {
        // Of a secret the record only says whether there is one.
        _ when property.Name == nameof(ShareLink.PassphraseHash) => JsonValue.Create(value is not null),
        null => null,
        ITypedId id => JsonValue.Create(id.Value),
        AssetType type => JsonValue.Create(type.Slug),
        RelationshipKind kind => JsonValue.Create(kind.Slug),
        string text when property.GetColumnType() == "jsonb" => JsonNode.Parse(text),
        DateTimeOffset at => JsonValue.Create(at),
        _ => JsonSerializer.SerializeToNode(value),
    };
}
