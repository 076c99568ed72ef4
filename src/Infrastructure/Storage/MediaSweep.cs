using System.Security.Cryptography;
using Director.Application.Common.Ports;
using Director.Domain.Workspaces;
using Director.Infrastructure.Identity;
using Director.Infrastructure.Persistence;
using Director.Infrastructure.Storage.Local;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Director.Infrastructure.Storage;

/// <summary>What a sweep found of a workspace.</summary>
/// <param name="Workspace">Its slug.</param>
/// <param name="Files">Files that lie in the store.</param>
/// <param name="Missing">Hashes that the database knows and the store does not have. Nothing can bring them back but a backup.</param>
/// <param name="Forgotten">Hashes of missing files that no asset shows: repairing forgets them.</param>
/// <param name="Unknown">Files that the database does not know: repairing deletes them.</param>
/// <param name="Damaged">Files whose bytes are not what their name says: repairing puts them aside.</param>
/// <param name="Leftovers">Files that began to arrive more than a day ago and never did: repairing deletes them.</param>
public sealed record MediaSwept(
    string Workspace, int Files, IReadOnlyList<string> Missing, IReadOnlyList<string> Forgotten, IReadOnlyList<string> Unknown, IReadOnlyList<string> Damaged, IReadOnlyList<string> Leftovers)
{
    /// <summary>Whether everything is as it should be.</summary>
    public bool Clean => Missing.Count + Unknown.Count + Damaged.Count + Leftovers.Count == 0;
}

/// <summary>
/// Compares the store with the database, workspace by workspace. A file is put in its place before its row is written, so what is younger
/// than a day is left alone: its row may be on its way.
/// </summary>
public sealed class MediaSweep(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan Young = TimeSpan.FromDays(1);

    /// <summary>Sweeps all workspaces.</summary>
    /// <param name="repair">Whether what can be put right is put right.</param>
    /// <param name="hashes">Whether every file is read and hashed too.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<MediaSwept>> RunAsync(bool repair, bool hashes, CancellationToken ct)
    {
        List<(WorkspaceId Id, string Slug)> workspaces;
        await using (var scope = scopes.CreateAsyncScope())
        {
            workspaces = [.. (await scope.ServiceProvider.GetRequiredService<DirectorDbContext>().Workspaces.Select(w => new { w.Id, w.Slug }).ToListAsync(ct)).Select(w => (w.Id, w.Slug))];
        }

        var swept = new List<MediaSwept>();
        foreach (var (id, slug) in workspaces) swept.Add(await SweepAsync(id, slug, repair, hashes, ct));
        return swept;
    }

    private async Task<MediaSwept> SweepAsync(WorkspaceId workspace, string slug, bool repair, bool hashes, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerContext>().ActFor(workspace, default, "", "sweep");
        var folder = scope.ServiceProvider.GetRequiredService<MediaFolder>();
        var db = scope.ServiceProvider.GetRequiredService<DirectorDbContext>();
        // Files first: what arrives meanwhile is in neither list, or in both.
        var files = Lying(folder, workspace);
        var known = (await db.Database.SqlQuery<string>($"""select sha256 as "Value" from blobs where workspace_id = {workspace.Value}""").ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        var missing = known.Where(sha256 => !files.ContainsKey(sha256) && !File.Exists(folder.PathOf(workspace, sha256))).Order(StringComparer.Ordinal).ToList();
        var unknown = files.Where(f => !known.Contains(f.Key) && IsOld(f.Value)).Select(f => f.Key).Order(StringComparer.Ordinal).ToList();
        var damaged = new List<string>();
        foreach (var (sha256, path) in hashes ? files.Where(f => known.Contains(f.Key)) : [])
        {
            if (await HashAsync(path, ct) != sha256) damaged.Add(sha256);
        }

        var leftovers = Leftovers(folder, workspace);
        var unshown = missing.Count == 0 ? [] : await db.Database.SqlQuery<string>(
            $"""
             select m.sha256 as "Value" from unnest({missing.ToArray()}) as m (sha256)
             where not exists (select from assets a where a.workspace_id = {workspace.Value} and a.media_sha256 = m.sha256)
               and not exists (select from activity e where e.workspace_id = {workspace.Value} and (e.before -> 'media' ->> 'sha256' = m.sha256 or e.after -> 'media' ->> 'sha256' = m.sha256))
             """).ToListAsync(ct);
        if (repair)
        {
            foreach (var sha256 in unknown) File.Delete(files[sha256]);
            foreach (var sha256 in damaged) PutAside(folder, workspace, sha256, files[sha256]);
            foreach (var path in leftovers) Delete(path);
            if (unshown.Count > 0) await db.Database.ExecuteSqlAsync($"delete from blobs where workspace_id = {workspace.Value} and sha256 = any({unshown.ToArray()})", ct);
        }

        return new MediaSwept(slug, files.Count, missing, unshown, unknown, damaged, [.. leftovers.Select(path => Path.GetFileName(path))]);
    }

    /// <summary>The originals, by hash: what is made of them lies in folders of its own and is made again.</summary>
    private static Dictionary<string, string> Lying(MediaFolder folder, WorkspaceId workspace)
    {
        var root = folder.Of(workspace);
        if (!Directory.Exists(root)) return [];
        return Directory.EnumerateDirectories(root).Where(d => Path.GetFileName(d).Length == 2).SelectMany(d => Directory.EnumerateFiles(d, "*", SearchOption.AllDirectories))
            .Where(path => folder.PathOf(workspace, Path.GetFileName(path)) == path).ToDictionary(path => Path.GetFileName(path), StringComparer.Ordinal);
    }

    /// <summary>What never finished arriving; uploads in parts have an end of their own.</summary>
    private List<string> Leftovers(MediaFolder folder, WorkspaceId workspace) => !Directory.Exists(folder.Arriving(workspace)) ? []
        : [.. Directory.EnumerateFileSystemEntries(folder.Arriving(workspace)).Where(path => Path.GetFileName(path) != "uploads" && IsOld(path)).Order(StringComparer.Ordinal)];

    private bool IsOld(string path) => clock.GetUtcNow() - File.GetLastWriteTimeUtc(path) > Young;

    private static void PutAside(MediaFolder folder, WorkspaceId workspace, string sha256, string path)
    {
        var aside = Directory.CreateDirectory(Path.Combine(folder.Of(workspace), "damaged")).FullName;
        File.Move(path, Path.Combine(aside, sha256), overwrite: true);
    }

    private static void Delete(string path)
    {
        if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
        else File.Delete(path);
    }

    private static async Task<string> HashAsync(string path, CancellationToken ct)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
    }
}

/// <summary>Sweeps the store once a day, without reading every file.</summary>
[DisallowConcurrentExecution]
internal sealed class MediaSweepJob(MediaSweep sweep, ILogger<MediaSweepJob> log) : IJob
{
    internal static readonly TimeSpan Every = TimeSpan.FromDays(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        foreach (var swept in await sweep.RunAsync(repair: true, hashes: false, cancellationToken))
        {
            if (swept.Missing.Count > swept.Forgotten.Count) log.LogError("{Count} files of workspace {Workspace} are missing; director media sweep names them", swept.Missing.Count, swept.Workspace);
            if (!swept.Clean) log.LogInformation("The store of workspace {Workspace} was swept: {Unknown} unknown files and {Leftovers} leftovers were deleted", swept.Workspace, swept.Unknown.Count, swept.Leftovers.Count);
        }
    }
}
