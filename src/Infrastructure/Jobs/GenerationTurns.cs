using Director.Application.Common.Ports;
using Director.Application.Generation;
using Director.Domain.Generation;
using Director.Domain.Workspaces;
using Director.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Director.Infrastructure.Jobs;

/// <summary>The rows behind <see cref="IGenerationTurns"/>, and how workers take their turns from them.</summary>
internal sealed class GenerationTurns(DirectorDbContext db, ICaller caller, AfterCommit afterCommit, TurnSignal signal) : IGenerationTurns
{
    public async Task AskAsync(IReadOnlyCollection<GenerationRun> generations, TimeSpan delay, CancellationToken ct)
    {
        if (generations.Count == 0) return;
        var ids = generations.Select(g => g.Id.Value).ToArray();
        var providers = generations.Select(g => g.Provider).ToArray();
        var priorities = generations.Select(g => g.Priority).ToArray();
        await db.Database.ExecuteSqlAsync(
            $"""
             insert into generation_turns (generation_id, lane, provider, priority, due_at)
             select a.id, {caller.Workspace().Value}, case when exists (select 1 from provider_credentials c where c.workspace_id = {caller.Workspace().Value} and c.provider = a.provider)
               then a.provider || '@' || replace({caller.Workspace().Value}::text, '-', '') else a.provider end, a.priority, clock_timestamp() + {delay}
             from unnest({ids}, {providers}, {priorities}) with ordinality as a (id, provider, priority, at) order by a.at
             on conflict (generation_id) do update set provider = excluded.provider, due_at = excluded.due_at, priority = excluded.priority, taken_by = null, taken_until = null
             """, ct);
        // Tells the workers of other processes when this commits, and those of this one right after.
        await db.Database.ExecuteSqlAsync($"select pg_notify({TurnSignal.Channel}, '')", ct);
        afterCommit.Release(new Afterwards(signal.Set));
    }

    public async Task LeaveAsync(IReadOnlyCollection<GenerationId> generations, CancellationToken ct)
    {
        var ids = generations.Select(g => g.Value).ToArray();
        await db.Database.ExecuteSqlAsync($"delete from generation_turns where generation_id = any({ids})", ct);
        afterCommit.Release(new Afterwards(signal.Set));
    }

    /// <summary>
    /// Takes up to so many turns for this worker, in one statement. A lane's share counts what it has already, so that whoever has least is
    /// served first; a provider that has had enough of failing gets one try.
    /// </summary>
    internal async Task<IReadOnlyList<Turn>> TakeAsync(Guid worker, IReadOnlyList<TurnLimit> limits, int perLane, int free, CancellationToken ct)
    {
        var slugs = limits.Select(l => l.Provider).ToArray();
        var most = limits.Select(l => l.Most).ToArray();
        var local = limits.Select(l => l.Local).ToArray();
        var lease = GenerationWorker.Lease;
        return await db.Database.CreateExecutionStrategy().ExecuteAsync(async token =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(token);
            // One worker at a time: two that count the same places would both fill them.
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('director.turns'))", token);
            var taken = await db.Database.SqlQuery<Turn>(
                $"""
                 with accounts as (
                   -- A workspace's own account (see IGenerationProvider.Account) has the limits of its provider, and places and troubles of its own.
                   select distinct t.provider as account from generation_turns t where t.taken_by is null and t.due_at <= clock_timestamp()
                 ), limits as (
                   select a.account as provider, l.local, least(l.most, case when h.degraded_since is not null then 1 else l.most end) as most,
                     h.degraded_since is not null as trial
                   from accounts a join unnest({slugs}, {most}, {local}) as l (provider, most, local) on l.provider = split_part(a.account, '@', 1)
                   left join provider_health h on h.provider = a.account
                   where h.paused_until is null or h.paused_until <= clock_timestamp()
                 ), used as (
                   select provider, lane, taken_by, count(*) as places from generation_turns where taken_by is not null group by 1, 2, 3
                 ), lines as (
                   select distinct t.lane, t.provider from generation_turns t join limits l on l.provider = t.provider
                   where t.taken_by is null and t.due_at <= clock_timestamp()
                 ), heads as (
                   select h.*, row_number() over (partition by h.lane, h.provider order by h.priority desc, h.place)
                     + (select coalesce(sum(u.places), 0) from used u where u.lane = h.lane and u.provider = h.provider) as share
                   from lines n cross join lateral (
                     select t.generation_id, t.lane, t.provider, t.priority, t.place from generation_turns t
                     where t.lane = n.lane and t.provider = n.provider and t.taken_by is null and t.due_at <= clock_timestamp()
                     order by t.priority desc, t.place limit {free}) h
                 ), placed as (
                   select h.*, l.most, row_number() over (partition by h.provider order by h.share, h.place)
                     + case when l.trial then 0 else (select coalesce(sum(u.places), 0) from used u where u.provider = h.provider and (not l.local or u.taken_by = {worker})) end as nth
                   from heads h join limits l on l.provider = h.provider
                 ), fair as (
                   select p.*, row_number() over (partition by p.lane order by p.priority desc, p.place)
                     + (select coalesce(sum(u.places), 0) from used u where u.lane = p.lane) as lane_share
                   from placed p where p.nth <= p.most
                 ), chosen as (
                   select generation_id, provider from fair where lane_share <= {perLane} order by lane_share, place limit {free}
                 ), trial as (
                   -- While the single try is out nobody else goes; if its worker dies, the next one may go after a minute.
                   update provider_health set paused_until = clock_timestamp() + interval '1 minute'
                   where degraded_since is not null and provider in (select provider from chosen)
                 )
                 update generation_turns t set taken_by = {worker}, taken_until = clock_timestamp() + {lease}
                 from chosen c where t.generation_id = c.generation_id
                 returning t.generation_id as generation, t.lane as lane
                 """).ToListAsync(token);
            await transaction.CommitAsync(token);
            return (IReadOnlyList<Turn>)taken;
        }, ct);
    }

    /// <summary>Gives up a place whose generation is not there any more.</summary>
    internal Task ForgetAsync(GenerationId generation, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"delete from generation_turns where generation_id = {generation.Value}", ct);
}

/// <summary>A turn that was taken.</summary>
internal sealed record Turn(Guid Generation, Guid Lane)
{
    internal WorkspaceId Workspace => new(Lane);
}

/// <summary>How much at once a provider is given.</summary>
/// <param name="Provider">Its slug.</param>
/// <param name="Most">Generations that it has, or that are being handed to it.</param>
/// <param name="Local">Whether it works in this process, so that each process has that many.</param>
internal sealed record TurnLimit(string Provider, int Most, bool Local);
