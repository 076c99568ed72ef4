using Director.Application.Assets;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;

namespace Director.Application.MediaFiles;

/// <summary>Puts a file that lies in the store on an asset, whichever way it came in.</summary>
internal sealed class MediaPutting(
    IAssetReader reader, IAssetRepository assets, IBlobStore blobs, MediaChildren children, StorageQuota quota, IUnitOfWork unitOfWork, ICaller caller, TimeProvider clock)
{
    /// <summary>Whether an asset of this type can get a file at all; null when it can.</summary>
    internal static Error? Refusal(AssetType type) => type.HoldsMedia || type.Numbered ? null : AssetErrors.HoldsNoMedia(type);

    /// <summary>Whether this file belongs on an asset of this type; null when it does.</summary>
    internal static Error? Refusal(AssetType type, Media media) => Belongs(media, type) ? null : MediaErrors.WrongKind(media.ContentType, type.Label);

    /// <summary>Within a unit of work: on an asset that holds one; below a take, as its main output.</summary>
    internal async Task<Result<AssetDto>> PutAsync(Guid id, Media media, long? seen, CancellationToken ct)
    {
        var branch = await assets.FindBranchAsync(new AssetId(id), ct);
        if (branch.LastOrDefault() is not { IsLive: true } asset) return AssetErrors.NotFound;
        if (asset.EnsureVersion(seen) is { } stale) return stale;
        if (await quota.CheckAsync(media, ct) is { } over) return over;
        var put = await PutAsync(asset, media, caller.Stamp(clock), ct);
        if (put.Error is { } refused) return refused;
        PickedMedia.ShowUpwards(branch);
        await unitOfWork.FlushAsync(ct);
        return await reader.ShowAsync(asset.Id, ct);
    }

    private async Task<Result<Done>> PutAsync(Asset asset, Media media, Stamp stamp, CancellationToken ct)
    {
        if (!asset.Type.Numbered)
        {
            await blobs.RecordAsync(media, ct);
            return asset.PutMedia(media, stamp);
        }

        var child = await children.AddAsync(asset, media, "upload", stamp, ct);
        if (child.Error is { } refused) return refused;
        asset.MainOutput(child.Value, stamp);
        return Done.Ok;
    }

    private static bool Belongs(Media media, AssetType type) => type.Slug switch
    {
        "text" or "script" => media.ContentType is "text/plain" or "application/pdf",
        _ when media.ContentType.Split('/')[0] is not ("image" or "video" or "audio") => false,
        _ => type.Numbered || MediaChildren.Describe(media).Type == type,
    };
}
