using Director.Application.Assets;
using Director.Application.Common;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Films;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Shots;

/// <summary>A shot's takes, in order of number. Rejected ones are among them, with that status.</summary>
[Requires(Permission.Look)]
public sealed record ListTakesQuery(Guid ShotId) : IQuery<IReadOnlyList<AssetDto>>;

internal sealed class ListTakesHandler(IShotReader reader) : IRequestHandler<ListTakesQuery, Result<IReadOnlyList<AssetDto>>>
{
    public async Task<Result<IReadOnlyList<AssetDto>>> Handle(ListTakesQuery request, CancellationToken cancellationToken) =>
        await reader.ShotAsync(new AssetId(request.ShotId), cancellationToken) is null
            ? FilmErrors.ShotNotFound
            : Result<IReadOnlyList<AssetDto>>.Of(await reader.TakesAsync(new AssetId(request.ShotId), cancellationToken));
}
