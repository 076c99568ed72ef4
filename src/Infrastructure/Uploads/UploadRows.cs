using Director.Application.Common.Ports;
using Director.Application.Uploads;
using Director.Domain.Common;
using Director.Infrastructure.Persistence;
using Director.Infrastructure.Storage.Local;
using Microsoft.EntityFrameworkCore;

namespace Director.Infrastructure.Uploads;

/// <inheritdoc cref="IUploads" />
internal sealed class UploadRows(DirectorDbContext db, UploadFiles files, LocalBlobStore store, ICaller caller, TimeProvider clock) : IUploads
{
    public Task AddAsync(Upload upload, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
         insert into uploads (workspace_id, id, asset_id, shot_id, length, file_name, created_by, created_at, expires_at)
         values ({caller.Workspace().Value}, {upload.Id}, {upload.AssetId}, {upload.ShotId}, {upload.Length}, {upload.FileName}, {caller.Person().Value}, {clock.GetUtcNow()}, {upload.ExpiresAt})
         """, ct);

    public async Task<Upload?> FindAsync(Guid id, CancellationToken ct) => await db.Database.SqlQuery<Upload>(
        $"""
         select id, length, asset_id, shot_id, file_name, expires_at, sha256, result_id from uploads
         where workspace_id = {caller.Workspace().Value} and id = {id} and created_by = {caller.Person().Value} and expires_at > {clock.GetUtcNow()}
         """).SingleOrDefaultAsync(ct);

    public Task<long> ExpectedAsync(CancellationToken ct) => db.Database.SqlQuery<long>(
        $"""
         select coalesce(sum(length), 0)::bigint as "Value" from uploads
         where workspace_id = {caller.Workspace().Value} and result_id is null and expires_at > {clock.GetUtcNow()}
         """).SingleAsync(ct);

    public long Received(Upload upload) => files.Received(caller.Workspace(), upload.Id);

    public Task<Result<long>> AppendAsync(Upload upload, long offset, Stream content, PartChecksum? checksum, CancellationToken ct) =>
        upload.Sha256 is not null || upload.ResultId is not null
            ? Task.FromResult<Result<long>>(offset == upload.Length ? offset : UploadErrors.WrongOffset(upload.Length))
            : files.AppendAsync(caller.Workspace(), upload, offset, content, checksum, ct);

    public async Task<Result<StoredBlob>> SealAsync(Upload upload, CancellationToken ct)
    {
        var workspace = caller.Workspace();
        var sha256 = upload.Sha256;
        if (sha256 is null)
        {
            sha256 = await files.HashAsync(workspace, upload.Id, ct);
            // Before the file moves: whoever finds the upload after a crash knows that its bytes are all there, wherever they lie.
            await db.Database.ExecuteSqlAsync($"update uploads set sha256 = {sha256} where workspace_id = {workspace.Value} and id = {upload.Id}", ct);
        }

        return await store.TakeInAsync(files.PathOf(workspace, upload.Id), new StoredBlob(sha256, upload.Length), ct) ? new StoredBlob(sha256, upload.Length) : UploadErrors.NotFound;
    }

    public async Task<bool> FinishAsync(Upload upload, Guid result, CancellationToken ct) => await db.Database.ExecuteSqlAsync(
        $"update uploads set result_id = {result} where workspace_id = {caller.Workspace().Value} and id = {upload.Id} and result_id is null", ct) > 0;

    public Task ProlongAsync(Upload upload, DateTimeOffset until, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"update uploads set expires_at = {until} where workspace_id = {caller.Workspace().Value} and id = {upload.Id}", ct);

    public async Task RemoveAsync(Upload upload, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"delete from uploads where workspace_id = {caller.Workspace().Value} and id = {upload.Id}", ct);
        files.Delete(caller.Workspace(), upload.Id);
    }
}
