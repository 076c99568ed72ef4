using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Application.MediaFiles;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Sharing;
using MediatR;

namespace Director.Application.Sharing.Guests;

/// <summary>The file of a take that the link shows, with the guest's name burnt in where the link says so.</summary>
/// <param name="TakeId">The take.</param>
/// <param name="Looks">Whether this is somebody beginning to look, not going on.</param>
[AllowAnyone]
public sealed record GetSharedMediaQuery(Guid TakeId, bool Looks) : IQuery<SharedFile>;

/// <summary>A small picture of a take that the link shows, with the guest's name burnt in where the link says so.</summary>
[AllowAnyone]
public sealed record GetSharedThumbnailQuery(Guid TakeId, int Size) : IQuery<SharedFile>;

/// <summary>A file for one guest.</summary>
/// <param name="ContentType">Measured.</param>
/// <param name="Tag">Names these very bytes.</param>
/// <param name="Content">Can be read from any place; disposed by whoever sends it.</param>
public sealed record SharedFile(string ContentType, string Tag, Stream Content);

/// <summary>Burns a guest's name into pictures, once for each guest and picture.</summary>
public interface IWatermarks
{
    /// <summary>A WebP with the name across it; null when the workspace has no such picture.</summary>
    /// <param name="sha256">The picture.</param>
    /// <param name="guest">Whose name.</param>
    /// <param name="width">At most so many pixels wide; null: as wide as it is.</param>
    /// <param name="ct">Cancels.</param>
    Task<Stream?> GetAsync(string sha256, ShareGuest guest, int? width, CancellationToken ct);
}

/// <summary>Burns a guest's name into clips, once for each guest and clip. Needs ffmpeg on the server.</summary>
public interface IClipWatermarks
{
    /// <summary>The type of what it makes.</summary>
    const string ContentType = "video/mp4";

    /// <summary>Whether this server can.</summary>
    bool Available { get; }

    /// <summary>An MP4 with the name across it; null when the workspace has no such clip, or when it cannot be read in time.</summary>
    /// <param name="sha256">The clip.</param>
    /// <param name="contentType">What it is.</param>
    /// <param name="guest">Whose name.</param>
    /// <param name="ct">Cancels.</param>
    Task<Stream?> GetAsync(string sha256, string contentType, ShareGuest guest, CancellationToken ct);
}

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
