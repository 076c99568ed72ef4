using Director.Application.Assets;
using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Common;
using Director.Domain.Films;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Films;

/// <summary>Adds a scene to a film.</summary>
/// <param name="FilmId">The film.</param>
/// <param name="Scene">What it is.</param>
[Requires(Permission.Edit)]
public sealed record CreateSceneCommand(Guid FilmId, NewScene Scene) : ICommand<AssetDto>;

/// <summary>A scene to be.</summary>
public sealed record NewScene
{
    /// <summary>Its name on the board; null: the heading made of place and time.</summary>
    public string? Name { get; init; }
    /// <summary>The number in the script.</summary>
    public string? SceneNumber { get; init; }
    /// <summary>INT, EXT, INT/EXT.</summary>
    public string? IntExt { get; init; }
    /// <summary>Where.</summary>
    public string? Location { get; init; }
    /// <summary>When.</summary>
    public string? TimeOfDay { get; init; }
    /// <summary>What happens.</summary>
    public string? Synopsis { get; init; }
    /// <summary>Behind this scene; null: at the end.</summary>
    public Guid? After { get; init; }
}

internal sealed class CreateSceneHandler(IAssetRepository assets, AssetMaking making, IAssetReader reader, IUnitOfWork unitOfWork) : IRequestHandler<CreateSceneCommand, Result<AssetDto>>
{
    public async Task<Result<AssetDto>> Handle(CreateSceneCommand request, CancellationToken cancellationToken)
    {
        var film = await assets.LiveAsync(request.FilmId, cancellationToken, type: "film", notFound: FilmErrors.NotFound);
        if (film.Error is { } missing) return missing;
        var scene = request.Scene;
        var details = new SceneDetails
        {
            SceneNumber = scene.SceneNumber,
            IntExt = scene.IntExt,
            Location = scene.Location,
            TimeOfDay = scene.TimeOfDay,
            Synopsis = scene.Synopsis,
        };
        if (details.Faults is { Count: > 0 } faults) return Error.Of(faults);
        var made = await making.MakeAsync(
            new CreateAssetCommand { Type = "scene", Name = scene.Name ?? Heading(scene), After = scene.After }, AssetTypes.Of<SceneDetails>(), details, film.Value, cancellationToken);
        if (made.Error is { } refused) return refused;
        await unitOfWork.FlushAsync(cancellationToken);
        return await reader.ShowAsync(made.Value.Id, cancellationToken);
    }

    private static string Heading(NewScene s)
    {
        var place = string.Join(". ", new[] { s.IntExt, s.Location }.Where(p => !string.IsNullOrWhiteSpace(p)));
        var heading = string.Join(", ", new[] { place, s.TimeOfDay }.Where(p => !string.IsNullOrWhiteSpace(p)));
        return heading.Length > 0 ? heading : "New scene";
    }
}
