using Director.Application.Common.Ports;
using Director.Application.Generation;
using Director.Domain.Common;
using Director.Domain.Generation;
using Director.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Quartz;

namespace Director.Infrastructure.Jobs;

/// <summary>Schedules steps on the connection and in the transaction of the unit of work.</summary>
internal sealed class GenerationQueue(ISchedulerFactory schedulers, DirectorDbContext db, ICaller caller, IIdSource ids, AfterCommit afterCommit) : IGenerationQueue
{
    internal const string Workspace = "workspace";
    internal const string Generation = "generation";

    /// <summary>Everything scheduled for a generation is in a group of its own, so that the sweep can ask whether there is anything.</summary>
    internal static string GroupOf(Guid generation) => $"generation.{generation:N}";

    public async Task EnqueueAsync(IReadOnlyCollection<GenerationId> generations, TimeSpan delay, CancellationToken ct)
    {
        var transaction = db.Database.CurrentTransaction?.GetDbTransaction() ?? throw new InvalidOperationException("Work is queued inside a unit of work.");
        var scheduler = await schedulers.GetScheduler(ct);
        // Ends with the commit: that is when the scheduler should look.
        afterCommit.Release(scheduler.EnlistTransaction(transaction));
        var at = scheduler.TimeProvider.GetUtcNow() + delay;
        await scheduler.ScheduleJobs(generations.ToDictionary(Job, g => (IReadOnlyCollection<ITrigger>)[Trigger(g, at)]), new ScheduleJobOptions(), ct);
    }

    private IJobDetail Job(GenerationId id) => JobBuilder.Create<GenerationStep>()
        .WithIdentity(ids.Next().ToString("N"), GroupOf(id.Value))
        .UsingJobData(Workspace, caller.Workspace().ToString())
        .UsingJobData(Generation, id.ToString())
        .RequestRecovery(true)
        .Build();

    private ITrigger Trigger(GenerationId id, DateTimeOffset at) => TriggerBuilder.Create()
        .WithIdentity(ids.Next().ToString("N"), GroupOf(id.Value)).StartAt(at).Build();
}
