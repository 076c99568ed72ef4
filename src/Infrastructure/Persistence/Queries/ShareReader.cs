using System.Globalization;
using Director.Application.Assets;
using Director.Application.Common.Paging;
using Director.Application.Sharing;
using Director.Application.Sharing.Guests;
using Director.Domain.Common;
using Director.Domain.Sharing;
using Npgsql;
using NpgsqlTypes;

namespace Director.Infrastructure.Persistence.Queries;

/// <summary>Reads share links, and exactly what each of them shows.</summary>
internal sealed class ShareReader(DirectorSql sql) : IShareReader
{
    private const string Link = """
        l.id, l.name, t.id, t.type, t.name,
        array(select i.asset_id from share_link_items i join assets a on a.workspace_id = i.workspace_id and a.id = i.asset_id
              where i.workspace_id = @workspace and i.link_id = l.id and a.type = 'shot_take' order by i.sequence),
        l.passphrase_hash is not null, l.expires_at, l.allow_comment, l.allow_circle, l.allow_select, l.watermark, l.created_at, l.created_by,
        coalesce((select u.display_name from users u where u.id = l.created_by), ''), l.revoked_at,
        (select count(*)::int from share_link_guests g where g.workspace_id = @workspace and g.link_id = l.id),
        (select max(v.last_at) from share_link_visits v where v.workspace_id = @workspace and v.link_id = l.id), l.version
        from share_links l
        left join lateral (select a.id, a.type, a.name from share_link_items i join assets a on a.workspace_id = i.workspace_id and a.id = i.asset_id
              where i.workspace_id = @workspace and i.link_id = l.id and a.type <> 'shot_take' limit 1) t on true
        """;

    /// <summary>Takes that a link shows: by themselves, or with their shot, scene or film. What is rejected, omitted or deleted is not shown.</summary>
    private const string Takes = """
        from assets a
        join assets s on s.workspace_id = a.workspace_id and s.id = a.parent_id and s.type = 'shot'
        join assets p on p.workspace_id = s.workspace_id and p.id = s.parent_id
        where a.workspace_id = @workspace and a.type = 'shot_take' and a.deleted_at is null and a.deleted_with is null
          and a.status is distinct from 'rejected' and s.status is distinct from 'omitted' and p.status is distinct from 'omitted'
        """;

    private const string Shows = "exists (select from share_link_items i where i.workspace_id = @workspace and i.link_id = @link and i.asset_id in (a.id, s.id, s.parent_id, a.root_id))";

    private const string Media = "a.media_content_type, a.media_size, a.media_sha256, a.media_width, a.media_height, a.media_duration_ms, a.media_frame_rate";

    public async Task<ShareLinkDto?> GetAsync(ShareLinkId id, CancellationToken ct) =>
        (await sql.ReadAsync($"select {Link} where l.workspace_id = @workspace and l.id = @id", p => p.AddWithValue("id", id.Value), ReadLink, ct)).SingleOrDefault();

    public async Task<Result<Page<ShareLinkDto>>> ListAsync(Guid? filmId, string? cursor, int limit, CancellationToken ct)
    {
        const string order = "shareLinks";
        var after = Cursor.Read(cursor, order);
        if (after.Error is { } bad) return bad;
        var rows = await sql.ReadAsync($"""
            select {Link} where l.workspace_id = @workspace and (@after::uuid is null or l.id < @after)
              and (@film::uuid is null or exists (select from share_link_items i join assets a on a.workspace_id = i.workspace_id and a.id = i.asset_id
                   where i.workspace_id = @workspace and i.link_id = l.id and a.root_id = @film))
            order by l.id desc limit @limit
            """, p =>
        {
            p.Add(new NpgsqlParameter("after", NpgsqlDbType.Uuid) { Value = (object?)after.Value?.Id ?? DBNull.Value });
            p.Add(new NpgsqlParameter("film", NpgsqlDbType.Uuid) { Value = (object?)filmId ?? DBNull.Value });
            p.AddWithValue("limit", limit + 1);
        }, ReadLink, ct);
        var page = rows.Take(limit).ToList();
        return new Page<ShareLinkDto>(page, rows.Count > limit ? new Cursor(order, null, page[^1].Id).Write() : null);
    }

    public async Task<Result<Page<ShareVisitDto>>?> VisitsAsync(ShareLinkId id, string? cursor, int limit, CancellationToken ct)
    {
        const string order = "visits";
        var after = Cursor.Read(cursor, order);
        if (after.Error is { } bad) return bad;
        DateTimeOffset? last = null;
        if (after.Value is { } from && !(DateTimeOffset.TryParse(from.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && (last = at) is not null)) return Cursor.Invalid;
        var known = await sql.ReadAsync("select true from share_links where workspace_id = @workspace and id = @id", p => p.AddWithValue("id", id.Value), _ => true, ct);
        if (known.Count == 0) return null;
        var rows = await sql.ReadAsync("""
            select v.id, v.guest_id, g.name, v.what, v.asset_id, a.name, v.address, v.first_at, v.last_at, v.times
            from share_link_visits v
            join share_link_guests g on g.workspace_id = v.workspace_id and g.id = v.guest_id
            left join assets a on a.workspace_id = v.workspace_id and a.id = v.asset_id
            where v.workspace_id = @workspace and v.link_id = @id and (@afterId::uuid is null or (v.last_at, v.id) < (@after::timestamptz, @afterId))
            order by v.last_at desc, v.id desc limit @limit
            """, p =>
        {
            p.AddWithValue("id", id.Value);
            p.Add(new NpgsqlParameter("after", NpgsqlDbType.TimestampTz) { Value = (object?)last?.ToUniversalTime() ?? DBNull.Value });
            p.Add(new NpgsqlParameter("afterId", NpgsqlDbType.Uuid) { Value = (object?)after.Value?.Id ?? DBNull.Value });
            p.AddWithValue("limit", limit + 1);
        }, r => new ShareVisitDto(r.GetGuid(0), r.GetGuid(1), r.GetString(2), r.GetString(3), r.IsDBNull(4) ? null : r.GetGuid(4), Text(r, 5), Text(r, 6),
            r.GetFieldValue<DateTimeOffset>(7), r.GetFieldValue<DateTimeOffset>(8), r.GetInt32(9)), ct);
        var page = rows.Take(limit).ToList();
        return new Page<ShareVisitDto>(page, rows.Count > limit ? new Cursor(order, page[^1].LastAt.ToString("O", CultureInfo.InvariantCulture), page[^1].Id).Write() : null);
    }

    public async Task<string?> FirstUnmarkableAsync(ShareLinkId id, bool clips, CancellationToken ct) =>
        (await sql.ReadAsync($"select a.media_content_type {Takes} and {Shows} and a.media_content_type not like 'image/%' and not (@clips and a.media_content_type like 'video/%') limit 1",
            p =>
            {
                p.AddWithValue("link", id.Value);
                p.AddWithValue("clips", clips);
            }, r => r.GetString(0), ct)).SingleOrDefault();

    public async Task<SharedRows> ContentAsync(ShareLinkId id, CancellationToken ct)
    {
        var whole = await ShotsAsync(id, "exists (select from share_link_items i where i.workspace_id = @workspace and i.link_id = @link and i.asset_id in (s.id, s.parent_id, s.root_id))", true, [], ct);
        var takes = await sql.ReadAsync($"""
            select a.id, s.id, a.number, a.name, a.circled, {Media},
              (select i.sequence from share_link_items i where i.workspace_id = @workspace and i.link_id = @link and i.asset_id = a.id)
            {Takes} and {Shows}
            """, p => p.AddWithValue("link", id.Value), r => new SharedTakeRow(
                r.GetGuid(0), r.GetGuid(1), r.IsDBNull(2) ? null : r.GetInt32(2), r.GetString(3), r.GetBoolean(4), ReadMedia(r, 5), r.IsDBNull(12) ? null : r.GetInt32(12)), ct);
        var others = takes.Select(t => t.ShotId).Except(whole.Select(s => s.Id)).ToArray();
        var partial = others.Length == 0 ? [] : await ShotsAsync(id, "s.id = any(@shots)", false, others, ct);
        return new SharedRows([.. whole, .. partial], takes);
    }

    public async Task<SharedTake?> TakeAsync(ShareLinkId id, Guid take, CancellationToken ct) =>
        (await sql.ReadAsync($"select a.id, s.id, {Media} {Takes} and a.id = @take and {Shows}", p =>
        {
            p.AddWithValue("link", id.Value);
            p.AddWithValue("take", take);
        }, r => new SharedTake(r.GetGuid(0), r.GetGuid(1), ReadMedia(r, 2)), ct)).SingleOrDefault();

    private async Task<List<SharedShotRow>> ShotsAsync(ShareLinkId id, string which, bool isWhole, Guid[] shots, CancellationToken ct) =>
        await sql.ReadAsync($"""
            select s.id, s.code, s.name, s.details ->> 'description', (s.details ->> 'durationFrames')::int, s.position, s.selected_child_id,
              case when p.type = 'scene' then p.id end, p.name, p.position, f.id, f.name, f.details ->> 'frameRate', f.details ->> 'aspectRatio'
            from assets s
            join assets p on p.workspace_id = s.workspace_id and p.id = s.parent_id
            join assets f on f.workspace_id = s.workspace_id and f.id = s.root_id
            where s.workspace_id = @workspace and s.type = 'shot' and s.deleted_at is null and s.deleted_with is null
              and s.status is distinct from 'omitted' and p.status is distinct from 'omitted' and {which}
            """, p =>
        {
            p.AddWithValue("link", id.Value);
            p.AddWithValue("shots", shots);
        }, r => new SharedShotRow(
            r.GetGuid(0), Text(r, 1), r.GetString(2), Text(r, 3), r.IsDBNull(4) ? null : r.GetInt32(4), r.GetString(5), r.IsDBNull(6) ? null : r.GetGuid(6),
            r.IsDBNull(7) ? null : r.GetGuid(7), r.GetString(8), r.GetString(9), r.GetGuid(10), new SharedFilmDto(r.GetString(11), Text(r, 12), Text(r, 13)), isWhole), ct);

    private static ShareLinkDto ReadLink(NpgsqlDataReader r) => new(
        r.GetGuid(0), r.GetString(1), r.IsDBNull(2) ? null : r.GetGuid(2), Text(r, 3), Text(r, 4), r.GetFieldValue<Guid[]>(5), r.GetBoolean(6), Moment(r, 7),
        new ShareAllowance(r.GetBoolean(8), r.GetBoolean(9), r.GetBoolean(10)), r.GetBoolean(11), r.GetFieldValue<DateTimeOffset>(12), r.GetGuid(13), r.GetString(14),
        Moment(r, 15), r.GetInt32(16), Moment(r, 17), r.GetInt64(18));

    private static MediaDto? ReadMedia(NpgsqlDataReader r, int at) => r.IsDBNull(at + 2) ? null : new MediaDto(
        r.GetString(at), r.GetInt64(at + 1), r.GetString(at + 2), r.IsDBNull(at + 3) ? null : r.GetInt32(at + 3), r.IsDBNull(at + 4) ? null : r.GetInt32(at + 4),
        r.IsDBNull(at + 5) ? null : r.GetInt32(at + 5), Text(r, at + 6));

    private static string? Text(NpgsqlDataReader r, int at) => r.IsDBNull(at) ? null : r.GetString(at);

    private static DateTimeOffset? Moment(NpgsqlDataReader r, int at) => r.IsDBNull(at) ? null : r.GetFieldValue<DateTimeOffset>(at);
}
