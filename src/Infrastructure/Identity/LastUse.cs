using System.Collections.Concurrent;
using System.Threading.Channels;
using Director.Domain.Workspaces;
using Director.Infrastructure.Jobs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Director.Infrastructure.Identity;

/// <summary>
/// Notes when sessions and API keys were used last: at most once a minute each, behind the requests' backs, so that no request waits for it.
/// What a node that is killed has not written yet is lost; it is a help for people, not a proof.
/// </summary>
internal sealed class LastUse(NpgsqlDataSource database, TimeProvider clock, ILogger<LastUse> log) : BackgroundService
{
    private const int MostWaiting = 1_000;
    private const int SweepAbove = 20_000;
    private static readonly TimeSpan Grain = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Guid, DateTimeOffset> noted = new();
    private readonly Channel<Use> waiting = Channel.CreateBounded<Use>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private readonly record struct Use(Guid Id, WorkspaceId? Workspace, DateTimeOffset At);

    internal void OfSession(Guid session) => Note(session, null);

    internal void OfKey(WorkspaceId workspace, ApiKeyId key) => Note(key.Value, workspace);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var use in waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await WriteAsync(use, stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or InvalidOperationException or TimeoutException)
            {
                log.LogDebug(e, "When a sign-in was used last could not be written");
            }
        }
    }

    private void Note(Guid id, WorkspaceId? workspace)
    {
        var now = clock.GetUtcNow();
        if (noted.TryGetValue(id, out var last) && now - last < Grain) return;
        if (noted.Count > SweepAbove)
        {
            foreach (var (old, at) in noted)
            {
                if (now - at >= Grain) noted.TryRemove(old, out _);
            }
        }

        noted[id] = now;
        waiting.Writer.TryWrite(new Use(id, workspace, now));
    }

    private async Task WriteAsync(Use use, CancellationToken ct)
    {
        await using var batch = database.CreateBatch();
        if (use.Workspace is { } workspace)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand("select set_config('app.workspace', $1, true)") { Parameters = { new() { Value = workspace.ToString() } } });
            batch.BatchCommands.Add(new NpgsqlBatchCommand("update api_keys set last_used_at = $3 where workspace_id = $1 and id = $2 and (last_used_at is null or last_used_at < $3)")
            {
                Parameters = { new() { Value = workspace.Value }, new() { Value = use.Id }, new() { Value = use.At } },
            });
        }
        else
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand("update user_sessions set last_seen_at = $2 where id = $1 and last_seen_at < $2")
            {
                Parameters = { new() { Value = use.Id }, new() { Value = use.At } },
            });
        }

        await batch.ExecuteNonQueryAsync(ct);
    }
}
