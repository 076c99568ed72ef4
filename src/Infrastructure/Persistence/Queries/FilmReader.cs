using Director.Application.Assets;
using Director.Application.Common.Paging;
using Director.Application.Films;
using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Common;

namespace Director.Infrastructure.Persistence.Queries;

/// <summary>Reads whole films: one index range scan, one statement, whatever the film's length.</summary>
internal sealed class FilmReader(DirectorSql sql)
{
    /// <summary>The takes of the film that something has changed for since they were made: the picks, or all of them. Films without generated takes are not searched.</summary>
    private const string StalePicks = $"""
        with stale as materialized (
          select distinct s.take_id from assets p join take_sources s on s.workspace_id = @workspace and s.take_id = p.selected_child_id
          join assets m on m.workspace_id = @workspace and m.id = s.asset_id
          where p.workspace_id = @workspace and p.root_id = @film and p.type = 'shot' and {TakeSources.Changed}
            and exists (select 1 from take_sources x where x.workspace_id = @workspace and x.film_id = @film))
        """;

    private const string StaleTakes = $"""
        with stale as materialized (
          select distinct s.take_id from take_sources s join assets m on m.workspace_id = @workspace and m.id = s.asset_id
          where s.workspace_id = @workspace and s.film_id = @film and {TakeSources.Changed})
        """;

    private const string Structure = $"""
        select {AssetColumns.SelectUnjudged},
          case when a.type = 'shot' then (select count(*)::int from generations g
            where g.workspace_id = @workspace and g.shot_id = a.id and g.status in ('queued', 'submitting', 'running')) else 0 end,
          case when a.type = 'shot' then array(select r.child_id from asset_relationships r
            where r.workspace_id = @workspace and r.parent_id = a.id and r.kind = 'uses_character' order by r.sequence, r.id) else array[]::uuid[] end,
          (select v.revision from film_revisions v where v.workspace_id = @workspace and v.film_id = @film),
          coalesce(case when a.number is not null then a.id else a.selected_child_id end in (select take_id from stale), false)
        from assets a
        where a.workspace_id = @workspace and a.root_id = @film and a.type = any(@types) and {AssetColumns.Live}
          and (a.type = 'shot_take' or a.status is distinct from 'omitted')
        union all
        select {AssetColumns.SelectUnjudged}, 0, array[]::uuid[], null, false
        from asset_relationships r join assets a on a.workspace_id = r.workspace_id and a.id = r.parent_id
        where r.workspace_id = @workspace and r.child_id = @film and r.kind = 'cast_in' and a.type = 'character_ref' and {AssetColumns.Live}
        """;

    internal async Task<FilmStructureDto?> StructureAsync(AssetId film, TakesShown takes, CancellationToken ct)
    {
        string[] types = takes is TakesShown.All ? ["film", "scene", "shot", "shot_take"] : ["film", "scene", "shot"];
        var rows = await sql.ReadAsync($"{(takes is TakesShown.All ? StaleTakes : StalePicks)}\n{Structure}", p =>
        {
            p.AddWithValue("film", film.Value);
            p.AddWithValue("types", types);
        }, r => (Asset: Judged(AssetColumns.Read(r), r.GetBoolean(AssetColumns.Count + 3)), Stale: r.GetBoolean(AssetColumns.Count + 3), Pending: r.GetInt32(AssetColumns.Count), Characters: r.GetFieldValue<Guid[]>(AssetColumns.Count + 1),
            Revision: r.IsDBNull(AssetColumns.Count + 2) ? 0 : r.GetInt64(AssetColumns.Count + 2)), ct);

        var top = rows.FirstOrDefault(r => r.Asset.Type == "film" && r.Asset.Id == film.Value);
        if (top.Asset is null) return null;

        var rate = ((FilmDetails)top.Asset.Details).Rate();
        var takesOf = rows.Where(r => r.Asset.Type == "shot_take").Select(r => r.Asset).ToLookup(a => a.ParentId);
        var shots = rows.Where(r => r.Asset.Type == "shot").OrderBy(r => r.Asset.Position, StringComparer.Ordinal).ThenBy(r => r.Asset.Id)
            .Select(r => new ShotNodeDto(r.Asset, r.Characters)
            {
                PendingCount = r.Pending,
                RunsFrames = ((ShotDetails)r.Asset.Details).RunsFrames(rate),
                SelectedTake = takes is not TakesShown.None && r.Asset.Selection is { Number: { } number } pick ? new SelectedTakeDto(pick.ChildId, number, r.Asset.Media) { Stale = r.Stale } : null,
                Takes = takes is TakesShown.All ? [.. takesOf[r.Asset.Id].OrderBy(t => t.Number)] : null,
            }).ToLookup(s => s.ParentId);
        var scenes = rows.Where(r => r.Asset.Type == "scene").Select(r => r.Asset).OrderBy(s => s.Position, StringComparer.Ordinal).ThenBy(s => s.Id)
            .Select(s => new SceneNodeDto(s, [.. shots[s.Id]])).ToList();
        var loose = shots[film.Value].ToList();
        var all = scenes.SelectMany(s => s.Shots).Concat(loose).ToList();
        var characters = rows.Where(r => r.Asset.Type == "character_ref").Select(r => r.Asset)
            .OrderBy(c => c.Name, StringComparer.InvariantCultureIgnoreCase).ThenBy(c => c.Id).ToList();
        var progress = new FilmProgressDto(all.Count, all.Count(s => s.TakeCount > 0), all.Count(s => s.SelectedChildId is not null),
            all.Sum(s => s.PendingCount), all.Sum(s => (long)s.RunsFrames));
        var costs = all.Where(s => s.Cost is not null).Select(s => s.Cost!).ToList();
        var cost = costs.Count == 0 ? null : new CostDto(costs.Sum(c => c.Amount), costs[0].Currency);
        return new FilmStructureDto(top.Asset, scenes, loose, characters, progress, cost, top.Revision);
    }

    private static AssetDto Judged(AssetDto asset, bool stale) => asset.Number is null ? asset : asset with { Details = asset.Details.Judged(stale) };

    internal async Task<long?> RevisionAsync(AssetId film, CancellationToken ct) =>
        (await sql.ReadAsync("""
            select v.revision from film_revisions v join assets a on a.workspace_id = v.workspace_id and a.id = v.film_id
            where v.workspace_id = @workspace and v.film_id = @film and a.deleted_at is null
            """, p => p.AddWithValue("film", film.Value), r => (long?)r.GetInt64(0), ct)).SingleOrDefault();

    internal async Task<Result<Page<FilmSummaryDto>>> ListAsync(string? cursorText, int limit, CancellationToken ct)
    {
        const string order = "films";
        var cursor = Cursor.Read(cursorText, order);
        if (cursor.Error is { } bad) return bad;
        var rows = await sql.ReadAsync($"""
            select {AssetColumns.Select}, f.shots, f.with_takes, f.selected, f.frames, f.cost, f.currency, f.poster, f.poster_sha256, f.unsaid,
              (select count(*)::int from generations g where g.workspace_id = @workspace and g.root_id = a.id and g.status in ('queued', 'submitting', 'running'))
            from (
              select * from assets where workspace_id = @workspace and type = 'film' and deleted_at is null
                and (@after::uuid is null or id < @after) order by id desc limit @limit) a
            left join lateral (
              select count(*)::int as shots, count(*) filter (where s.take_count > 0)::int as with_takes, count(s.selected_child_id)::int as selected,
                coalesce(sum((s.details ->> 'durationFrames')::bigint), 0)::bigint as frames, count(*) filter (where s.details ->> 'durationFrames' is null)::int as unsaid, sum(s.cost_amount) as cost, max(s.cost_currency) as currency,
                (array_agg(s.id order by s.position) filter (where s.media_sha256 is not null))[1] as poster,
                (array_agg(s.media_sha256 order by s.position) filter (where s.media_sha256 is not null))[1] as poster_sha256
              from assets s where s.workspace_id = @workspace and s.root_id = a.id and s.type = 'shot'
                and s.deleted_at is null and s.deleted_with is null and s.status is distinct from 'omitted') f on true
            order by a.id desc
            """, p =>
        {
            p.Add(new Npgsql.NpgsqlParameter("after", NpgsqlTypes.NpgsqlDbType.Uuid) { Value = (object?)cursor.Value?.Id ?? DBNull.Value });
            p.AddWithValue("limit", limit + 1);
        }, r =>
        {
            const int at = AssetColumns.Count;
            var film = AssetColumns.Read(r);
            var unsaid = r.GetInt32(at + 8) * FilmFormat.UnsaidSeconds * ((FilmDetails)film.Details).Rate().Nominal;
            var progress = new FilmProgressDto(r.GetInt32(at), r.GetInt32(at + 1), r.GetInt32(at + 2), r.GetInt32(at + 9), r.GetInt64(at + 3) + unsaid);
            var cost = r.IsDBNull(at + 4) ? null : new CostDto(r.GetDecimal(at + 4), r.IsDBNull(at + 5) ? "" : r.GetString(at + 5));
            return new FilmSummaryDto(film, progress, cost, r.IsDBNull(at + 6) ? null : r.GetGuid(at + 6), r.IsDBNull(at + 7) ? null : r.GetString(at + 7));
        }, ct);
        var page = rows.Take(limit).ToList();
        return new Page<FilmSummaryDto>(page, rows.Count > limit ? new Cursor(order, null, page[^1].Film.Id).Write() : null);
    }
}
