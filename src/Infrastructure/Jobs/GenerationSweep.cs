using Director.Application.Common.Ports;
using Director.Application.Generation;
using Director.Domain.Common;
using Director.Domain.Generation;
using Director.Domain.Workspaces;
using Director.Infrastructure.Identity;
using Director.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Director.Infrastructure.Jobs;

/// <summary>
/// Finds generations that nothing is scheduled for any more, workspace by workspace, and schedules them. Age alone is no reason: only what
/// nobody holds by the database's clock, and for which the scheduler has neither a trigger nor a running job.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class GenerationSweep(IServiceScopeFactory scopes, ILogger<GenerationSweep> log) : IJob
{
    internal static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    private const int Most = 200;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        foreach (var workspace in await WorkspacesAsync(cancellationToken))
        {
            var found = await SweepAsync(workspace, cancellationToken);
            if (found > 0) log.LogWarning("{Count} generations of workspace {WorkspaceId} were waiting for nothing and are scheduled again", found, workspace.Value);
        }
    }

    private async Task<IReadOnlyList<WorkspaceId>> WorkspacesAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DirectorDbContext>().Workspaces.Select(w => w.Id).ToListAsync(ct);
    }

    private async Task<int> SweepAsync(WorkspaceId workspace, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<CallerContext>().ActFor(workspace, default, "", "sweep");
        var db = services.GetRequiredService<DirectorDbContext>();
        var done = await services.GetRequiredService<IUnitOfWork>().RunAsync<Result<int>>("sweepGenerations", async token =>
        {
            var lost = await db.Database.SqlQuery<Lost>(
                $"""
                 select g.id, g.status = 'queued' as waits, coalesce(g.deadline_at <= clock_timestamp(), false) as late from generations g
                 where g.workspace_id = {workspace.Value} and g.ended_at is null
                   and (g.lease_until is null or g.lease_until < clock_timestamp())
                   and (g.deadline_at <= clock_timestamp() or ((g.not_before is null or g.not_before < clock_timestamp())
                     and not exists (select from generation_turns w where w.generation_id = g.id and (w.taken_until is null or w.taken_until > clock_timestamp()) and g.status = 'queued')))
                   and not exists (select from qrtz_triggers t where t.trigger_group = 'generation.' || replace(g.id::text, '-', ''))
                   and not exists (select from qrtz_fired_triggers f where f.job_group = 'generation.' || replace(g.id::text, '-', ''))
                 order by g.id limit {Most} for no key update skip locked
                 """).ToListAsync(token);
            // What has begun, or is too late to begin, needs a step; the others wait for their turn again.
            var steps = lost.Where(l => !l.Waits || l.Late).Select(l => new GenerationId(l.Id)).ToList();
            if (steps.Count > 0) await services.GetRequiredService<IGenerationQueue>().EnqueueAsync(steps, TimeSpan.Zero, token);
            var waits = new List<GenerationRun>();
            foreach (var again in lost.Where(l => l.Waits && !l.Late))
            {
                if (await services.GetRequiredService<IGenerationRepository>().FindAsync(new GenerationId(again.Id), token) is { Status: GenerationStatus.Queued } run) waits.Add(run);
            }

            await services.GetRequiredService<IGenerationTurns>().AskAsync(waits, TimeSpan.Zero, token);
            return lost.Count;
        }, ct);
        return done.Error is null ? done.Value : 0;
    }

    private sealed record Lost(Guid Id, bool Waits, bool Late);
}

internal static class SweepSchedule
{
    internal static async Task ScheduleSweepAsync(this IScheduler scheduler, CancellationToken ct)
    {
        var job = JobBuilder.Create<GenerationSweep>().WithIdentity("generations", "sweep").Build();
        var trigger = TriggerBuilder.Create().WithIdentity("generations", "sweep").StartNow()
            .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(GenerationSweep.Every).RepeatForever()).Build();
        await scheduler.ScheduleJob(job, [trigger], ScheduleJobOptions.Replacing, ct);
    }
}
