using Director.Application.Assets;
using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.MediaFiles;

/// <summary>An asset's file, or its main output's.</summary>
[Requires(Permission.Look)]
public sealed record GetMediaQuery(Guid Id) : IQuery<MediaFile>;

/// <summary>A small picture of an asset's file.</summary>
[Requires(Permission.Look)]
public sealed record GetThumbnailQuery(Guid Id, int Size) : IQuery<MediaFile>;

/// <summary>A file that is about to be sent.</summary>
/// <param name="ContentType">Measured.</param>
/// <param name="Sha256">Of the asset's file; of a thumbnail too, since it follows from it.</param>
/// <param name="Content">Can be read from any place; disposed by whoever sends it.</param>
public sealed record MediaFile(string ContentType, string Sha256, Stream Content);

/// <summary>Makes small pictures out of pictures, once each.</summary>
public interface IThumbnails
{
    /// <summary>A WebP at most so wide; null when the workspace has no such file or it is no picture.</summary>
    Task<Stream?> GetAsync(string sha256, string contentType, int width, CancellationToken ct);
}

internal sealed class GetMediaHandler(IAssetReader reader, IBlobStore blobs, IThumbnails thumbnails) :
    IRequestHandler<GetMediaQuery, Result<MediaFile>>, IRequestHandler<GetThumbnailQuery, Result<MediaFile>>
{
    public async Task<Result<MediaFile>> Handle(GetMediaQuery request, CancellationToken cancellationToken)
    {
        var media = await MediaOfAsync(request.Id, cancellationToken);
        if (media.Error is { } none) return none;
        return await blobs.OpenAsync(media.Value.Sha256, cancellationToken) is { } content
            ? new MediaFile(media.Value.ContentType, media.Value.Sha256, content)
            : AssetErrors.NoMedia;
    }

    public async Task<Result<MediaFile>> Handle(GetThumbnailQuery request, CancellationToken cancellationToken)
    {
        if (!ThumbnailSizes.All.Contains(request.Size)) return MediaErrors.ThumbnailSize;
        var media = await MediaOfAsync(request.Id, cancellationToken);
        if (media.Error is { } none) return none;
        return await thumbnails.GetAsync(media.Value.Sha256, media.Value.ContentType, request.Size, cancellationToken) is { } content
            ? new MediaFile("image/webp", media.Value.Sha256, content)
            : MediaErrors.NoThumbnail;
    }

    /// <summary>A shot, a take or a member of the cast keeps its pick's facts in its own row.</summary>
    private async Task<Result<MediaDto>> MediaOfAsync(Guid id, CancellationToken ct) =>
        await reader.GetAsync(new AssetId(id), ct) is not { } asset ? AssetErrors.NotFound
        : asset.Media is { } media ? media
        : AssetErrors.NoMedia;
}
