using Director.Domain.Assets;
using Director.Domain.Common;

namespace Director.Application.Common.Ports;

/// <summary>A file that lies in the store.</summary>
/// <param name="Sha256">Lower-case hex; its name.</param>
/// <param name="Size">Bytes.</param>
public sealed record StoredBlob(string Sha256, long Size);

/// <summary>The files of the caller's workspace, each once, under the hash of its bytes.</summary>
public interface IBlobStore
{
    /// <summary>Keeps a file: whole, on disk for good and under its hash when this returns, or not at all. Outside any transaction; <see cref="RecordAsync"/> makes it known.</summary>
    /// <param name="content">Read to its end.</param>
    /// <param name="limit">Bytes; more is refused with <c>media.tooLarge</c>.</param>
    Task<Result<StoredBlob>> PutAsync(Stream content, long limit, CancellationToken ct);

    /// <summary>Inside a transaction: notes that the workspace has this file. Noting it again changes nothing.</summary>
    Task RecordAsync(Media media, CancellationToken ct);

    /// <summary>Opens a file for reading from any place; null when the workspace has none of that hash.</summary>
    Task<Stream?> OpenAsync(string sha256, CancellationToken ct);
}

/// <summary>Finds out what a file really is, by its bytes alone.</summary>
public interface IMediaProbe
{
    /// <summary>Measures a file that lies in the store.</summary>
    /// <returns>Its facts, or <c>media.unsupported</c>, <c>media.corrupt</c> or <c>media.tooManyPixels</c>.</returns>
    Task<Result<Media>> ProbeAsync(StoredBlob blob, CancellationToken ct);
}
