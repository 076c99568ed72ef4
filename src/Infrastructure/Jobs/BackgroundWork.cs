using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace Director.Infrastructure.Jobs;

/// <summary>Whether this process does the background work itself. One that does not still accepts and queues it; a worker of the same database takes it.</summary>
/// <param name="RunsHere">False leaves it to others.</param>
public sealed record BackgroundWork(bool RunsHere);

/// <summary>How processes share the work.</summary>
public static class BackgroundWorkSetup
{
    /// <summary>Leaves the background work to other processes.</summary>
    public static IServiceCollection LeaveWorkToOthers(this IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton(new BackgroundWork(false)));

    /// <summary>Takes out everything that starts with the process except the background work: nothing listens then.</summary>
    public static IServiceCollection DoNothingButWork(this IServiceCollection services)
    {
        services.RemoveAll<IHostedService>();
        // The pulse hears that there is work, and tells those who stream events that something was done.
        services.AddHostedService(sp => sp.GetRequiredService<EventPulse>());
        services.AddHostedService<JobsHost>();
        return services.AddHostedService<GenerationPump>();
    }
}

/// <summary>Whether the background work of this process runs.</summary>
public sealed class BackgroundWorkState(ISchedulerFactory schedulers, BackgroundWork work)
{
    /// <summary>What is wrong with it; null when it runs, or is left to others.</summary>
    public async Task<string?> FindProblemAsync(CancellationToken ct)
    {
        if (!work.RunsHere) return null;
        var scheduler = await schedulers.GetScheduler(ct);
        return scheduler.Status is SchedulerStatus.Running ? null : "the background work does not run";
    }
}
