using Director.Application.Assets;
using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Application.Workspaces;
using Director.Domain.Assets;
using Director.Domain.Assets.Types;
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

internal sealed class CreateFilmHandler(AssetMaking making, IAssetReader reader, IWorkspaceReader workspaces, IUnitOfWork unitOfWork) : IRequestHandler<CreateFilmCommand, Result<AssetDto>>
{
    public async Task<Result<AssetDto>> Handle(CreateFilmCommand request, CancellationToken cancellationToken)
    {
        var defaults = await workspaces.SettingsAsync(cancellationToken);
        var details = new FilmDetails
        {
            Synopsis = request.Synopsis,
            FrameRate = request.FrameRate ?? defaults.DefaultFrameRate ?? "24",
            AspectRatio = request.AspectRatio ?? defaults.DefaultAspectRatio ?? "16:9",
            ShotCodeScheme = request.ShotCodeScheme ?? defaults.ShotCodeScheme ?? "SH{0000}",
            Budget = request.Budget,
        };
        if (details.Faults is { Count: > 0 } faults) return Error.Of(faults);
        if (string.IsNullOrWhiteSpace(request.Title)) return Error.Field("title", "A film needs a title.");
        var made = await making.MakeAsync(new CreateAssetCommand { Type = "film", Name = request.Title }, AssetTypes.Of<FilmDetails>(), details, null, cancellationToken);
        if (made.Error is { } refused) return refused;
        await unitOfWork.FlushAsync(cancellationToken);
        return await reader.ShowAsync(made.Value.Id, cancellationToken);
    }
}
