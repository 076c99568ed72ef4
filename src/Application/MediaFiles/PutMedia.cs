using Director.Application.Assets;
using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.MediaFiles;

/// <summary>Puts a file on an asset that holds one; on a take, makes a child that holds it and picks that.</summary>
/// <param name="Id">The asset.</param>
/// <param name="Content">The bytes; read while they arrive.</param>
/// <param name="Limit">The most bytes.</param>
/// <param name="SeenVersion">What the caller saw.</param>
[Requires(Permission.Edit)]
public sealed record PutMediaCommand(Guid Id, Stream Content, long Limit, long? SeenVersion) : ICommand<AssetDto>, IOwnTransaction;

internal sealed class PutMediaHandler(
    IAssetReader reader, IAssetRepository assets, IBlobStore blobs, IMediaProbe probe, MediaChildren children, StorageQuota quota, IUnitOfWork unitOfWork, ICaller caller, TimeProvider clock)
    : IRequestHandler<PutMediaCommand, Result<AssetDto>>
{
    public async Task<Result<AssetDto>> Handle(PutMediaCommand request, CancellationToken cancellationToken)
    {
        // Looked at before the bytes are taken in, and again, locked, afterwards.
        if (await reader.GetAsync(new AssetId(request.Id), cancellationToken) is not { } seen) return AssetErrors.NotFound;
        var type = AssetTypes.Get(seen.Type);
        if (!type.HoldsMedia && !type.Numbered) return AssetErrors.HoldsNoMedia(type);

        // No more is taken in than fits, so that a full workspace does not fill the disk.
        var space = await quota.SpaceAsync(cancellationToken);
        if (space.Refusal is { } full) return full;
        var blob = await blobs.PutAsync(request.Content, Math.Min(request.Limit, space.Left), cancellationToken);
        if (blob.Error is { } unkept) return unkept.Kind is ErrorKind.TooLarge && space.Left < request.Limit ? space.Exceeded : unkept;
        var media = await probe.ProbeAsync(blob.Value, cancellationToken);
        if (media.Error is { } unfit) return unfit;
        if (!Belongs(media.Value, type)) return MediaErrors.WrongKind(media.Value.ContentType, type.Label);

        return await unitOfWork.RunAsync("putMedia", async ct =>
        {
            var branch = await assets.FindBranchAsync(new AssetId(request.Id), ct);
            if (branch.LastOrDefault() is not { IsLive: true } asset) return AssetErrors.NotFound;
            if (asset.EnsureVersion(request.SeenVersion) is { } stale) return stale;
            if (await quota.CheckAsync(media.Value, ct) is { } over) return over;
            var put = await PutAsync(asset, media.Value, caller.Stamp(clock), ct);
            if (put.Error is { } refused) return refused;
            PickedMedia.ShowUpwards(branch);
            await unitOfWork.FlushAsync(ct);
            return await reader.ShowAsync(asset.Id, ct);
        }, cancellationToken);
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
