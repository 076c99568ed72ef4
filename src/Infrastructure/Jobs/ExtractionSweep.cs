using Director.Application.Common.Ports;
using Director.Application.Content;
using Director.Domain.Common;
using Director.Domain.Content;
using Director.Domain.Workspaces;
using Director.Infrastructure.Identity;
using Director.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Director.Infrastructure.Jobs;

/// <summary>Finds extractions that nobody holds and nothing is scheduled for, workspace by workspace, and schedules them. Age alone is no reason.</summary>
[DisallowConcurrentExecution]
internal sealed class ExtractionSweep(IServiceScopeFactory scopes, ILogger<ExtractionSweep> log) : IJob
{
    internal static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    private const int Most = 50;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        foreach (var workspace in await WorkspacesAsync(cancellationToken))
        {
            var found = await SweepAsync(workspace, cancellationToken);
            if (found > 0) log.LogWarning("{Count} extractions of workspace {WorkspaceId} were waiting for nothing and are scheduled again", found, workspace.Value);
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
        var queue = services.GetRequiredService<IExtractionQueue>();
        var done = await services.GetRequiredService<IUnitOfWork>().RunAsync<Result<int>>("sweepExtractions", async token =>
        {
            var lost = await db.Database.SqlQuery<Guid>(
                $"""
                 select e.id as "Value" from extractions e
                 where e.workspace_id = {workspace.Value} and e.ended_at is null and (e.lease_until is null or e.lease_until < clock_timestamp())
                   and not exists (select from qrtz_triggers t where t.trigger_group = 'extraction.' || replace(e.id::text, '-', ''))
                   and not exists (select from qrtz_fired_triggers f where f.job_group = 'extraction.' || replace(e.id::text, '-', ''))
                 order by e.id limit {Most} for no key update skip locked
                 """).ToListAsync(token);
            foreach (var id in lost) await queue.EnqueueAsync(new ExtractionId(id), TimeSpan.Zero, token);
            return lost.Count;
        }, ct);
        return done.Error is null ? done.Value : 0;
    }
}

internal static class ExtractionSweepSchedule
{
    internal static async Task ScheduleExtractionSweepAsync(this IScheduler scheduler, CancellationToken ct)
    {
        var job = JobBuilder.Create<ExtractionSweep>().WithIdentity("extractions", "sweep").Build();
        var trigger = TriggerBuilder.Create().WithIdentity("extractions", "sweep").StartNow()
            .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(ExtractionSweep.Every).RepeatForever()).Build();
        await scheduler.ScheduleJob(job, [trigger], ScheduleJobOptions.Replacing, ct);
    }
}
