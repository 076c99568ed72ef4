using Director.Application.Assets;
using Director.Application.Common.Ports;
using Director.Application.MediaFiles;
using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Common;
using Director.Domain.Films;

namespace Director.Application.Uploads;

/// <summary>Turns a whole upload into the file of its asset, or into a new take of its shot. Each step can be repeated, so a server that dies in between leaves nothing half done.</summary>
internal sealed class UploadFinishing(
    IUploads uploads, IMediaProbe probe, MediaPutting putting, IAssetRepository assets, IAssetReader reader, AssetMaking making, IUnitOfWork unitOfWork, TimeProvider clock)
{
    /// <summary>How long an upload is kept from its last part on.</summary>
    internal static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>When an upload that goes on now ends.</summary>
    internal DateTimeOffset NextEnd => clock.GetUtcNow() + Kept;

    /// <returns>What it became. What cannot become anything is forgotten at once, so that nobody sends it again and again.</returns>
    internal async Task<Result<Upload>> FinishAsync(Upload upload, CancellationToken ct)
    {
        if (upload.ResultId is not null) return upload;
        var blob = await uploads.SealAsync(upload, ct);
        if (blob.Error is { } unsealed) return unsealed;
        var media = await probe.ProbeAsync(blob.Value, ct);
        var done = media.Error is { } unfit ? unfit : await unitOfWork.RunAsync("appendUpload", token => PlaceAsync(upload, media.Value, token), ct);
        if (done.Error is not { Kind: ErrorKind.Rule or ErrorKind.NotFound or ErrorKind.TooLarge } refused) return done;
        await uploads.RemoveAsync(upload, ct);
        return refused;
    }

    /// <summary>What the upload is for, before and after; null when a file can go there.</summary>
    internal async Task<Error?> CheckTargetAsync(Guid? assetId, Guid? shotId, CancellationToken ct)
    {
        if (assetId is null == shotId is null) return UploadErrors.NoTarget;
        if (await reader.GetAsync(new AssetId(assetId ?? shotId!.Value), ct) is not { } target) return assetId is null ? FilmErrors.ShotNotFound : AssetErrors.NotFound;
        return assetId is null ? (target.Type == "shot" ? null : FilmErrors.ShotNotFound) : MediaPutting.Refusal(AssetTypes.Get(target.Type));
    }

    private async Task<Result<Upload>> PlaceAsync(Upload upload, Media media, CancellationToken ct)
    {
        var target = upload.AssetId;
        if (upload.ShotId is { } shotId)
        {
            var take = await TakeAsync(shotId, upload, ct);
            if (take.Error is { } refused) return refused;
            target = take.Value.Id.Value;
        }

        // Only read: putting locks it, its film first.
        if (await reader.GetAsync(new AssetId(target!.Value), ct) is not { } asset) return AssetErrors.NotFound;
        if (MediaPutting.Refusal(AssetTypes.Get(asset.Type), media) is { } misplaced) return misplaced;
        if (!await uploads.FinishAsync(upload, asset.Id, ct)) return UploadErrors.Busy;
        var put = await putting.PutAsync(asset.Id, media, null, ct);
        return put.Error is { } unput ? unput : upload with { ResultId = asset.Id };
    }

    private async Task<Result<Asset>> TakeAsync(Guid shotId, Upload upload, CancellationToken ct)
    {
        var branch = await assets.FindBranchAsync(new AssetId(shotId), ct);
        if (branch.LastOrDefault() is not { IsLive: true } shot || !shot.Type.Coded) return FilmErrors.ShotNotFound;
        var wish = new CreateAssetCommand { Type = "shot_take", Name = $"Take {shot.LastChildNumber + 1}", Description = upload.FileName, Source = "upload" };
        var made = await making.MakeAsync(wish, AssetTypes.Of<ShotTakeDetails>(), new ShotTakeDetails { Source = "upload" }, shot, ct);
        if (made.Error is null) await unitOfWork.FlushAsync(ct);
        return made;
    }
}
