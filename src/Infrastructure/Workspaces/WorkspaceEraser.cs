using Director.Application.Common.Ports;
using Director.Application.Workspaces;
using Director.Domain.Workspaces;
using Director.Infrastructure.Persistence;
using Director.Infrastructure.Persistence.Configurations;
using Director.Infrastructure.Storage.Local;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Director.Infrastructure.Workspaces;

/// <inheritdoc cref="IWorkspaceEraser" />
/// <remarks>The rows go in one transaction, with a note in the directory that the files are still there; the files go afterwards, as often as it takes.</remarks>
internal sealed class WorkspaceEraser(DirectorDbContext db, MediaFolder folder, ICaller caller, TimeProvider clock, ILogger<WorkspaceEraser> log) : IWorkspaceEraser
{
    public async Task EraseAsync(Workspace workspace, CancellationToken ct)
    {
        db.Set<ErasedWorkspace>().Add(new ErasedWorkspace
        {
            Id = workspace.Id,
            Slug = workspace.Slug,
            Name = workspace.Name,
            ErasedAt = clock.GetUtcNow(),
            ErasedBy = caller.UserId!.Value,
            ErasedByName = caller.Name,
        });
        await db.SaveChangesAsync(ct);
        db.Entry(workspace).State = EntityState.Detached;
        await db.Database.ExecuteSqlAsync($"select erase_workspace()", ct);
        log.LogWarning("Workspace {WorkspaceId} was deleted by {UserId}", workspace.Id.Value, caller.UserId?.Value);
    }

    public async Task SweepFilesAsync(CancellationToken ct)
    {
        var left = await db.Set<ErasedWorkspace>().AsNoTracking().Where(w => w.FilesGoneAt == null).Select(w => w.Id).ToListAsync(ct);
        foreach (var workspace in left)
        {
            try
            {
                var files = folder.Of(workspace);
                if (Directory.Exists(files)) Directory.Delete(files, recursive: true);
                await db.Set<ErasedWorkspace>().Where(w => w.Id == workspace).ExecuteUpdateAsync(set => set.SetProperty(w => w.FilesGoneAt, clock.GetUtcNow()), ct);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Somebody still reads one of them, or the disk is away: the next start tries again.
                log.LogWarning(e, "The files of the deleted workspace {WorkspaceId} are still there", workspace.Value);
            }
        }
    }
}

/// <summary>At start: the files of workspaces that were deleted when the server stopped in the middle.</summary>
internal sealed class ErasedFilesSweep(IServiceScopeFactory scopes, ILogger<ErasedFilesSweep> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IWorkspaceEraser>().SweepFilesAsync(stoppingToken);
        }
        catch (Exception e) when (e is Npgsql.NpgsqlException or OperationCanceledException)
        {
            log.LogDebug(e, "Files of deleted workspaces were not looked for");
        }
    }
}
