using Director.Application.Assets;
using Director.Application.Common;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.MediaFiles.Work;

/// <summary>Up to twelve pictures evenly through an asset's clip, side by side; until they are there, how far that is.</summary>
[Requires(Permission.Look)]
public sealed record GetContactSheetQuery(Guid Id) : IQuery<MadeMedia>;

internal sealed class GetContactSheetHandler(IAssetReader reader, IMediaWork work) : IRequestHandler<GetContactSheetQuery, Result<MadeMedia>>
{
    public Task<Result<MadeMedia>> Handle(GetContactSheetQuery request, CancellationToken cancellationToken) =>
        MadeMedia.OpenAsync(reader, work, request.Id, MediaProduct.ContactSheet, "image/jpeg", cancellationToken);
}
