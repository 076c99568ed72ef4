using Director.Domain.Assets;
using Director.Infrastructure.Legacy.Rules;
using Npgsql;
using static NpgsqlTypes.NpgsqlDbType;

namespace Director.Infrastructure.Legacy.Import;

/// <summary>The statements that write a batch, each a row for everything in it.</summary>
internal static class LegacyInserts
{
    /// <summary>Where everything imported says it came from.</summary>
    internal const string Source = "legacy";

    internal static Task<int> AssetsAsync(NpgsqlConnection db, Guid workspace, Guid by, IReadOnlyList<LegacyAsset> assets, CancellationToken ct) =>
        new BulkInsert<LegacyAsset>("assets", "on conflict (workspace_id, id) do nothing")
            .Column("workspace_id", Uuid, _ => workspace).Column("id", Uuid, a => a.Id).Column("type", Text, a => a.Type).Column("name", Text, a => a.Name)
            .Column("description", Text, a => a.Description).Column("external_id", Text, a => a.ExternalId).Json("metadata", a => a.Metadata).Column("status", Text, a => a.Status)
            .Column("parent_id", Uuid, a => a.ParentId).Column("root_id", Uuid, a => a.RootId ?? a.Id).Column("position", Text, a => a.Position).Column("number", Integer, a => a.Number)
            .Column("code", Text, a => a.Code).Column("selected_child_id", Uuid, a => a.SelectedChildId).Column("selected_at", TimestampTz, a => a.SelectedAt)
            .Column("selected_by", Uuid, a => a.SelectedChildId is null ? null : by).Column("source", Text, _ => Source).Column("cost_amount", Numeric, a => a.Cost)
            .Column("cost_currency", Text, a => a.Cost is null ? null : "USD").Column("favorite", NpgsqlTypes.NpgsqlDbType.Boolean, a => a.Favorite).Column("rating", Integer, a => a.Rating)
            .Column("circled", NpgsqlTypes.NpgsqlDbType.Boolean, _ => false).Column("verdict", Text, a => a.Verdict).Column("take_count", Integer, a => a.TakeCount)
            .Column("last_child_number", Integer, a => a.LastChildNumber).Column("selected_number", Integer, a => a.SelectedNumber).Column("created_at", TimestampTz, a => a.CreatedAt)
            .Column("created_by", Uuid, _ => by).Column("updated_at", TimestampTz, a => a.UpdatedAt).Column("updated_by", Uuid, _ => by).Column("version", Bigint, _ => 1L)
            .Json("details", a => a.Details).Column("details_version", Integer, a => a.DetailsVersion)
            .Column("media_content_type", Text, a => Here(a)?.ContentType).Column("media_size", Bigint, a => Here(a)?.Size).Column("media_sha256", Text, a => Here(a)?.Sha256)
            .Column("media_width", Integer, a => Here(a)?.Width).Column("media_height", Integer, a => Here(a)?.Height)
            .RunAsync(db, assets, ct);

    internal static Task<int> LinksAsync(NpgsqlConnection db, Guid workspace, Guid by, IReadOnlyList<LegacyLink> links, CancellationToken ct) =>
        new BulkInsert<LegacyLink>("asset_relationships")
            .Column("workspace_id", Uuid, _ => workspace).Column("id", Uuid, l => LegacyIds.Of(workspace, "link", l.Key)).Column("parent_id", Uuid, l => l.Parent).Column("child_id", Uuid, l => l.Child)
            .Column("kind", Text, l => l.Kind.Slug).Column("sequence", Integer, l => l.Sequence).Json("metadata", _ => "{}").Column("created_at", TimestampTz, l => l.At).Column("created_by", Uuid, _ => by)
            .RunAsync(db, links, ct);

    internal static async Task<int> GatheringsAsync(NpgsqlConnection db, Guid workspace, Guid by, IReadOnlyList<LegacyCollection> collections, IReadOnlyList<LegacyMember> members, CancellationToken ct)
    {
        var written = await new BulkInsert<LegacyCollection>("asset_collections")
            .Column("workspace_id", Uuid, _ => workspace).Column("id", Uuid, c => c.Id).Column("name", Text, c => c.Name).Column("kind", Text, _ => "project").Column("parent_id", Uuid, c => c.Parent)
            .Column("created_at", TimestampTz, c => c.CreatedAt).Column("created_by", Uuid, _ => by).Column("updated_at", TimestampTz, c => c.UpdatedAt).Column("version", Bigint, _ => 1L)
            .RunAsync(db, collections, ct);
        // The order of former films in a project was that of their ids.
        return written + await new BulkInsert<LegacyMember>("asset_collection_members")
            .Column("workspace_id", Uuid, _ => workspace).Column("collection_id", Uuid, m => m.Collection).Column("asset_id", Uuid, m => m.Asset).Column("sequence", Integer, _ => 0)
            .RunAsync(db, members, ct);
    }

    internal static async Task<int> TagsAsync(NpgsqlConnection db, Guid workspace, IReadOnlyList<LegacyTag> tags, CancellationToken ct)
    {
        if (tags.Count == 0) return 0;
        var words = tags.GroupBy(t => t.Name.ToLowerInvariant(), StringComparer.Ordinal).Select(g => g.First()).ToList();
        var written = await new BulkInsert<LegacyTag>("tags")
            .Column("workspace_id", Uuid, _ => workspace).Column("id", Uuid, t => ContentRules.TagId(workspace, t.Name)).Column("name", Text, t => t.Name).Column("created_at", TimestampTz, t => t.At)
            .RunAsync(db, words, ct);
        // The crew may have the word already, under an id of its own.
        await using var put = new NpgsqlCommand("""
            insert into asset_tags (workspace_id, asset_id, tag_id)
            select distinct $1, x.asset, t.id from unnest($2::uuid[], $3::text[]) x(asset, word) join tags t on t.workspace_id = $1 and lower(t.name) = lower(x.word) on conflict do nothing
            """, db) { Parameters = { new() { Value = workspace }, new() { Value = tags.Where(t => t.Asset is not null).Select(t => t.Asset!.Value).ToArray() }, new() { Value = tags.Where(t => t.Asset is not null).Select(t => t.Name).ToArray() } } };
        return written + await put.ExecuteNonQueryAsync(ct);
    }

    internal static Task<int> NotesAsync(NpgsqlConnection db, Guid workspace, Guid by, IReadOnlyList<LegacyNote> notes, CancellationToken ct) =>
        new BulkInsert<LegacyNote>("notes")
            .Column("workspace_id", Uuid, _ => workspace).Column("id", Uuid, n => n.Id).Column("take_id", Uuid, n => n.Take).Column("text", Text, n => n.Text).Column("frame_in", Integer, _ => 0)
            .Column("author_id", Uuid, _ => by).Column("author_name", Text, n => n.Author).Column("created_at", TimestampTz, n => n.At).Column("updated_at", TimestampTz, n => n.At).Column("version", Bigint, _ => 1L)
            .RunAsync(db, notes, ct);

    internal static Task<int> OutcomesAsync(NpgsqlConnection db, Guid workspace, DateTime at, IReadOnlyList<LegacyOutcome> outcomes, CancellationToken ct) =>
        new BulkInsert<LegacyOutcome>("legacy_rows",
            "on conflict (workspace_id, source_table, source_id) do update set fate = excluded.fate, target_type = excluded.target_type, target_id = excluded.target_id, reason = excluded.reason, at = excluded.at")
            .Column("workspace_id", Uuid, _ => workspace).Column("source_table", Text, o => o.Table).Column("source_id", Text, o => o.Id)
            .Column("fate", Text, o => o.Fate.ToString().ToLowerInvariant()).Column("target_type", Text, o => o.Target).Column("target_id", Uuid, o => o.TargetId)
            .Column("reason", Text, o => o.Reason is { Length: > 2000 } long_ ? long_[..2000] : o.Reason).Column("at", TimestampTz, _ => at)
            .RunAsync(db, outcomes, ct);

    internal static Task<int> BlobsAsync(NpgsqlConnection db, Guid workspace, DateTime at, IReadOnlyList<LegacyFile> files, CancellationToken ct) =>
        new BulkInsert<LegacyFile>("blobs")
            .Column("workspace_id", Uuid, _ => workspace).Column("sha256", Text, f => f.Sha256).Column("size", Bigint, f => f.Size).Column("content_type", Text, f => f.ContentType).Column("created_at", TimestampTz, _ => at)
            .RunAsync(db, files, ct);

    /// <summary>The bytes that came along; those of a picture that is missing have no facts.</summary>
    internal static LegacyFile? Here(LegacyAsset asset) => asset.Media is { Missing: null, Sha256: not null } file ? file : null;
}
