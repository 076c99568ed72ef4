using System.Buffers;
using System.Security.Cryptography;
using Director.Application.Common.Ports;
using Director.Application.MediaFiles;
using Director.Domain.Common;
using Director.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Director.Infrastructure.Storage.Local;

/// <summary>Files on the server's own disk.</summary>
internal sealed class LocalBlobStore(MediaFolder folder, DirectorDbContext db, ICaller caller, IIdSource ids, TimeProvider clock) : IBlobStore
{
    private const int Chunk = 128 * 1024;

    public async Task<Result<StoredBlob>> PutAsync(Stream content, long limit, CancellationToken ct)
    {
        var workspace = caller.Workspace();
        var arriving = Directory.CreateDirectory(folder.Arriving(workspace)).FullName;
        var temporary = Path.Combine(arriving, ids.Next().ToString("N"));
        try
        {
            var written = await WriteAsync(content, temporary, limit, ct);
            if (written.Error is not null) return written;
            DurableFiles.MoveInto(temporary, folder.PathOf(workspace, written.Value.Sha256)!);
            return written;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public Task RecordAsync(Domain.Assets.Media media, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""
             insert into blobs (workspace_id, sha256, size, content_type, created_at)
             values ({caller.Workspace().Value}, {media.Sha256}, {media.Size}, {media.ContentType}, {clock.GetUtcNow()}) on conflict do nothing
             """, ct);

    public Task<Stream?> OpenAsync(string sha256, CancellationToken ct)
    {
        var path = folder.PathOf(caller.Workspace(), sha256);
        return Task.FromResult<Stream?>(path is null || !File.Exists(path)
            ? null
            : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1, FileOptions.Asynchronous));
    }

    private static async Task<Result<StoredBlob>> WriteAsync(Stream content, string path, long limit, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.Asynchronous);
        var buffer = ArrayPool<byte>.Shared.Rent(Chunk);
        try
        {
            long size = 0;
            int read;
            while ((read = await content.ReadAsync(buffer, ct)) > 0)
            {
                size += read;
                if (size > limit) return MediaErrors.TooLarge(limit);
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), ct);
            }

            if (size == 0) return MediaErrors.Empty;
            file.Flush(flushToDisk: true);
            return new StoredBlob(Convert.ToHexStringLower(hash.GetHashAndReset()), size);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
