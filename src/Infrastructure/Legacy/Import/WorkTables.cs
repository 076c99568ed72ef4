using Director.Infrastructure.Persistence.Setup;
using Npgsql;

namespace Director.Infrastructure.Legacy.Import;

/// <summary>
/// Says of every staged row where it goes and in which order: one temporary table a step, ranked by workspace, so that pages of it are the same in
/// every run. What is in none of them has nothing to belong to, and is refused.
/// </summary>
internal static class WorkTables
{
    /// <summary>How deep a walk along former parents goes; what lies deeper, or in a circle, is not reached from the top.</summary>
    private const int Deepest = 10_000;

    internal static async Task BuildAsync(NpgsqlConnection db, Guid named, CancellationToken ct)
    {
        foreach (var statement in Statements(named)) await Sql.ExecuteAsync(db, statement, ct);
    }

    private static IEnumerable<string> Statements(Guid named)
    {
        var other = $"'{named}'::uuid";

        yield return Work("projects", $"""
            with home as (select s.id, coalesce(w.id, {other}) as ws, s.k2 as parent from pg_temp.s_projects s left join pg_temp.s_ws w on w.former = s.k1),
            reached as (select * from ({Reached("home", Domain.Collections.AssetCollection.MaxDepth)}) r)
            select h.id, h.ws, case when r.depth > 1 then h.parent end as a, null::text as b, null::bigint as n, coalesce(r.depth, 1) as o from home h left join reached r on r.id = h.id
            """, "ws, o, id");
        yield return Work("film_projects", $"""
            select s.id, coalesce(w.id, p.ws, {other}) as ws, case when p.ws = coalesce(w.id, p.ws) then p.id end as a, null::text as b, null::bigint as n, 0 as o
            from pg_temp.s_film_projects s left join pg_temp.s_ws w on w.former = s.k1 left join pg_temp.w_projects p on p.id = s.k2
            """, "ws, id");
        yield return Work("characters", $"""
            select id, ws, null::text as a, null::text as b, count(*) over (partition by name) - count(*) over (partition by name, ws) as n, 0 as o
            from (select s.id, s.k2 as name, coalesce(w.id, {other}) as ws from pg_temp.s_characters s left join pg_temp.s_ws w on w.former = s.k1) c
            """, "ws, id");
        yield return Work("assets", $"""
            select s.id, coalesce(w.id, c.ws, {other}) as ws, case when c.ws = coalesce(w.id, c.ws) then c.id end as a, null::text as b, null::bigint as n, 0 as o
            from pg_temp.s_assets s left join pg_temp.s_ws w on w.former = s.k1 left join pg_temp.w_characters c on c.id = s.k2
            """, "ws, id");
        yield return $"""
            create temp table home_scripts as select s.id, coalesce(w.id, p.ws, {other}) as ws, s.k3 as parent
              from pg_temp.s_script_generations s left join pg_temp.s_ws w on w.former = s.k1 left join pg_temp.w_projects p on p.id = s.k2;
            create index on pg_temp.home_scripts (id); create index on pg_temp.home_scripts (parent); analyze pg_temp.home_scripts;
            create temp table home_scenes as
              select c.id, c.script, h.ws, coalesce('f:' || min(f.id) over (partition by c.script), 's:' || c.script) as film
              from (select s.id, s.k1 as script, min(g.k2) as shown from pg_temp.s_scenes s
                    left join pg_temp.s_shot_generations g on g.k1 = s.id and exists (
                      select from pg_temp.w_film_projects x join pg_temp.home_scripts y on y.id = s.k1 and y.ws = x.ws where x.id = g.k2)
                    group by s.id, s.k1) c
              join pg_temp.home_scripts h on h.id = c.script left join pg_temp.w_film_projects f on f.id = c.shown;
            create index on pg_temp.home_scenes (id); create index on pg_temp.home_scenes (script); analyze pg_temp.home_scenes
            """;
        yield return Work("script_generations", $"""
            with reached as (select * from ({Reached("pg_temp.home_scripts", Deepest)}) r)
            select h.id, h.ws, case when r.depth > 1 then h.parent end as a, null::text as b,
              (select count(*) from pg_temp.home_scenes c where c.script = h.id and c.film = 's:' || h.id) as n, coalesce(r.depth, 1) as o
            from pg_temp.home_scripts h left join reached r on r.id = h.id
            """, "ws, o, id");
        yield return Work("scenes", """
            select h.id, h.ws, h.film as a, null::text as b, row_number() over (partition by h.film order by h.script, s.k2::int nulls last, h.id) - 1 as n, 0 as o
            from pg_temp.home_scenes h join pg_temp.s_scenes s on s.id = h.id
            """, "ws, a, n");
        foreach (var statement in Shots()) yield return statement;
        yield return Plain("content_items", other, "null::text", "");
        yield return Plain("processing_jobs", other, "c.id", "left join pg_temp.s_content_items c on c.id = s.k1");
        yield return Work("generation_notes", $"""
            select s.id, coalesce(f.ws, h.ws, {other}) as ws,
              case when s.k2 = 'shot_generations' then t.film || chr(10) || t.key when h.id is not null then h.id end as a,
              (select x.id from pg_temp.home_takes x where x.film = t.film and x.key = t.key order by x.made desc nulls first, x.id desc limit 1) as b, null::bigint as n, 0 as o
            from pg_temp.s_generation_notes s
            left join pg_temp.home_texts t on s.k2 = 'shot_generations' and t.id = s.k1
            left join pg_temp.home_films f on f.film = t.film
            left join pg_temp.home_scripts h on s.k2 = 'script_generations' and h.id = s.k1
            """, "ws, id");
        yield return Work("tags", $"""
            select s.id, {other} as ws, case when first <> s.id then (select doc::json -> 'row' ->> 'name' from pg_temp.s_tags y where y.id = first) end as a, null::text as b, null::bigint as n,
              case when first <> s.id then 1 else 0 end as o
            from (select id, first_value(id) over (partition by trim(k1) order by id) as first from pg_temp.s_tags) s
            """, "ws, o, id");
        yield return Work("content_tags", $"""
            select s.id, {other} as ws, t.id as a, c.id as b, null::bigint as n, 0 as o
            from pg_temp.s_content_tags s left join pg_temp.s_tags t on t.id = s.k2 left join pg_temp.s_content_items c on c.id = s.k1
            """, "ws, id");
        yield return Plain("users", other, "null::text", "");
    }

    /// <summary>Which rows are one shot: a result and a text belong together when the result's shot is one of the text's versions.</summary>
    private static IEnumerable<string> Shots()
    {
        yield return """
            create temp table home_films as
              select 'f:' || id as film, ws from pg_temp.w_film_projects
              union all select distinct film, ws from pg_temp.home_scenes where film like 's:%';
            create index on pg_temp.home_films (film); analyze pg_temp.home_films;
            create temp table home_texts as
              select s.id, f.film, case when c.film = f.film then c.id end as scene, case when s.k2 is null then 'c:' || s.k1 || ':' else 'n:' end || coalesce(s.k3, s.id) as key,
                coalesce(s.k4, s.k3)::int as seq
              from pg_temp.s_shot_generations s left join pg_temp.home_scenes c on c.id = s.k1
              join pg_temp.home_films f on f.film = coalesce((select x.film from pg_temp.home_films x where x.film = 'f:' || s.k2), c.film);
            create index on pg_temp.home_texts (id); create index on pg_temp.home_texts (film, key); analyze pg_temp.home_texts;
            create temp table home_takes as
              select s.id, 'f:' || s.k1 as film, coalesce((select t.key from pg_temp.home_texts t where t.id = s.k2 and t.film = 'f:' || s.k1), 's:' || coalesce(s.k2, s.id)) as key,
                s.k3 as made, s.k4::int as seq
              from pg_temp.s_film_shots s join pg_temp.w_film_projects f on f.id = s.k1;
            create index on pg_temp.home_takes (id); create index on pg_temp.home_takes (film, key); analyze pg_temp.home_takes
            """;
        yield return """
            create temp table w_shots as
              select row_number() over (order by s.ws, s.film, s.place) as rank, s.* from (
                select f.ws, g.film, g.key, g.scene, row_number() over (partition by g.film order by g.seq nulls last, g.made nulls last, g.key) - 1 as place,
                  row_number() over (partition by g.film, g.scene order by g.seq nulls last, g.made nulls last, g.key) - 1 as sibling
                from (select film, key, max(scene) as scene, coalesce(min(taken), min(seq)) as seq, min(made) as made from (
                        select film, key, scene, seq, null::int as taken, null::text as made from pg_temp.home_texts
                        union all select film, key, null, null, seq, made from pg_temp.home_takes) u
                      group by film, key) g
                join pg_temp.home_films f on f.film = g.film) s;
            create unique index on pg_temp.w_shots (rank); analyze pg_temp.w_shots;
            create index on pg_temp.s_shot_reviews (k1)
            """;
    }

    /// <summary>What is reached from the top along the former parents, within a workspace.</summary>
    private static string Reached(string home, int deepest) => $"""
        with recursive down (id, ws, depth) as (
          select h.id, h.ws, 1 from {home} h where not exists (select from {home} p where p.id = h.parent and p.ws = h.ws)
          union all
          select h.id, h.ws, d.depth + 1 from down d join {home} h on h.parent = d.id and h.ws = d.ws where d.depth < {deepest})
        select id, depth from down
        """;

    private static string Plain(string table, string other, string a, string joins) =>
        Work(table, $"select s.id, {other} as ws, {a} as a, null::text as b, null::bigint as n, 0 as o from {LegacyStaging.Of(table)} s {joins}", "ws, id");

    private static string Work(string name, string rows, string order) => $"""
        create temp table w_{name} as select row_number() over (order by {order}) as rank, r.* from ({rows}) r;
        create unique index on pg_temp.w_{name} (rank); create index on pg_temp.w_{name} (id); analyze pg_temp.w_{name}
        """;
}
