using Director.Application.Assets;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Common;

namespace Director.Application.MediaFiles;

/// <summary>Makes the image, video or audio asset that holds a file below the asset it belongs to.</summary>
internal sealed class MediaChildren(IAssetRepository assets, AssetPlacing placing, IBlobStore blobs, IUnitOfWork unitOfWork, IIdSource ids)
{
    /// <summary>Adds it behind its siblings. The parent is loaded and locked, the file lies in the store.</summary>
    internal async Task<Result<Asset>> AddAsync(Asset parent, Media media, string source, Stamp stamp, CancellationToken ct)
    {
        var (type, details) = Describe(media);
        var position = await placing.PositionAsync(parent.Id, type, null, null, ct);
        if (position.Error is { } nowhere) return nowhere;
        var made = Asset.Create(parent.WorkspaceId, new AssetId(ids.Next()), type, $"{parent.Name} · {type.Label.ToLowerInvariant()}", parent, position.Value, details, stamp);
        if (made.Error is not null) return made;
        await blobs.RecordAsync(media, ct);
        if (made.Value.Change(new AssetChange { Source = source }, stamp).Error is { } unfit) return unfit;
        if (made.Value.PutMedia(media, stamp).Error is { } refused) return refused;
        assets.Add(made.Value);
        await unitOfWork.FlushAsync(ct);
        return made;
    }

    /// <summary>The asset type that holds such a file, and what its details say of it.</summary>
    internal static (AssetType Type, AssetDetails Details) Describe(Media media)
    {
        var format = media.ContentType.Split('/')[^1];
        if (media.ContentType.StartsWith("image/", StringComparison.Ordinal))
            return (AssetTypes.Of<ImageDetails>(), new ImageDetails { Width = media.Width, Height = media.Height, Format = format });
        return media.ContentType.StartsWith("video/", StringComparison.Ordinal)
            ? (AssetTypes.Of<VideoDetails>(), new VideoDetails { Width = media.Width, Height = media.Height, Format = format, FrameRate = media.FrameRate })
            : (AssetTypes.Of<AudioDetails>(), new AudioDetails { Format = format, DurationMs = media.DurationMs });
    }
}
