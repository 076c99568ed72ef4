using Director.Application.Assets;
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

/// <summary>A shot's takes, in order of number. Rejected ones are among them, with that status.</summary>
[Requires(Permission.Look)]
public sealed record ListTakesQuery(Guid ShotId) : IQuery<IReadOnlyList<AssetDto>>;

/// <summary>The take that is in the film.</summary>
[Requires(Permission.Look)]
public sealed record GetSelectedTakeQuery(Guid ShotId) : IQuery<AssetDto>;

internal sealed class GetShotHandler(IShotReader reader) : IRequestHandler<GetShotQuery, Result<ShotDto>>
{
    public async Task<Result<ShotDto>> Handle(GetShotQuery request, CancellationToken cancellationToken) =>
        await reader.ShotAsync(new AssetId(request.Id), cancellationToken) is { } shot ? shot : FilmErrors.ShotNotFound;
}

internal sealed class ListTakesHandler(IShotReader reader) : IRequestHandler<ListTakesQuery, Result<IReadOnlyList<AssetDto>>>
{
    public async Task<Result<IReadOnlyList<AssetDto>>> Handle(ListTakesQuery request, CancellationToken cancellationToken) =>
        await reader.ShotAsync(new AssetId(request.ShotId), cancellationToken) is null
            ? FilmErrors.ShotNotFound
            : Result<IReadOnlyList<AssetDto>>.Of(await reader.TakesAsync(new AssetId(request.ShotId), cancellationToken));
}

internal sealed class GetSelectedTakeHandler(IShotReader shots, IAssetReader reader) : IRequestHandler<GetSelectedTakeQuery, Result<AssetDto>>
{
    public async Task<Result<AssetDto>> Handle(GetSelectedTakeQuery request, CancellationToken cancellationToken)
    {
        var shot = await shots.ShotAsync(new AssetId(request.ShotId), cancellationToken);
        if (shot is null) return FilmErrors.ShotNotFound;
        return shot.SelectedChildId is { } take ? await reader.ShowAsync(new AssetId(take), cancellationToken) : FilmErrors.NothingSelected;
    }
}
