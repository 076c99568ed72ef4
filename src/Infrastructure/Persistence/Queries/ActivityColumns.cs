using System.Text.Json;
using Director.Application.Events;
using Npgsql;

namespace Director.Infrastructure.Persistence.Queries;

/// <summary>What rows of the record are called by: their own words first, which are of that time, then what the thing is called now.</summary>
internal static class ActivityColumns
{
    /// <summary>The name of the row <c>a</c>'s subject, as an expression; null when nothing says it.</summary>
    internal const string SubjectName = """
        coalesce(a.after ->> 'code', a.before ->> 'code', a.after ->> 'name', a.before ->> 'name', case a.subject_type
          when 'collection' then (select c.name from asset_collections c where c.workspace_id = a.workspace_id and c.id = a.subject_id)
          when 'tag' then (select t.name from tags t where t.workspace_id = a.workspace_id and t.id = a.subject_id)
          when 'generation' then (select coalesce(s.code, s.name) from generations g join assets s on s.workspace_id = g.workspace_id and s.id = g.shot_id
                                  where g.workspace_id = a.workspace_id and g.id = a.subject_id)
          when 'relationship' then (
            select coalesce(p.code, p.name) || ' → ' || coalesce(c.code, c.name)
            from (select coalesce((a.after ->> 'parentId')::uuid, (a.before ->> 'parentId')::uuid, r.parent_id) as parent_id,
                         coalesce((a.after ->> 'childId')::uuid, (a.before ->> 'childId')::uuid, r.child_id) as child_id
                  from (select 1) one left join asset_relationships r on r.workspace_id = a.workspace_id and r.id = a.subject_id) ends
            join assets p on p.workspace_id = a.workspace_id and p.id = ends.parent_id
            join assets c on c.workspace_id = a.workspace_id and c.id = ends.child_id)
          else (select coalesce(x.code, x.name) from assets x where x.workspace_id = a.workspace_id and x.id = a.subject_id) end)
        """;

    /// <summary>What <see cref="ReadEvent"/> reads of the row <c>a</c>.</summary>
    internal const string OfEvent = $"""
        a.tx::text as tx_text, a.seq, a.kind, a.subject_type, a.subject_id, {SubjectName}, a.root_id, a.at, a.actor_kind, a.actor_id, a.actor_name,
        a.before::text, a.after::text, a.request_id
        """;

    /// <summary>How many columns that are; what follows has this place.</summary>
    internal const int Count = 14;

    /// <summary>Reads the row.</summary>
    internal static EventDto ReadEvent(NpgsqlDataReader r)
    {
        var happened = new RecordedEvent(
            new EventPlace(ulong.Parse(r.GetString(0), System.Globalization.CultureInfo.InvariantCulture), r.GetInt64(1)), r.GetFieldValue<DateTimeOffset>(7), r.GetString(8),
            r.IsDBNull(9) ? null : r.GetGuid(9), r.GetString(10), r.GetString(2), r.GetString(3), r.GetGuid(4), Json(r, 11), Json(r, 12), r.IsDBNull(5) ? null : r.GetString(5));
        return new EventDto(
            happened.Id.ToString(), happened.Kind, happened.SubjectType, happened.SubjectId, happened.SubjectName, r.IsDBNull(6) ? null : r.GetGuid(6), happened.At,
            new EventActorDto(happened.ActorKind, happened.ActorId, happened.ActorName), happened.Before, happened.After, r.GetString(13), happened.Undoable);
    }

    private static JsonElement? Json(NpgsqlDataReader r, int at) => r.IsDBNull(at) ? null : JsonDocument.Parse(r.GetString(at)).RootElement;
}
