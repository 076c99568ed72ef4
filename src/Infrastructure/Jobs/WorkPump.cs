using System.Collections.Concurrent;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Director.Infrastructure.Jobs;

/// <summary>
/// Takes turns at the background work of this house and does it: one per process, any number of processes on one database, of each
/// kind no more at once than it allows, so that a long film keeps no clip waiting. Woken by commits; every two seconds it looks anyway.
/// </summary>
internal sealed class WorkPump(
    IServiceScopeFactory scopes, IEnumerable<IBackgroundTask> tasks, BackgroundWork work, WorkSignal signal, IIdSource ids, ILogger<WorkPump> log) : BackgroundService
{
    /// <summary>How often a piece of work is begun before it is given up.</summary>
    internal const int MostTries = 4;

    private static readonly TimeSpan Fallback = TimeSpan.FromSeconds(2);

    private readonly Dictionary<string, IBackgroundTask> byKind = tasks.ToDictionary(t => t.Kind, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Guid, (string Kind, Task Work)> running = new();

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAny(Task.WhenAll(running.Values.Select(r => r.Work)), Task.Delay(TimeSpan.FromSeconds(10), CancellationToken.None));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!work.RunsHere) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (Free() is { Length: > 0 } free && await TakeAsync(free, stoppingToken) is { } turn)
                {
                    // Kept before it can end, so that the end finds it.
                    var begun = new Task<Task>(() => DoAsync(turn, stoppingToken));
                    running[turn.Token] = (turn.Kind, begun.Unwrap());
                    begun.Start(TaskScheduler.Default);
                }

                await signal.WaitAsync(Fallback, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (IsTrouble(e))
            {
                log.LogWarning(e, "Work could not be taken; trying again");
                await Task.Delay(Fallback, CancellationToken.None);
            }
        }
    }

    /// <summary>The kinds of which there is room for one more.</summary>
    private string[] Free() => [.. byKind.Values.Where(t => running.Values.Count(r => r.Kind == t.Kind) < t.AtOnce).Select(t => t.Kind)];

    private Task<WorkTurn?> TakeAsync(string[] kinds, CancellationToken ct) => WithTurnsAsync(t => t.TakeAsync(kinds, ids.Next(), ct));

    private async Task DoAsync(WorkTurn turn, CancellationToken stopping)
    {
        try
        {
            await using var heart = new Heartbeat(
                beat => WithTurnsAsync(t => t.RenewAsync(turn, beat)), e => log.LogWarning(e, "The heartbeat of {Kind} {Subject} stopped", turn.Kind, turn.Subject), stopping);
            var wait = await AttemptAsync(turn, heart.Token);
            if (wait is { } later) await ReleaseAsync(turn, later, counts: false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The process stops: whoever is free takes it at once.
            await ReleaseAsync(turn, TimeSpan.Zero, counts: false);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            log.LogWarning(e, "{Kind} {Subject} was broken off", turn.Kind, turn.Subject);
            await ReleaseAsync(turn, TimeSpan.FromSeconds(3 * turn.Tries), counts: true);
        }
        finally
        {
            running.TryRemove(turn.Token, out _);
            signal.Set();
        }
    }

    private async Task<TimeSpan?> AttemptAsync(WorkTurn turn, CancellationToken ct)
    {
        if (!byKind.TryGetValue(turn.Kind, out var task)) return TimeSpan.FromMinutes(1);
        if (turn.Tries <= MostTries) return await task.RunAsync(turn, ct);
        await task.GiveUpAsync(turn, $"It broke off {MostTries} times.", ct);
        return null;
    }

    private async Task ReleaseAsync(WorkTurn turn, TimeSpan wait, bool counts)
    {
        try
        {
            await WithTurnsAsync(async t =>
            {
                await t.ReleaseAsync(turn, wait, counts, CancellationToken.None);
                return true;
            });
        }
        catch (Exception e) when (IsTrouble(e))
        {
            // Its lease runs out.
            log.LogDebug(e, "{Kind} {Subject} could not be given back", turn.Kind, turn.Subject);
        }
    }

    private async Task<T> WithTurnsAsync<T>(Func<WorkTurns, Task<T>> act)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<WorkTurns>());
    }

    private static bool IsTrouble(Exception e) => e is NpgsqlException or InvalidOperationException or TimeoutException or DbUpdateException or System.Net.Sockets.SocketException or ObjectDisposedException;
}
