using Director.Application.Common.Ports;
using Director.Application.Workspaces;
using Director.Domain.Workspaces;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Director.Infrastructure.Persistence.Queries;

/// <summary>Reads workspaces, their people and their invitations.</summary>
internal sealed class WorkspaceReader(DirectorSql sql, DirectorDbContext db, Microsoft.AspNetCore.Identity.ILookupNormalizer normal) : IWorkspaceReader
{
    private const string Settings = "w.storage_quota_bytes, w.monthly_budget, w.shot_code_scheme, w.default_frame_rate, w.default_aspect_ratio";

    public async Task<IReadOnlyDictionary<Guid, (DateTimeOffset CreatedAt, DateTimeOffset? ArchivedAt)>> FactsAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var wanted = ids.Select(i => new WorkspaceId(i)).ToList();
        return await db.Workspaces.AsNoTracking().Where(w => wanted.Contains(w.Id)).Select(w => new { w.Id, w.CreatedAt, w.ArchivedAt })
            .ToDictionaryAsync(w => w.Id.Value, w => (w.CreatedAt, w.ArchivedAt), ct);
    }

    public async Task<WorkspaceDto?> GetAsync(string role, IReadOnlyList<Permission> permissions, CancellationToken ct) =>
        (await sql.ReadAsync($"""
            select {Settings}, w.id, w.slug, w.name, w.currency, w.created_at, w.archived_at, w.version,
              (select coalesce(sum(b.size), 0)::bigint from blobs b where b.workspace_id = @workspace),
              (select count(*)::int from workspace_members m where m.workspace_id = @workspace),
              (select count(*)::int from assets a where a.workspace_id = @workspace and a.type = 'film' and a.deleted_at is null)
            from workspaces w where w.id = @workspace
            """, _ => { }, r => new WorkspaceDto(
                r.GetGuid(5), r.GetString(6), r.GetString(7), r.GetString(8), r.GetFieldValue<DateTimeOffset>(9),
                r.IsDBNull(10) ? null : r.GetFieldValue<DateTimeOffset>(10), r.GetInt64(11), role, permissions, SettingsOf(r),
                new WorkspaceUsageDto(r.GetInt64(12), r.GetInt32(13), r.GetInt32(14))), ct)).SingleOrDefault();

    public async Task<WorkspaceSettingsDto> SettingsAsync(CancellationToken ct) =>
        (await sql.ReadAsync($"select {Settings} from workspaces w where w.id = @workspace", _ => { }, SettingsOf, ct)).Single();

    public async Task<IReadOnlyList<MemberDto>> MembersAsync(CancellationToken ct)
    {
        var order = Roles.All.ToArray();
        // Whether an account is disabled is told by a column that a server may have or not yet have.
        return await sql.ReadAsync("""
            select m.user_id, u.display_name, u.email, m.role, m.created_at, (to_jsonb(u) ->> 'disabled_at') is not null
            from workspace_members m join users u on u.id = m.user_id
            where m.workspace_id = @workspace
            order by array_position(@order, m.role::text), u.display_name collate "und-x-icu", m.user_id
            """, p => p.AddWithValue("order", order),
            r => new MemberDto(r.GetGuid(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetFieldValue<DateTimeOffset>(4), r.GetBoolean(5)), ct);
    }

    public async Task<IReadOnlyList<InvitationDto>> InvitationsAsync(DateTimeOffset now, CancellationToken ct) =>
        await sql.ReadAsync("""
            select i.id, i.role, i.email, i.created_at, i.created_by, coalesce(u.display_name, ''), i.expires_at
            from invitations i left join users u on u.id = i.created_by
            where i.workspace_id = @workspace and i.accepted_at is null
            order by i.id desc limit 500
            """, _ => { }, r => new InvitationDto(
                r.GetGuid(0), r.GetString(1), r.IsDBNull(2) ? null : r.GetString(2), r.GetFieldValue<DateTimeOffset>(3), r.GetGuid(4), r.GetString(5),
                r.GetFieldValue<DateTimeOffset>(6), r.GetFieldValue<DateTimeOffset>(6) <= now), ct);

    public Task<bool> HasAccountAsync(string email, CancellationToken ct)
    {
        var normalized = normal.NormalizeEmail(email);
        return db.Users.AnyAsync(u => u.NormalizedEmail == normalized, ct);
    }

    public Task<string?> NameOfAsync(UserId user, CancellationToken ct) =>
        db.Users.Where(u => u.Id == user.Value).Select(u => u.DisplayName).SingleOrDefaultAsync(ct);

    private static WorkspaceSettingsDto SettingsOf(NpgsqlDataReader r) => new(
        r.IsDBNull(0) ? null : r.GetInt64(0), r.IsDBNull(1) ? null : r.GetDecimal(1), r.IsDBNull(2) ? null : r.GetString(2),
        r.IsDBNull(3) ? null : r.GetString(3), r.IsDBNull(4) ? null : r.GetString(4));
}
