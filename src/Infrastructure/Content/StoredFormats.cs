using Director.Application.Common.Ports;
using Director.Application.Content;
using Director.Domain.Content;
using Director.Infrastructure.Content.Reading;

namespace Director.Infrastructure.Content;

/// <inheritdoc cref="IContentFormats" />
internal sealed class StoredFormats(IBlobStore blobs) : IContentFormats
{
    public async Task<SourceKind?> TellAsync(StoredBlob blob, string fileName, CancellationToken ct)
    {
        await using var content = await blobs.OpenAsync(blob.Sha256, ct) ?? throw new FileNotFoundException($"The file {blob.Sha256} is not in the store.");
        var head = new byte[ContentFormat.Length];
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
        return ContentFormat.Tell(head.AsSpan(0, read), null, fileName);
    }
}
