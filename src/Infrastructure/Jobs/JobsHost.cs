using Microsoft.Extensions.Hosting;
using Quartz;

namespace Director.Infrastructure.Jobs;

/// <summary>Starts and stops the workers of this process, unless the work is left to others.</summary>
internal sealed class JobsHost(ISchedulerFactory schedulers, BackgroundWork work) : IHostedService
{
    private IScheduler? scheduler;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!work.RunsHere) return;
        scheduler = await schedulers.GetScheduler(cancellationToken);
        await scheduler.ScheduleSweepAsync(cancellationToken);
        await scheduler.Start(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (scheduler is not null) await scheduler.Shutdown(true, cancellationToken);
    }
}
