using System.Collections.Concurrent;
using Director.Application.Events;
using Director.Domain.Workspaces;
using Director.Infrastructure.Identity;
using Director.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Director.Infrastructure.Jobs;

/// <summary>
/// One per process. Commits here and, by NOTIFY, on other nodes make it look whether the logs that somebody streams have grown; once a second
/// it looks anyway, so that a lost notification delays an event and never loses it. Nobody listens: nothing is asked.
/// </summary>
internal sealed class EventPulse(IServiceScopeFactory scopes, AppDatabase database, TurnSignal turns, ILogger<EventPulse> log) : BackgroundService, IEventPulse
{
    private const string Channel = "director_events";
    private static readonly TimeSpan Coalesce = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Fallback = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Listener, bool> listeners = new();
    private readonly SemaphoreSlim woken = new(0, 1);
    private readonly SemaphoreSlim toTell = new(0, 1);

    public IEventListener Listen(WorkspaceId workspace)
    {
        var listener = new Listener(workspace, l => listeners.TryRemove(l, out _));
        listeners[listener] = true;
        return listener;
    }

    /// <summary>Something has been committed on this node.</summary>
    internal void Committed()
    {
        Set(woken);
        Set(toTell);
    }

    public override void Dispose()
    {
        woken.Dispose();
        toTell.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.WhenAll(LookAsync(stoppingToken), HearAsync(stoppingToken), TellAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private async Task LookAsync(CancellationToken ct)
    {
        var heads = new Dictionary<WorkspaceId, EventPlace>();
        while (true)
        {
            await woken.WaitAsync(Fallback, ct);
            foreach (var workspace in listeners.Keys.Select(l => l.Workspace).Distinct().ToList())
            {
                try
                {
                    var head = await HeadAsync(workspace, ct);
                    if (heads.TryGetValue(workspace, out var known) && known == head) continue;
                    heads[workspace] = head;
                    foreach (var listener in listeners.Keys.Where(l => l.Workspace == workspace)) listener.Set();
                }
                catch (Exception e) when (e is NpgsqlException or InvalidOperationException or TimeoutException)
                {
                    log.LogWarning(e, "The event log of {WorkspaceId} could not be read; trying again", workspace.Value);
                }
            }

            await Task.Delay(Coalesce, ct);
        }
    }

    private async Task<EventPlace> HeadAsync(WorkspaceId workspace, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerContext>().ActFor(workspace, default, "", "events");
        return await scope.ServiceProvider.GetRequiredService<IEventReader>().HeadAsync(ct);
    }

    private Task HearAsync(CancellationToken ct) => ConnectedAsync(async (connection, token) =>
    {
        connection.Notification += (_, told) =>
        {
            if (told.Channel == TurnSignal.Channel) turns.Set();
            else Set(woken);
        };
        await RunAsync(connection, $"listen {Channel}; listen {TurnSignal.Channel}", token);
        while (true) await connection.WaitAsync(token);
    }, ct);

    private Task TellAsync(CancellationToken ct) => ConnectedAsync(async (connection, token) =>
    {
        while (true)
        {
            await toTell.WaitAsync(token);
            await RunAsync(connection, $"notify {Channel}", token);
            await Task.Delay(Coalesce, token);
        }
    }, ct);

    private async Task ConnectedAsync(Func<NpgsqlConnection, CancellationToken, Task> work, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false, KeepAlive = 30 };
                await using var connection = new NpgsqlConnection(settings.ConnectionString);
                await connection.OpenAsync(ct);
                await work(connection, ct);
            }
            catch (Exception e) when (e is NpgsqlException or InvalidOperationException or System.Net.Sockets.SocketException)
            {
                log.LogDebug(e, "The line for notifications broke; until it is back events come by asking");
                await Task.Delay(Fallback, ct);
            }
        }
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(ct);
    }

    private static void Set(SemaphoreSlim signal)
    {
        try
        {
            if (signal.CurrentCount == 0) signal.Release();
        }
        catch (Exception e) when (e is SemaphoreFullException or ObjectDisposedException)
        {
            // Set by somebody else in the same moment, or the server stops.
        }
    }

    private sealed class Listener(WorkspaceId workspace, Action<Listener> gone) : IEventListener
    {
        private readonly SemaphoreSlim grown = new(0, 1);

        internal WorkspaceId Workspace { get; } = workspace;

        internal void Set() => EventPulse.Set(grown);

        public Task<bool> WaitAsync(TimeSpan atMost, CancellationToken ct) => grown.WaitAsync(atMost, ct);

        public void Dispose()
        {
            gone(this);
            grown.Dispose();
        }
    }
}
