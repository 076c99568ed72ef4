using Director.Application.Assets;
using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Films;

/// <summary>Starts a film.</summary>
[Requires(Permission.Edit)]
public sealed record CreateFilmCommand : ICommand<AssetDto>
{
    /// <summary>Its title.</summary>
    public required string Title { get; init; }
    /// <summary>What it is about.</summary>
    public string? Synopsis { get; init; }
    /// <summary>Pictures a second: <c>24</c>, <c>25</c>, <c>24000/1001</c>.</summary>
    public string? FrameRate { get; init; }
    /// <summary>Width to height: <c>16:9</c>.</summary>
    public string? AspectRatio { get; init; }
    /// <summary>How shots get their codes: <c>SH{0000}</c> or <c>slate</c>.</summary>
    public string? ShotCodeScheme { get; init; }
    /// <summary>What it may cost, in the workspace's currency.</summary>
    public decimal? Budget { get; init; }
}

internal sealed class CreateFilmHandler(FilmMaking making, IAssetReader reader, IUnitOfWork unitOfWork) : IRequestHandler<CreateFilmCommand, Result<AssetDto>>
{
    public async Task<Result<AssetDto>> Handle(CreateFilmCommand request, CancellationToken cancellationToken)
    {
        var made = await making.MakeAsync(request, cancellationToken);
        if (made.Error is { } refused) return refused;
        await unitOfWork.FlushAsync(cancellationToken);
        return await reader.ShowAsync(made.Value.Id, cancellationToken);
    }
}
