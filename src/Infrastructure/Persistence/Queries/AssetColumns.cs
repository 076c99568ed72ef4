using System.Text.Json;
using Director.Application.Assets;
using Director.Domain.Assets;
using Npgsql;

namespace Director.Infrastructure.Persistence.Queries;

/// <summary>The one list of columns that every reading statement selects, and how a row of them becomes an asset for showing.</summary>
internal static class AssetColumns
{
    /// <summary>For the alias <c>a</c>; a statement may put columns of its own behind them, from <see cref="Count"/> on.</summary>
    internal const string Select = $"{Plain}, {TakeSources.OfTake}";

    private const string Plain = """
        a.id, a.workspace_id, a.type, a.name, a.description, a.external_id, a.metadata::text, a.status, a.parent_id, a.root_id, a.position,
        a.number, a.code, a.selected_child_id, a.selected_at, a.selected_by,
        case when a.selected_by is not null then coalesce((select u.display_name from users u where u.id = a.selected_by),
          (select g.name from share_link_guests g where g.workspace_id = a.workspace_id and g.id = a.selected_by)) end, a.selected_reason, a.selected_number,
        a.details::text, a.details_version, a.media_content_type, a.media_size, a.media_sha256, a.media_width, a.media_height,
        a.media_duration_ms, a.media_frame_rate, a.source, a.cost_amount, a.cost_currency,
        array(select t.name from asset_tags x join tags t on t.workspace_id = x.workspace_id and t.id = x.tag_id
              where x.workspace_id = a.workspace_id and x.asset_id = a.id order by lower(t.name)),
        a.favorite, a.rating, a.circled, a.verdict, a.take_count, a.created_at, a.created_by, a.updated_at, a.version, a.deleted_at
        """;

    /// <summary>The same for statements that find out themselves which takes are stale, and say so in a column behind these (see <see cref="FilmReader"/>).</summary>
    internal const string SelectUnjudged = $"{Plain}, null::boolean";

    internal const int Count = 43;

    /// <summary>A live row: neither deleted itself nor with an ancestor.</summary>
    internal const string Live = "a.deleted_at is null and a.deleted_with is null";

    internal static AssetDto Read(NpgsqlDataReader r)
    {
        var type = AssetTypes.Get(r.GetString(2));
        var pick = Struct<Guid>(r, 13);
        return new AssetDto
        {
            Id = r.GetGuid(0),
            WorkspaceId = r.GetGuid(1),
            Type = type.Slug,
            Name = r.GetString(3),
            Description = Text(r, 4),
            ExternalId = Text(r, 5),
            Metadata = r.GetString(6) is { Length: > 2 } json ? JsonSerializer.Deserialize<Dictionary<string, string>>(json)! : EmptyMetadata,
            Status = Text(r, 7),
            ParentId = Struct<Guid>(r, 8),
            RootId = r.GetGuid(9),
            Position = r.GetString(10),
            Number = Struct<int>(r, 11),
            Code = Text(r, 12),
            SelectedChildId = pick,
            Selection = pick is { } child && !r.IsDBNull(14) && !r.IsDBNull(15)
                ? new SelectionDto(child, Struct<int>(r, 18), r.GetFieldValue<DateTimeOffset>(14), r.GetGuid(15), Text(r, 16) ?? "", Text(r, 17))
                : null,
            Details = Struct<bool>(r, 42) is { } stale ? type.ReadStored(r.GetString(19), r.GetInt32(20)).Judged(stale) : type.ReadStored(r.GetString(19), r.GetInt32(20)),
            Media = r.IsDBNull(23) ? null
                : new MediaDto(r.GetString(21), r.GetInt64(22), r.GetString(23), Struct<int>(r, 24), Struct<int>(r, 25), Struct<int>(r, 26), Text(r, 27)),
            Source = Text(r, 28),
            Cost = r.IsDBNull(29) ? null : new CostDto(r.GetDecimal(29), Text(r, 30) ?? ""),
            Tags = r.GetFieldValue<string[]>(31),
            Favorite = r.GetBoolean(32),
            Rating = Struct<int>(r, 33),
            Circled = r.GetBoolean(34),
            Verdict = Text(r, 35),
            TakeCount = r.GetInt32(36),
            CreatedAt = r.GetFieldValue<DateTimeOffset>(37),
            CreatedBy = r.GetGuid(38),
            UpdatedAt = r.GetFieldValue<DateTimeOffset>(39),
            Version = r.GetInt64(40),
            DeletedAt = Struct<DateTimeOffset>(r, 41),
        };
    }

    private static readonly Dictionary<string, string> EmptyMetadata = [];

    private static string? Text(NpgsqlDataReader r, int at) => r.IsDBNull(at) ? null : r.GetString(at);

    private static T? Struct<T>(NpgsqlDataReader r, int at) where T : struct => r.IsDBNull(at) ? null : r.GetFieldValue<T>(at);
}
