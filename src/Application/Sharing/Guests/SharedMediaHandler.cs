using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Application.MediaFiles;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Sharing;
using MediatR;

namespace Director.Application.Sharing.Guests;

internal sealed class SharedMediaHandler(
    IGuestGate gate, IShareReader reader, IShareRepository links, IBlobStore blobs, IThumbnails thumbnails, IWatermarks watermarks, IClipWatermarks clips, ICaller caller, IIdSource ids, TimeProvider clock) :
    IRequestHandler<GetSharedMediaQuery, Result<SharedFile>>, IRequestHandler<GetSharedThumbnailQuery, Result<SharedFile>>
{
    private const string Picture = "image/webp";

    public async Task<Result<SharedFile>> Handle(GetSharedMediaQuery request, CancellationToken cancellationToken)
    {
        var found = await FindAsync(request.TakeId, cancellationToken);
        if (found.Error is { } refused) return refused;
        var (visit, media) = found.Value;
        var file = visit.Link.Watermark
            ? await BurntAsync(visit, media, null, cancellationToken)
            : await blobs.OpenAsync(media.Sha256, cancellationToken) is { } content ? new SharedFile(media.ContentType, media.Sha256, content) : AssetErrors.NoMedia;
        if (file.Succeeded && request.Looks)
            await links.NoteVisitAsync(GuestDoing.Of(visit, ShareVisit.Viewed, new AssetId(request.TakeId), caller, ids, clock.GetUtcNow()), cancellationToken);
        return file;
    }

    public async Task<Result<SharedFile>> Handle(GetSharedThumbnailQuery request, CancellationToken cancellationToken)
    {
        if (!ThumbnailSizes.All.Contains(request.Size)) return MediaErrors.ThumbnailSize;
        var found = await FindAsync(request.TakeId, cancellationToken);
        if (found.Error is { } refused) return refused;
        var (visit, media) = found.Value;
        if (visit.Link.Watermark) return await BurntAsync(visit, media, request.Size, cancellationToken);
        return await thumbnails.GetAsync(media.Sha256, media.ContentType, request.Size, cancellationToken) is { } content
            ? new SharedFile(Picture, $"{media.Sha256}-{request.Size}", content) : MediaErrors.NoThumbnail;
    }

    private async Task<Result<SharedFile>> BurntAsync(GuestVisit visit, Assets.MediaDto media, int? width, CancellationToken ct)
    {
        if (width is null && clips.Available && media.ContentType.StartsWith("video/", StringComparison.Ordinal))
        {
            return await clips.GetAsync(media.Sha256, media.ContentType, visit.Guest, ct) is { } clip
                ? new SharedFile(IClipWatermarks.ContentType, $"{media.Sha256}-{visit.Guest.Id:N}", clip) : ShareErrors.WatermarkFailed;
        }

        if (!media.ContentType.StartsWith("image/", StringComparison.Ordinal)) return ShareErrors.CannotWatermark(media.ContentType);
        return await watermarks.GetAsync(media.Sha256, visit.Guest, width, ct) is { } content
            ? new SharedFile(Picture, $"{media.Sha256}-{visit.Guest.Id:N}-{width}", content) : AssetErrors.NoMedia;
    }

    private async Task<Result<(GuestVisit Visit, Assets.MediaDto Media)>> FindAsync(Guid take, CancellationToken ct)
    {
        if (gate.Visit is not { } visit) return ShareErrors.EnterFirst;
        if (await reader.TakeAsync(visit.Link.Id, take, ct) is not { } shared) return ShareErrors.NotShared;
        return shared.Media is { } media ? (visit, media) : AssetErrors.NoMedia;
    }
}
