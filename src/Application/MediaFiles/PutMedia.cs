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

internal sealed class PutMediaHandler(IAssetReader reader, IBlobStore blobs, IMediaProbe probe, MediaPutting putting, StorageQuota quota, IUnitOfWork unitOfWork)
    : IRequestHandler<PutMediaCommand, Result<AssetDto>>
{
    public async Task<Result<AssetDto>> Handle(PutMediaCommand request, CancellationToken cancellationToken)
    {
        // Looked at before the bytes are taken in, and again, locked, afterwards.
        if (await reader.GetAsync(new AssetId(request.Id), cancellationToken) is not { } seen) return AssetErrors.NotFound;
        var type = AssetTypes.Get(seen.Type);
        if (MediaPutting.Refusal(type) is { } holdsNone) return holdsNone;

        // No more is taken in than fits, so that a full workspace does not fill the disk.
        var space = await quota.SpaceAsync(cancellationToken);
        if (space.Refusal is { } full) return full;
        var blob = await blobs.PutAsync(request.Content, Math.Min(request.Limit, space.Left), cancellationToken);
        if (blob.Error is { } unkept) return unkept.Kind is ErrorKind.TooLarge && space.Left < request.Limit ? space.Exceeded : unkept;
        var media = await probe.ProbeAsync(blob.Value, cancellationToken);
        if (media.Error is { } unfit) return unfit;
        if (MediaPutting.Refusal(type, media.Value) is { } misplaced) return misplaced;
        return await unitOfWork.RunAsync("putMedia", ct => putting.PutAsync(request.Id, media.Value, request.SeenVersion, ct), cancellationToken);
    }
}
