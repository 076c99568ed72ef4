using System.Text;
using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Content;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Content;

/// <summary>The text itself.</summary>
[Requires(Permission.Look)]
public sealed record GetContentTextQuery(Guid Id) : IQuery<ContentTextDto>;

internal sealed class GetContentTextHandler(IContentReader reader, IBlobStore blobs) : IRequestHandler<GetContentTextQuery, Result<ContentTextDto>>
{
    public async Task<Result<ContentTextDto>> Handle(GetContentTextQuery request, CancellationToken cancellationToken)
    {
        if (await reader.GetAsync(new ExtractionId(request.Id), cancellationToken) is not { } found) return ExtractionErrors.NotFound;
        if (await ContentTexts.ReadAsync(blobs, found, cancellationToken) is not { } text) return ExtractionErrors.NoTextYet;
        return new ContentTextDto(found.Id, found.Title ?? "", found.Language, Encoding.UTF8.GetString(text.Span));
    }
}

/// <summary>Brings extracted texts from the store.</summary>
internal static class ContentTexts
{
    /// <summary>UTF-8; null when there is none.</summary>
    internal static async Task<ReadOnlyMemory<byte>?> ReadAsync(IBlobStore blobs, ContentDto content, CancellationToken ct)
    {
        if (content is not { Status: ExtractionStatus.Completed, Sha256: { } sha256 }) return null;
        await using var file = await blobs.OpenAsync(sha256, ct);
        if (file is null) return null;
        var bytes = new byte[file.Length];
        await file.ReadExactlyAsync(bytes, ct);
        return bytes;
    }
}
