using Director.Application.Generation;
using Director.Domain.Assets;
using Director.Domain.Generation;
using Npgsql;
using NpgsqlTypes;

namespace Director.Infrastructure.Persistence.Queries;

/// <summary>What takes were made from, and what of it has changed.</summary>
internal sealed class TakeSources(DirectorSql sql)
{
    private const string WordsChanged = "case when s.words is null or m.version = s.asset_version then false else md5((m.details - s.aside)::text) <> s.words end";
    private const string PictureChanged = "(s.sha256 is not null and m.media_sha256 is distinct from s.sha256)";

    /// <summary>Whether a source, aliased <c>s</c>, is not any more what its asset, aliased <c>m</c>, was. Versions first: they spare the hashing.</summary>
    internal const string Changed = $"({PictureChanged} or {WordsChanged})";

    /// <summary>Whether the take in the alias <c>a</c> is stale; null for what is no take.</summary>
    internal const string OfTake = $"case when a.number is not null then {Of}a.id and {Changed}) end";

    /// <summary>Whether the selected take of the shot in the alias <c>a</c> is stale.</summary>
    internal const string OfPick = $"(a.selected_child_id is not null and {Of}a.selected_child_id and {Changed}))";

    private const string Of = "exists (select 1 from take_sources s join assets m on m.workspace_id = s.workspace_id and m.id = s.asset_id where s.workspace_id = a.workspace_id and s.take_id = ";

    internal async Task<IReadOnlyDictionary<Guid, RecipeSource>> NowAsync(IReadOnlyCollection<Guid> assets, CancellationToken ct)
    {
        var types = AssetTypes.All.Where(t => t.NotMadeFrom.Count > 0).ToList();
        var rows = await sql.ReadAsync("""
            select a.id, a.version, md5((a.details - x.aside)::text), x.aside, a.media_sha256
            from assets a cross join lateral (
              select coalesce((select string_to_array(t.aside, ',') from unnest(@types, @asides) as t (type, aside) where t.type = a.type), array[]::text[]) as aside) x
            where a.workspace_id = @workspace and a.id = any(@ids)
            """, p =>
        {
            p.AddWithValue("ids", assets.ToArray());
            p.AddWithValue("types", types.Select(t => t.Slug).ToArray());
            p.AddWithValue("asides", types.Select(t => string.Join(',', t.NotMadeFrom)).ToArray());
        }, r => new RecipeSource(r.GetGuid(0), r.GetInt64(1), r.GetString(2), r.GetFieldValue<string[]>(3), r.IsDBNull(4) ? null : r.GetString(4)), ct);
        return rows.ToDictionary(r => r.AssetId);
    }

    internal async Task<IReadOnlyList<ChangedSourceDto>> ChangedAsync(AssetId take, CancellationToken ct) =>
        await sql.ReadAsync($"""
            select m.id, m.type, m.name, {WordsChanged}, {PictureChanged}, s.sha256, m.media_sha256
            from take_sources s join assets m on m.workspace_id = s.workspace_id and m.id = s.asset_id
            where s.workspace_id = @workspace and s.take_id = @take and {Changed} order by m.type, m.name, m.id
            """, p => p.AddWithValue("take", take.Value),
            r => new ChangedSourceDto(r.GetGuid(0), r.GetString(1), r.GetString(2), r.GetBoolean(3), r.GetBoolean(4), Text(r, 5), Text(r, 6)), ct);

    /// <summary>Scenes in their order, shots in theirs, then the shots without a scene, as a film is played.</summary>
    internal async Task<AssetId?> TakeBeforeAsync(AssetId film, AssetId shot, CancellationToken ct)
    {
        var found = await sql.ReadAsync("""
            with ordered as (
              select s.id, s.selected_child_id, row_number() over (order by p.type <> 'scene', case when p.type = 'scene' then p.position end, p.id, s.position, s.id) as n
              from assets s join assets p on p.workspace_id = s.workspace_id and p.id = s.parent_id
              where s.workspace_id = @workspace and s.root_id = @film and s.type = 'shot' and s.deleted_at is null and s.deleted_with is null
                and (s.id = @shot or (s.status is distinct from 'omitted' and (p.type <> 'scene' or p.status is distinct from 'omitted'))))
            select b.selected_child_id from ordered b join ordered me on me.id = @shot where b.n = me.n - 1 and b.selected_child_id is not null
            """, p =>
        {
            p.Add(new NpgsqlParameter("film", NpgsqlDbType.Uuid) { Value = film.Value });
            p.Add(new NpgsqlParameter("shot", NpgsqlDbType.Uuid) { Value = shot.Value });
        }, r => new AssetId(r.GetGuid(0)), ct);
        return found.Count == 0 ? null : found[0];
    }

    private static string? Text(NpgsqlDataReader r, int at) => r.IsDBNull(at) ? null : r.GetString(at);
}
