using Director.Application.Assets;
using Director.Application.Common;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.MediaFiles.Work;

/// <summary>The small clip to scrub in, made of an asset's clip; until it is there, how far that is.</summary>
[Requires(Permission.Look)]
public sealed record GetProxyQuery(Guid Id) : IQuery<MadeMedia>;

internal sealed class GetProxyHandler(IAssetReader reader, IMediaWork work) : IRequestHandler<GetProxyQuery, Result<MadeMedia>>
{
    public Task<Result<MadeMedia>> Handle(GetProxyQuery request, CancellationToken cancellationToken) =>
        MadeMedia.OpenAsync(reader, work, request.Id, MediaProduct.Proxy, "video/mp4", cancellationToken);
}
