using Director.Application.Common.Ports;
using Director.Domain.Workspaces;
using Director.Infrastructure.Jobs;
using Director.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace Director.Infrastructure.Workspaces;

/// <inheritdoc cref="IArchive" />
internal sealed class Archive(ArchiveMemory memory, DirectorDbContext db, AfterCommit afterCommit) : IArchive
{
    public Task<bool> HasAsync(WorkspaceId workspace, CancellationToken ct) => memory.HasAsync(workspace.Value, ct);

    public void Forget(WorkspaceId workspace)
    {
        if (db.Database.CurrentTransaction is null) memory.Forget(workspace.Value);
        else afterCommit.Release(new Forgetting(() => memory.Forget(workspace.Value)));
    }

    private sealed class Forgetting(Action forget) : IDisposable
    {
        public void Dispose() => forget();
    }
}

/// <summary>What the whole server remembers of it.</summary>
internal sealed class ArchiveMemory(NpgsqlDataSource database) : IDisposable
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(2);

    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    internal async Task<bool> HasAsync(Guid workspace, CancellationToken ct)
    {
        if (known.TryGetValue(workspace, out bool archived)) return archived;
        await using var command = database.CreateCommand("select not exists (select from workspaces where id = $1 and archived_at is null)");
        command.Parameters.Add(new NpgsqlParameter { Value = workspace });
        archived = (bool)(await command.ExecuteScalarAsync(ct))!;
        known.Set(workspace, archived, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Freshness });
        return archived;
    }

    internal void Forget(Guid workspace) => known.Remove(workspace);

    public void Dispose() => known.Dispose();
}
