using System.Buffers;
using System.Security.Cryptography;
using Director.Application.Uploads;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using Director.Infrastructure.Storage;
using Director.Infrastructure.Storage.Local;

namespace Director.Infrastructure.Uploads;

/// <summary>The bytes of unfinished uploads: one file each, which only grows. Its length is the offset, so nothing else can disagree with it.</summary>
internal sealed class UploadFiles(MediaFolder folder)
{
    private const int Chunk = 128 * 1024;

    internal string FolderOf(WorkspaceId workspace) => Path.Combine(folder.Arriving(workspace), "uploads");

    internal string PathOf(WorkspaceId workspace, Guid id) => Path.Combine(FolderOf(workspace), id.ToString("N"));

    internal long Received(WorkspaceId workspace, Guid id) => new FileInfo(PathOf(workspace, id)) is { Exists: true } file ? file.Length : 0;

    internal async Task<Result<long>> AppendAsync(WorkspaceId workspace, Upload upload, long offset, Stream content, PartChecksum? checksum, CancellationToken ct)
    {
        Directory.CreateDirectory(FolderOf(workspace));
        FileStream file;
        try
        {
            file = new FileStream(PathOf(workspace, upload.Id), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1, FileOptions.Asynchronous);
        }
        catch (IOException)
        {
            return UploadErrors.Busy;
        }

        await using (file)
        {
            if (file.Length != offset) return UploadErrors.WrongOffset(file.Length);
            file.Position = offset;
            Error? refused;
            using var hash = checksum is null ? null : IncrementalHash.CreateHash(checksum.Algorithm == "sha1" ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256);
            try
            {
                refused = await WriteAsync(upload.Length, content, file, hash, ct);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
                refused = DiskFull.Is(e) ? DiskFull.Error : UploadErrors.CutOff;
            }

            if (refused is null && hash is not null && !hash.GetHashAndReset().AsSpan().SequenceEqual(checksum!.Hash)) refused = UploadErrors.ChecksumMismatch;
            // Half a part cannot be checked; without a checksum what has arrived is as good as sent.
            if (refused is not null && (refused != UploadErrors.CutOff || checksum is not null)) file.SetLength(offset);
            file.Flush(flushToDisk: true);
            return refused is null ? file.Length : refused;
        }
    }

    /// <summary>The hash of everything that is there.</summary>
    internal async Task<string> HashAsync(WorkspaceId workspace, Guid id, CancellationToken ct)
    {
        await using var file = new FileStream(PathOf(workspace, id), FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
    }

    internal void Delete(WorkspaceId workspace, Guid id) => File.Delete(PathOf(workspace, id));

    private static async Task<Error?> WriteAsync(long length, Stream content, FileStream file, IncrementalHash? hash, CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Chunk);
        try
        {
            int read;
            while ((read = await content.ReadAsync(buffer, ct)) > 0)
            {
                if (file.Position + read > length) return UploadErrors.TooLong(length);
                hash?.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), CancellationToken.None);
            }

            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
