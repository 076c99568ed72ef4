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
}
