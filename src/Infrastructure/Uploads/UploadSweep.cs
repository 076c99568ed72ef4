using Director.Application.Common.Ports;
using Director.Domain.Workspaces;
using Director.Infrastructure.Identity;
using Director.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Director.Infrastructure.Uploads;

/// <summary>Forgets uploads that have expired, and bytes that no upload knows, workspace by workspace.</summary>
[DisallowConcurrentExecution]
internal sealed class UploadSweep(IServiceScopeFactory scopes, UploadFiles files, TimeProvider clock, ILogger<UploadSweep> log) : IJob
{
    internal static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        List<WorkspaceId> workspaces;
        await using (var scope = scopes.CreateAsyncScope())
        {
            workspaces = await scope.ServiceProvider.GetRequiredService<DirectorDbContext>().Workspaces.Select(w => w.Id).ToListAsync(cancellationToken);
        }

        foreach (var workspace in workspaces) await SweepAsync(workspace, cancellationToken);
    }

    /// <summary>One workspace.</summary>
    internal async Task SweepAsync(WorkspaceId workspace, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerContext>().ActFor(workspace, default, "", "sweep");
        var db = scope.ServiceProvider.GetRequiredService<DirectorDbContext>();
        // Files first: one that is begun after this has its row before.
        var lying = Directory.Exists(files.FolderOf(workspace)) ? Directory.GetFiles(files.FolderOf(workspace)) : [];
        var expired = await db.Database.ExecuteSqlAsync($"delete from uploads where workspace_id = {workspace.Value} and expires_at <= {clock.GetUtcNow()}", ct);
        var known = (await db.Database.SqlQuery<Guid>($"""select id as "Value" from uploads where workspace_id = {workspace.Value} and result_id is null""").ToListAsync(ct)).ToHashSet();
        var left = lying.Where(path => !Guid.TryParseExact(Path.GetFileName(path), "N", out var id) || !known.Contains(id)).ToList();
        foreach (var path in left) File.Delete(path);
        if (expired + left.Count > 0) log.LogInformation("{Expired} uploads of workspace {WorkspaceId} have expired; {Files} files were thrown away", expired, workspace.Value, left.Count);
    }
}
