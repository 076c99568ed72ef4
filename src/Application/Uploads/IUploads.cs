using Director.Application.Common.Ports;
using Director.Domain.Common;

namespace Director.Application.Uploads;

/// <summary>An upload that arrives in parts.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Length">Bytes it will have.</param>
/// <param name="AssetId">The asset that gets the file; null when a shot gets a new take with it.</param>
/// <param name="ShotId">The shot that gets a new take.</param>
/// <param name="FileName">What the file is called at home; never part of a path here.</param>
/// <param name="ExpiresAt">When an unfinished one is forgotten.</param>
/// <param name="Sha256">The hash of the bytes, once all are there.</param>
/// <param name="ResultId">What it became: the asset or the new take.</param>
public sealed record Upload(Guid Id, long Length, Guid? AssetId, Guid? ShotId, string? FileName, DateTimeOffset ExpiresAt, string? Sha256 = null, Guid? ResultId = null);

/// <summary>An upload as its owner sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Length">Bytes it will have.</param>
/// <param name="Offset">Bytes that have arrived and are safe on disk.</param>
/// <param name="FileName">What the file is called at home.</param>
/// <param name="ExpiresAt">When it is forgotten unless it goes on.</param>
/// <param name="AssetId">What it became: the asset it was for, or the shot's new take; null until it is finished.</param>
public sealed record UploadDto(Guid Id, long Length, long Offset, string? FileName, DateTimeOffset ExpiresAt, Guid? AssetId)
{
    internal static UploadDto Of(Upload upload, long offset) => new(upload.Id, upload.Length, offset, upload.FileName, upload.ExpiresAt, upload.ResultId);
}

/// <summary>What a part is to be checked against.</summary>
/// <param name="Algorithm">sha1 or sha256.</param>
/// <param name="Hash">What it must come to.</param>
public sealed record PartChecksum(string Algorithm, byte[] Hash);

/// <summary>Uploads of the caller: of nobody else, and of this workspace.</summary>
public interface IUploads
{
    /// <summary>Inside a transaction: begins one.</summary>
    Task AddAsync(Upload upload, CancellationToken ct);

    /// <summary>Finds one that has not expired; null when there is none.</summary>
    Task<Upload?> FindAsync(Guid id, CancellationToken ct);

    /// <summary>Bytes that unfinished uploads of the whole workspace will still bring.</summary>
    Task<long> ExpectedAsync(CancellationToken ct);

    /// <summary>Bytes of it that are on disk.</summary>
    long Received(Upload upload);

    /// <summary>Takes in a part. What has arrived when the line breaks stays, unless there is a checksum, which only a whole part can meet.</summary>
    /// <returns>The new offset.</returns>
    Task<Result<long>> AppendAsync(Upload upload, long offset, Stream content, PartChecksum? checksum, CancellationToken ct);

    /// <summary>Everything is there: hashes it, notes the hash, and moves the file into the store. Can be repeated after a crash.</summary>
    Task<Result<StoredBlob>> SealAsync(Upload upload, CancellationToken ct);

    /// <summary>Inside a transaction: notes what it became; false when somebody else did already.</summary>
    Task<bool> FinishAsync(Upload upload, Guid result, CancellationToken ct);

    /// <summary>Puts off its end.</summary>
    Task ProlongAsync(Upload upload, DateTimeOffset until, CancellationToken ct);

    /// <summary>Forgets it with its bytes.</summary>
    Task RemoveAsync(Upload upload, CancellationToken ct);
}

/// <summary>Every refusal that concerns uploads.</summary>
public static class UploadErrors
{
    /// <summary>Unknown, expired, or somebody else's.</summary>
    public static readonly Error NotFound = new("upload.notFound", "There is no such upload; it may have expired.", ErrorKind.NotFound);
    /// <summary>No length, or a negative one.</summary>
    public static readonly Error NoLength = Error.Field("Upload-Length", "Upload-Length says how many bytes the file has: a number above 0.", kind: ErrorKind.Unreadable);
    /// <summary>It cannot be read.</summary>
    public static readonly Error BadMetadata = Error.Field("Upload-Metadata", "Upload-Metadata is a list of names with values in Base64: filename, filetype, and assetId or shotId.", kind: ErrorKind.Unreadable);
    /// <summary>Neither or both.</summary>
    public static readonly Error NoTarget = Error.Field("Upload-Metadata", "Upload-Metadata names where the file goes: an assetId, or the shotId of the shot that gets a new take.");
    /// <summary>No offset.</summary>
    public static readonly Error NoOffset = Error.Field("Upload-Offset", "Upload-Offset says where this part begins.", kind: ErrorKind.Unreadable);
    /// <summary>The part does not follow what is there.</summary>
    public static Error WrongOffset(long received) => new("upload.wrongOffset", $"The part must begin at byte {received}.", ErrorKind.Conflict) { Facts = new Dictionary<string, object?> { ["offset"] = received } };
    /// <summary>Another request writes to it.</summary>
    public static readonly Error Busy = new("upload.busy", "Another request writes to this upload at the moment.", ErrorKind.Conflict);
    /// <summary>More bytes than were announced.</summary>
    public static Error TooLong(long length) => new("upload.tooLong", $"The upload was announced with {length} bytes; this part goes beyond them.", ErrorKind.TooLarge);
    /// <summary>The part is not what its checksum says.</summary>
    public static readonly Error ChecksumMismatch = new("upload.checksumMismatch", "The part arrived damaged: its checksum does not fit. Send it again.");
    /// <summary>Not one of ours.</summary>
    public static readonly Error UnknownChecksum = Error.Field("Upload-Checksum", "Upload-Checksum is sha1 or sha256, a space, and the hash in Base64.", kind: ErrorKind.Unreadable);
    /// <summary>The line broke.</summary>
    public static readonly Error CutOff = new("upload.cutOff", "The connection ended before the part was whole.", ErrorKind.Unreadable);
}
