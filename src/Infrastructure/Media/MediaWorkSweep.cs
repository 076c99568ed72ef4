using Director.Application.Common.Ports;
using Director.Application.MediaFiles.Work;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using Director.Infrastructure.Identity;
using Director.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Director.Infrastructure.Media;

/// <summary>Finds clips and sounds that nobody works at and nobody has worked at, workspace by workspace: those from before there was such work, and those of a backup.</summary>
[DisallowConcurrentExecution]
internal sealed class MediaWorkSweep(IServiceScopeFactory scopes, ILogger<MediaWorkSweep> log) : IJob
{
    internal static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    private const int Most = 500;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        List<WorkspaceId> workspaces;
        await using (var scope = scopes.CreateAsyncScope())
        {
            workspaces = await scope.ServiceProvider.GetRequiredService<DirectorDbContext>().Workspaces.Where(w => w.ArchivedAt == null).Select(w => w.Id).ToListAsync(cancellationToken);
        }

        foreach (var workspace in workspaces)
        {
            var found = await SweepAsync(workspace, cancellationToken);
            if (found > 0) log.LogInformation("{Count} clips and sounds of workspace {WorkspaceId} are looked at", found, workspace.Value);
        }
    }

    private async Task<int> SweepAsync(WorkspaceId workspace, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<CallerContext>().ActFor(workspace, default, "", "sweep");
        var db = services.GetRequiredService<DirectorDbContext>();
        var done = await services.GetRequiredService<IUnitOfWork>().RunAsync<Result<int>>("sweepMediaWork", async token =>
        {
            var left = await db.Database.SqlQuery<string>(
                $"""
                 select b.sha256 as "Value" from blobs b left join media_work m on m.workspace_id = b.workspace_id and m.sha256 = b.sha256
                 where b.workspace_id = {workspace.Value} and (b.content_type like 'video/%' or b.content_type like 'audio/%') and coalesce(m.state, 'waiting') = 'waiting'
                   and not exists (select from work_turns t where t.lane = b.workspace_id and t.kind = {MediaKinds.Work} and t.subject = b.sha256)
                 limit {Most}
                 """).ToListAsync(token);
            var work = services.GetRequiredService<MediaWorkRows>();
            foreach (var sha256 in left) await work.AskAsync(sha256, token);
            return left.Count;
        }, ct);
        return done.Error is null ? done.Value : 0;
    }
}
