using Director.Application.Assets;
using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.MediaFiles;

/// <summary>A small picture of an asset's file.</summary>
[Requires(Permission.Look)]
public sealed record GetThumbnailQuery(Guid Id, int Size) : IQuery<MediaFile>;

internal sealed class GetThumbnailHandler(IAssetReader reader, IThumbnails thumbnails) : IRequestHandler<GetThumbnailQuery, Result<MediaFile>>
{
    public async Task<Result<MediaFile>> Handle(GetThumbnailQuery request, CancellationToken cancellationToken)
    {
        if (!ThumbnailSizes.All.Contains(request.Size)) return MediaErrors.ThumbnailSize;
        var media = await reader.MediaOfAsync(request.Id, cancellationToken);
        if (media.Error is { } none) return none;
        return await thumbnails.GetAsync(media.Value.Sha256, media.Value.ContentType, request.Size, cancellationToken) is { } content
            ? new MediaFile("image/webp", media.Value.Sha256, content)
            : MediaErrors.NoThumbnail;
    }
}
