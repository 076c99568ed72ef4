using System.Collections.Concurrent;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Generation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Director.Infrastructure.Jobs;

/// <summary>
/// Takes turns and begins what they are for. One per process; any number of processes on one database. Woken by commits here and in other
/// processes; once a second it looks anyway, for turns that become due and for what a lost notification would have told.
/// </summary>
internal sealed class GenerationPump(
    IServiceScopeFactory scopes, GenerationWorker worker, Providers.ServerProviders providers, GenerationLimits limits, BackgroundWork work, TurnSignal signal, IIdSource ids, ILogger<GenerationPump> log) : BackgroundService
{
    private static readonly TimeSpan Fallback = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<Guid, Task> running = new();
    private readonly CancellationTokenSource cut = new();

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // What has begun may end: cutting a call short would leave its outcome unknown.
        var rest = Task.WhenAll(running.Values);
        await Task.WhenAny(rest, Task.Delay(Farewell, cancellationToken));
        await cut.CancelAsync();
        await Task.WhenAny(rest, Task.Delay(TimeSpan.FromSeconds(2), CancellationToken.None));
    }

    public override void Dispose()
    {
        cut.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!work.RunsHere) return;
        var me = ids.Next();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await TakeAsync(me, stoppingToken)) { }
                await signal.WaitAsync(Fallback, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is NpgsqlException or InvalidOperationException or TimeoutException or DbUpdateException or System.Net.Sockets.SocketException)
            {
                log.LogWarning(e, "Turns could not be taken; trying again");
                await Task.Delay(Fallback, CancellationToken.None);
            }
        }
    }

    /// <summary>Takes what there is room for.</summary>
    /// <returns>Whether there may be more.</returns>
    private async Task<bool> TakeAsync(Guid me, CancellationToken ct)
    {
        var free = limits.StepsAtOnce - running.Count;
        if (free <= 0) return false;
        IReadOnlyList<Turn> turns;
        await using (var scope = scopes.CreateAsyncScope())
        {
            turns = await scope.ServiceProvider.GetRequiredService<GenerationTurns>().TakeAsync(me, limits.Of(providers.Known), limits.PerWorkspace, free, ct);
        }

        foreach (var turn in turns)
        {
            // Kept before it can end, so that the end finds it.
            var begun = new Task<Task>(() => StepAsync(turn));
            running[turn.Generation] = begun.Unwrap();
            begun.Start(TaskScheduler.Default);
        }

        return turns.Count == free;
    }

    private async Task StepAsync(Turn turn)
    {
        try
        {
            await worker.StepAsync(turn.Workspace, new GenerationId(turn.Generation), cut.Token);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Nothing of it was stored; the sweep finds it when its lease has run out.
            log.LogWarning(e, "A step of generation {GenerationId} was broken off", turn.Generation);
        }
        finally
        {
            running.TryRemove(turn.Generation, out _);
            signal.Set();
        }
    }
}
