using Director.Application.Assets;
using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Application.Interchange.Import;
using Director.Application.Interchange.Screenplays;
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
    /// <summary>Its name on the board; null: the heading made of place and time. A heading says place and time where the fields do not.</summary>
    public string? Name { get; init; }
    /// <summary>The number in the script; null: the next that is free at its place, with a letter between two that are numbered (<c>3A</c>).</summary>
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
        var heading = scene.Name is { } name && SceneHeading.StartsLikeOne(name) ? SceneHeading.Parse(name) : null;
        var details = new SceneDetails
        {
            SceneNumber = scene.SceneNumber ?? await NextNumberAsync(film.Value, scene.After, cancellationToken),
            IntExt = scene.IntExt ?? heading?.IntExt,
            Location = scene.Location ?? heading?.Location,
            TimeOfDay = scene.TimeOfDay ?? heading?.TimeOfDay,
            Synopsis = scene.Synopsis,
        };
        if (details.Faults is { Count: > 0 } faults) return Error.Of(faults);
        var made = await making.MakeAsync(
            new CreateAssetCommand { Type = "scene", Name = scene.Name ?? Heading(scene), After = scene.After }, AssetTypes.Of<SceneDetails>(), details, film.Value, cancellationToken);
        if (made.Error is { } refused) return refused;
        await unitOfWork.FlushAsync(cancellationToken);
        return await reader.ShowAsync(made.Value.Id, cancellationToken);
    }

    /// <summary>As a re-import numbers a scene that comes in later, so that no number changes and none is there twice.</summary>
    private async Task<string> NextNumberAsync(Asset film, Guid? after, CancellationToken ct)
    {
        var scenes = (await assets.TreeAsync(film.Id, [AssetTypes.Get("scene")], ct)).OrderBy(s => s.Position, StringComparer.Ordinal).ThenBy(s => s.Id.Value).ToList();
        var place = after is { } behind ? scenes.FindIndex(s => s.Id.Value == behind) + 1 : scenes.Count;
        var numbers = scenes.Select(s => s.As<SceneDetails>().SceneNumber).ToList();
        return new SceneNumbers(numbers.OfType<string>()).Next(numbers.Take(place).LastOrDefault(n => n is not null), numbers.Skip(place).FirstOrDefault(n => n is not null));
    }

    private static string Heading(NewScene s)
    {
        var place = string.Join(". ", new[] { s.IntExt, s.Location }.Where(p => !string.IsNullOrWhiteSpace(p)));
        var heading = string.Join(", ", new[] { place, s.TimeOfDay }.Where(p => !string.IsNullOrWhiteSpace(p)));
        return heading.Length > 0 ? heading : "New scene";
    }
}
