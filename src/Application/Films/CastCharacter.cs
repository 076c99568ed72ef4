using Director.Application.Assets;
using Director.Application.Common;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Films;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Films;

/// <summary>Casts a character (location, prop, style) of the workspace in a film. Casting it again changes nothing.</summary>
[Requires(Permission.Edit)]
public sealed record CastCharacterCommand(Guid FilmId, Guid CharacterId) : ICommand<AssetDto>;

internal sealed class CastCharacterHandler(IAssetRepository assets, Casting casting, IAssetReader reader) : IRequestHandler<CastCharacterCommand, Result<AssetDto>>
{
    public async Task<Result<AssetDto>> Handle(CastCharacterCommand request, CancellationToken cancellationToken)
    {
        var loaded = await assets.FindAllAsync([new(request.FilmId), new(request.CharacterId)], cancellationToken);
        if (!loaded.TryGetValue(new(request.FilmId), out var film) || !film.IsLive || film.Type.Slug != "film") return FilmErrors.NotFound;
        if (!loaded.TryGetValue(new(request.CharacterId), out var character) || !character.IsLive) return FilmErrors.CharacterNotFound;
        if ((await casting.CastAsync(film, character, cancellationToken)).Error is { } refused) return refused;
        return await reader.ShowAsync(character.Id, cancellationToken);
    }
}
