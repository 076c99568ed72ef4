using Director.Application.Assets;
using Director.Application.Common;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.MediaFiles.Work;

/// <summary>What was measured and made of an asset's file, and how far that is.</summary>
[Requires(Permission.Look)]
public sealed record GetMediaWorkQuery(Guid Id) : IQuery<MediaWorkDto>;

internal sealed class GetMediaWorkHandler(IAssetReader reader, IMediaWork work) : IRequestHandler<GetMediaWorkQuery, Result<MediaWorkDto>>
{
    public async Task<Result<MediaWorkDto>> Handle(GetMediaWorkQuery request, CancellationToken cancellationToken)
    {
        var media = await reader.MediaOfAsync(request.Id, cancellationToken);
        if (media.Error is { } none) return none;
        return MediaKinds.IsWorkedAt(media.Value.ContentType)
            ? await work.FindAsync(media.Value.Sha256, cancellationToken)
            : new MediaWorkDto(MediaWorkState.Ready, null, [], null);
    }
}
