using Director.Application.Assets;
using Director.Application.Common;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.MediaFiles.Work;

/// <summary>How loud an asset's clip or sound is over time; until that is known, how far the work is.</summary>
[Requires(Permission.Look)]
public sealed record GetWaveformQuery(Guid Id) : IQuery<MadeMedia>;

internal sealed class GetWaveformHandler(IAssetReader reader, IMediaWork work) : IRequestHandler<GetWaveformQuery, Result<MadeMedia>>
{
    public Task<Result<MadeMedia>> Handle(GetWaveformQuery request, CancellationToken cancellationToken) =>
        MadeMedia.OpenAsync(reader, work, request.Id, MediaProduct.Waveform, "application/json", cancellationToken);
}
