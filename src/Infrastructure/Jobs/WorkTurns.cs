using Director.Application.Common.Ports;
using Director.Domain.Workspaces;
using Director.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Director.Infrastructure.Jobs;

/// <summary>The rows behind <see cref="IWorkQueue"/>, and how workers take their turns from them. Only the database's clock counts.</summary>
internal sealed class WorkTurns(DirectorDbContext db, ICaller caller, AfterCommit afterCommit, WorkSignal signal) : IWorkQueue
{
    /// <summary>How long a claim lasts without a heartbeat.</summary>
    internal static readonly TimeSpan Lease = GenerationWorker.Lease;

    public async Task AskAsync(string kind, string subject, CancellationToken ct)
    {
        var (lane, person, name) = (caller.Workspace().Value, caller.UserId?.Value, caller.Name);
        await db.Database.ExecuteSqlAsync(
            $"""
             insert into work_turns (lane, kind, subject, asked_by, asked_by_name) values ({lane}, {kind}, {subject}, {person}, {name})
             on conflict (lane, kind, subject) do update set again = work_turns.taken_by is not null, tries = 0, due_at = clock_timestamp()
             """, ct);
        await db.Database.ExecuteSqlAsync($"select pg_notify({WorkSignal.Channel}, '')", ct);
        afterCommit.Release(new Afterwards(signal.Set));
    }

    public async Task<bool> EndAsync(WorkTurn turn, CancellationToken ct)
    {
        var repeated = await db.Database.ExecuteSqlAsync(
            $"""
             update work_turns set again = false, tries = 0, taken_by = null, taken_until = null
             where lane = {turn.Workspace.Value} and kind = {turn.Kind} and subject = {turn.Subject} and taken_by = {turn.Token} and again
             """, ct);
        return repeated > 0 || await db.Database.ExecuteSqlAsync(
            $"delete from work_turns where lane = {turn.Workspace.Value} and kind = {turn.Kind} and subject = {turn.Subject} and taken_by = {turn.Token}", ct) > 0;
    }

    /// <summary>Takes one turn: of the workspace that has the fewest at the moment, then who came earlier. Null when there is none.</summary>
    internal async Task<WorkTurn?> TakeAsync(string[] kinds, Guid token, CancellationToken ct)
    {
        var taken = await db.Database.SqlQuery<Row>(
            $"""
             update work_turns t set taken_by = {token}, taken_until = clock_timestamp() + {Lease}, tries = t.tries + 1
             from (select w.lane, w.kind, w.subject from work_turns w
                   where w.kind = any({kinds}) and w.due_at <= clock_timestamp() and (w.taken_until is null or w.taken_until < clock_timestamp())
                   order by (select count(*) from work_turns o where o.lane = w.lane and o.taken_until >= clock_timestamp()), w.place
                   limit 1 for update skip locked) n
             where t.lane = n.lane and t.kind = n.kind and t.subject = n.subject
             returning t.lane, t.kind, t.subject, t.asked_by, t.asked_by_name, t.tries
             """).ToListAsync(ct);
        return taken is [var row]
            ? new WorkTurn(new WorkspaceId(row.Lane), row.Kind, row.Subject, row.AskedBy is { } who ? new UserId(who) : null, row.AskedByName, row.Tries, token)
            : null;
    }

    /// <summary>Prolongs a claim; false when it is somebody else's.</summary>
    internal async Task<bool> RenewAsync(WorkTurn turn, CancellationToken ct) => await db.Database.ExecuteSqlAsync(
        $"""
         update work_turns set taken_until = clock_timestamp() + {Lease}
         where lane = {turn.Workspace.Value} and kind = {turn.Kind} and subject = {turn.Subject} and taken_by = {turn.Token}
         """, ct) > 0;

    /// <summary>Gives a turn back unfinished, to be taken again after a while.</summary>
    /// <param name="counts">Whether it counts as a try.</param>
    internal Task ReleaseAsync(WorkTurn turn, TimeSpan wait, bool counts, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
         update work_turns set taken_by = null, taken_until = null, due_at = clock_timestamp() + {wait}, tries = tries - {(counts ? 0 : 1)}
         where lane = {turn.Workspace.Value} and kind = {turn.Kind} and subject = {turn.Subject} and taken_by = {turn.Token}
         """, ct);

    private sealed record Row(Guid Lane, string Kind, string Subject, Guid? AskedBy, string AskedByName, int Tries);
}
