namespace Director.Api.FunctionalTests.Generation.Faults;

/// <summary>What holds at all times when nothing is pending; every statement returns what breaks it, as text.</summary>
internal static class Invariants
{
    internal static readonly IReadOnlyList<(string Name, string Sql)> All =
    [
        ("a pick that is no live child", """
            select p.id::text from assets p left join assets c on c.workspace_id = p.workspace_id and c.id = p.selected_child_id
            where p.selected_child_id is not null and (c.parent_id is distinct from p.id or c.deleted_at is not null)
            """),
        ("a number twice", "select parent_id || ' ' || number from assets where number is not null group by parent_id, number having count(*) > 1"),
        ("pending and nobody's", "select id::text from generations where ended_at is null and (lease_until is null or lease_until < clock_timestamp())"),
        ("a success without its take", """
            select g.id::text from generations g left join assets a on a.workspace_id = g.workspace_id and a.id = g.take_id
            where g.status = 'succeeded' and (a.id is null or a.parent_id <> g.shot_id or a.number is distinct from g.number)
            """),
        ("a generated take without its generation", """
            select a.id::text from assets a where a.type = 'shot_take' and a.source = 'generated'
              and (select count(*) from generations g where g.workspace_id = a.workspace_id and g.take_id = a.id) <> 1
            """),
        ("media without a file", """
            select a.id::text from assets a left join blobs b on b.workspace_id = a.workspace_id and b.sha256 = a.media_sha256
            where a.media_sha256 is not null and b.sha256 is null
            """),
        ("a child in another workspace", "select c.id::text from assets c join assets p on p.id = c.parent_id where p.workspace_id <> c.workspace_id"),
        ("an end without its record", """
            select g.id::text from generations g where g.ended_at is not null
              and not exists (select from activity y where y.workspace_id = g.workspace_id and y.subject_id = g.id and y.after ->> 'state' = g.status)
            """),
        ("a reservation of what has ended", "select id::text from generations where ended_at is not null and reserved_amount <> 0"),
        ("costs that do not add up", """
            select g.id::text from generations g where g.cost_amount <>
              (select coalesce(sum(t.cost_amount), 0) from generation_attempts t where t.workspace_id = g.workspace_id and t.generation_id = g.id)
            """),
        ("an attempt left open", "select t.id::text from generation_attempts t join generations g on g.workspace_id = t.workspace_id and g.id = t.generation_id where g.ended_at is not null and t.ended_at is null"),
        ("a place kept by what has ended", "select w.generation_id::text from generation_turns w where not exists (select from generations g where g.id = w.generation_id and g.ended_at is null)"),
        ("a tenant table without its wall", """
            select c.relname::text from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'workspace_id' and not a.attisdropped
              and c.relname <> 'asset_search' and not (c.relrowsecurity and c.relforcerowsecurity)
            """),
    ];
}
