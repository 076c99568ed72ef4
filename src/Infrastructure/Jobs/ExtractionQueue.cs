using System.Globalization;
using Director.Application.Common.Ports;
using Director.Application.Content;
using Director.Domain.Common;
using Director.Domain.Content;
using Director.Domain.Workspaces;
using Director.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Quartz;

namespace Director.Infrastructure.Jobs;

/// <summary>Schedules extractions on the connection and in the transaction of the unit of work.</summary>
internal sealed class ExtractionQueue(ISchedulerFactory schedulers, DirectorDbContext db, ICaller caller, IIdSource ids, AfterCommit afterCommit) : IExtractionQueue
{
    internal const string Workspace = "workspace";
    internal const string Extraction = "extraction";

    public async Task EnqueueAsync(ExtractionId id, TimeSpan delay, CancellationToken ct)
    {
        var transaction = db.Database.CurrentTransaction?.GetDbTransaction() ?? throw new InvalidOperationException("Work is queued inside a unit of work.");
        var scheduler = await schedulers.GetScheduler(ct);
        // Ends with the commit: that is when the scheduler should look.
        afterCommit.Release(scheduler.EnlistTransaction(transaction));
        // A group of its own, so that the sweep can ask whether there is anything.
        var group = $"extraction.{id.Value:N}";
        var job = JobBuilder.Create<ExtractionStep>().WithIdentity(ids.Next().ToString("N"), group)
            .UsingJobData(Workspace, caller.Workspace().ToString()).UsingJobData(Extraction, id.ToString()).RequestRecovery(true).Build();
        var trigger = TriggerBuilder.Create().WithIdentity(ids.Next().ToString("N"), group).StartAt(scheduler.TimeProvider.GetUtcNow() + delay).Build();
        await scheduler.ScheduleJobs(new Dictionary<IJobDetail, IReadOnlyCollection<ITrigger>> { [job] = [trigger] }, new ScheduleJobOptions(), ct);
    }
}

/// <summary>One extraction. Carries ids only; all state is in our own rows.</summary>
internal sealed class ExtractionStep(ExtractionWorker worker) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var data = context.MergedJobDataMap;
        await worker.StepAsync(new WorkspaceId(Read(data[ExtractionQueue.Workspace])), new ExtractionId(Read(data[ExtractionQueue.Extraction])), cancellationToken);
    }

    private static Guid Read(object? value) => Guid.Parse(Convert.ToString(value, CultureInfo.InvariantCulture)!);
}
