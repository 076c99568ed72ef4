using Director.Application.Assets;
using Director.Application.Films;
using Director.Application.Shots;
using Director.Domain.Assets;

namespace Director.Infrastructure.Persistence.Queries;

/// <summary>Reads shots and their takes.</summary>
internal sealed class ShotReader(DirectorSql sql) : IShotReader
{
    public async Task<ShotDto?> ShotAsync(AssetId id, CancellationToken ct)
    {
        var found = (await sql.ReadAsync($"""
            select {AssetColumns.Select},
              (select count(*)::int from generations g where g.workspace_id = @workspace and g.shot_id = a.id and g.status in ('queued', 'submitting', 'running')),
              (select p.type from assets p where p.workspace_id = @workspace and p.id = a.parent_id),
              {TakeSources.OfPick}
            from assets a where a.workspace_id = @workspace and a.id = @id and a.type = 'shot' and {AssetColumns.Live}
            """, p => p.AddWithValue("id", id.Value), r => (Asset: AssetColumns.Read(r), Pending: r.GetInt32(AssetColumns.Count), ParentType: r.GetString(AssetColumns.Count + 1), Stale: r.GetBoolean(AssetColumns.Count + 2)), ct)).SingleOrDefault();
        if (found.Asset is not { } shot) return null;
        var links = await sql.ReadAsync("""
            select r.kind, a.id, a.type, a.name, r.sequence from asset_relationships r
            join assets a on a.workspace_id = r.workspace_id and a.id = r.child_id
            where r.workspace_id = @workspace and r.parent_id = @id and a.deleted_at is null and a.deleted_with is null
            order by r.kind, r.sequence, r.id
            """, p => p.AddWithValue("id", id.Value), r => new ShotLinkDto(r.GetString(0), r.GetGuid(1), r.GetString(2), r.GetString(3), r.GetInt32(4)), ct);
        return new ShotDto(shot)
        {
            SceneId = found.ParentType == "scene" ? shot.ParentId : null,
            SelectedTake = shot.Selection is { Number: { } number } pick ? new SelectedTakeDto(pick.ChildId, number, shot.Media) { Stale = found.Stale } : null,
            PendingCount = found.Pending,
            Links = links,
        };
    }

    public async Task<IReadOnlyList<ShotAudioDto>> AudioAsync(AssetId film, CancellationToken ct) =>
        await sql.ReadAsync($"""
            select {AssetColumns.Select}, r.parent_id, r.sequence from asset_relationships r
            join assets s on s.workspace_id = r.workspace_id and s.id = r.parent_id
            join assets a on a.workspace_id = r.workspace_id and a.id = r.child_id
            where r.workspace_id = @workspace and r.kind = 'uses_audio' and s.root_id = @film and s.type = 'shot' and {AssetColumns.Live}
            order by r.parent_id, r.sequence, r.id
            """, p => p.AddWithValue("film", film.Value), r => new ShotAudioDto(r.GetGuid(AssetColumns.Count), r.GetInt32(AssetColumns.Count + 1), AssetColumns.Read(r)), ct);

    public async Task<IReadOnlyList<AssetDto>> TakesAsync(AssetId shot, CancellationToken ct) =>
        await sql.ReadAsync($"""
            select {AssetColumns.Select} from assets a
            where a.workspace_id = @workspace and a.parent_id = @shot and a.type = 'shot_take' and {AssetColumns.Live} order by a.number
            """, p => p.AddWithValue("shot", shot.Value), AssetColumns.Read, ct);
}
