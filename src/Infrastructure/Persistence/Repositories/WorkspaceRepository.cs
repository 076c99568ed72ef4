using Director.Application.Common.Ports;
using Director.Domain.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Director.Infrastructure.Persistence.Repositories;

internal sealed class WorkspaceRepository(DirectorDbContext db, ICaller caller) : IWorkspaceRepository
{
    /// <summary>Names the lock under which slugs are given out; any number nobody else uses.</summary>
    private const long SlugLock = 0x736C7567;

    private WorkspaceId Workspace => caller.Workspace();

    public async Task<Workspace?> FindAsync(CancellationToken ct)
    {
        // For update, which also waits for commands that are adding rows of this workspace at the moment.
        await db.Database.ExecuteSqlAsync($"select 1 from workspaces where id = {Workspace.Value} for update", ct);
        return await db.Workspaces.SingleOrDefaultAsync(w => w.Id == Workspace, ct);
    }

    public async Task<Crew> CrewAsync(CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select 1 from workspaces where id = {Workspace.Value} for update", ct);
        return new Crew(await db.Members.Where(m => m.WorkspaceId == Workspace).ToListAsync(ct));
    }

    public async Task<string> FreeSlugAsync(string wanted, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({SlugLock})", ct);
        var slug = wanted;
        for (var number = 2; await db.Workspaces.AnyAsync(w => w.Slug == slug, ct); number++) slug = Domain.Workspaces.Workspace.SlugVariant(wanted, number);
        return slug;
    }

    public Task<bool> HasCostsAsync(CancellationToken ct) => TellAsync(
        $"""
         select exists (select from assets where workspace_id = {Workspace.Value} and cost_amount > 0)
           or exists (select from generation_attempts where workspace_id = {Workspace.Value} and cost_amount > 0) as "Value"
         """, ct);

    public Task<bool> IsBusyAsync(CancellationToken ct) =>
        TellAsync($"""select exists (select from generations where workspace_id = {Workspace.Value} and ended_at is null) as "Value" """, ct);

    public Task<long> StorageUsedAsync(CancellationToken ct) =>
        db.Database.SqlQuery<long>($"""select coalesce(sum(size), 0)::bigint as "Value" from blobs where workspace_id = {Workspace.Value}""").SingleAsync(ct);

    public Task<bool> HasFileAsync(string sha256, CancellationToken ct) =>
        TellAsync($"""select exists (select from blobs where workspace_id = {Workspace.Value} and sha256 = {sha256}) as "Value" """, ct);

    public Task HoldStorageAsync(CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('storage ' || {Workspace.Value}::text, 0))", ct);

    public void Add(WorkspaceMember member) => db.Members.Add(member);

    public void Remove(WorkspaceMember member) => db.Members.Remove(member);

    public Task<Invitation?> FindInvitationAsync(InvitationId id, CancellationToken ct) =>
        db.Invitations.FromSql($"select * from invitations where workspace_id = {Workspace.Value} and id = {id.Value} for no key update").SingleOrDefaultAsync(ct);

    public void Add(Invitation invitation) => db.Invitations.Add(invitation);

    public void Remove(Invitation invitation) => db.Invitations.Remove(invitation);

    private Task<bool> TellAsync(FormattableString sql, CancellationToken ct) => db.Database.SqlQuery<bool>(sql).SingleAsync(ct);
}
