using Director.Application.Assets;
using Director.Application.Common;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Films;
using Director.Domain.Relationships;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Films;

/// <summary>Takes a character out of a film; its shots keep their links.</summary>
[Requires(Permission.Edit)]
public sealed record UncastCharacterCommand(Guid FilmId, Guid CharacterId) : ICommand<Done>;

internal sealed class UncastCharacterHandler(IAssetRepository assets) : IRequestHandler<UncastCharacterCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(UncastCharacterCommand request, CancellationToken cancellationToken)
    {
        var film = await assets.LiveAsync(request.FilmId, cancellationToken, type: "film", notFound: FilmErrors.NotFound);
        if (film.Error is { } missing) return missing;
        var link = (await assets.LinksToAsync(film.Value.Id, RelationshipKind.CastIn, cancellationToken)).FirstOrDefault(l => l.ParentId.Value == request.CharacterId);
        if (link is null) return FilmErrors.CharacterNotFound;
        assets.Remove(link);
        return Done.Ok;
    }
}
