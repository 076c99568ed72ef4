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

/// <summary>A file that is about to be sent.</summary>
/// <param name="ContentType">Measured.</param>
/// <param name="Sha256">Of the asset's file; of a thumbnail too, since it follows from it.</param>
/// <param name="Content">Can be read from any place; disposed by whoever sends it.</param>
public sealed record MediaFile(string ContentType, string Sha256, Stream Content);

internal sealed class GetMediaHandler(IAssetReader reader, IBlobStore blobs) : IRequestHandler<GetMediaQuery, Result<MediaFile>>
{
    public async Task<Result<MediaFile>> Handle(GetMediaQuery request, CancellationToken cancellationToken)
    {
        var media = await reader.MediaOfAsync(request.Id, cancellationToken);
        if (media.Error is { } none) return none;
        return await blobs.OpenAsync(media.Value.Sha256, cancellationToken) is { } content
            ? new MediaFile(media.Value.ContentType, media.Value.Sha256, content)
            : AssetErrors.NoMedia;
    }
}
