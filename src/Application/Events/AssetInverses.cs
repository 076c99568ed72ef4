using System.Text.Json;
using System.Text.Json.Nodes;
using Director.Application.Assets;
using Director.Application.Common.Ports;
using Director.Application.MediaFiles;
using Director.Application.Tags;
using Director.Domain.Assets;
using Director.Domain.Common;
using MediatR;

namespace Director.Application.Events;

/// <summary>The inverses of what can happen to an asset: the handlers of the commands that people use, within the running unit of work.</summary>
internal sealed class AssetInverses(
    IAssetRepository assets,
    IRequestHandler<DeleteAssetCommand, Result<Done>> delete,
    IRequestHandler<RestoreAssetCommand, Result<AssetDto>> restore,
    IRequestHandler<UpdateAssetCommand, Result<AssetDto>> update,
    IRequestHandler<SetAssetTagsCommand, Result<AssetDto>> setTags,
    Selecting selecting,
    Moving moving,
    AssetPlacing placing,
    IBlobStore blobs,
    ICaller caller,
    TimeProvider clock)
{
    internal Task<Result<Done>> DeleteAsync(Asset asset, CancellationToken ct) => delete.Handle(new DeleteAssetCommand(asset.Id.Value, null), ct);

    internal async Task<Result<Done>> RestoreAsync(Asset asset, LostPick? pick, CancellationToken ct)
    {
        if ((await restore.Handle(new RestoreAssetCommand(asset.Id.Value), ct)).Error is { } refused) return refused;
        return pick is not null && await assets.FindAsync(pick.Owner, ct) is { SelectedChildId: null } owner
            ? await SelectAsync(owner, asset.Id.Value, pick.Reason, ct) : Done.Ok;
    }

    internal async Task<Result<Done>> PatchAsync(Asset asset, JsonElement patch, CancellationToken ct) =>
        Quiet(await update.Handle(new UpdateAssetCommand(asset.Id.Value, patch, asset.Version), ct));

    /// <summary>The former file again, or none; whoever picked the asset shows it too, up to the film.</summary>
    internal async Task<Result<Done>> PutMediaAsync(IReadOnlyList<Asset> branch, JsonNode? former, CancellationToken ct)
    {
        var media = former?.Deserialize<Media>(JsonSerializerOptions.Web);
        if (media is not null) await blobs.RecordAsync(media, ct);
        var put = branch[^1].PutMedia(media, caller.Stamp(clock));
        if (put.Error is null) PickedMedia.ShowUpwards(branch);
        return put;
    }

    internal Result<Done> Review(Asset asset, string? verdict) => asset.Review(verdict, null, caller.Stamp(clock));

    internal async Task<Result<Done>> TagAsync(Asset asset, IReadOnlyList<string> names, CancellationToken ct) =>
        Quiet(await setTags.Handle(new SetAssetTagsCommand(asset.Id.Value, names, null), ct));

    internal async Task<Result<Done>> SelectAsync(Asset asset, Guid? child, string? reason, CancellationToken ct) =>
        Quiet(await selecting.SelectAsync(asset.Id.Value, null, child, AssetErrors.PickNotAChild, reason, null, ct));

    /// <summary>Back to a place: the very one, or right behind whoever has it now.</summary>
    internal async Task<Result<Done>> MoveAsync(Asset asset, Guid? parent, string position, CancellationToken ct) =>
        Quiet(await moving.MoveAsync(asset.Id.Value, parent, to => placing.AtAsync(to?.Id, asset, position, ct), null, ct));

    private static Result<Done> Quiet<T>(Result<T> result) => result.Then(_ => Done.Ok);
}
