using Director.Application.Common;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Films;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Shots;

/// <summary>One shot.</summary>
[Requires(Permission.Look)]
public sealed record GetShotQuery(Guid Id) : IQuery<ShotDto>;

internal sealed class GetShotHandler(IShotReader reader) : IRequestHandler<GetShotQuery, Result<ShotDto>>
{
    public async Task<Result<ShotDto>> Handle(GetShotQuery request, CancellationToken cancellationToken) =>
        await reader.ShotAsync(new AssetId(request.Id), cancellationToken) is { } shot ? shot : FilmErrors.ShotNotFound;
}
