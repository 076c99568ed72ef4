using Director.Application.Assets;
using Director.Application.Common;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Films;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Films;

/// <summary>A film with everything in it.</summary>
/// <param name="FilmId">The film.</param>
/// <param name="Takes">Which takes come along.</param>
/// <param name="SeenRevision">The revision the caller has already; the same: nothing is read.</param>
[Requires(Permission.Look)]
public sealed record GetFilmStructureQuery(Guid FilmId, TakesShown Takes, long? SeenRevision) : IQuery<FilmStructureAnswer>;

/// <summary>The structure, or null when the caller has it already.</summary>
public sealed record FilmStructureAnswer(FilmStructureDto? Structure, long Revision);

internal sealed class GetFilmStructureHandler(IAssetReader reader) : IRequestHandler<GetFilmStructureQuery, Result<FilmStructureAnswer>>
{
    public async Task<Result<FilmStructureAnswer>> Handle(GetFilmStructureQuery request, CancellationToken cancellationToken)
    {
        var film = new AssetId(request.FilmId);
        if (request.SeenRevision is { } seen && await reader.RevisionAsync(film, cancellationToken) == seen) return new FilmStructureAnswer(null, seen);
        return await reader.StructureAsync(film, request.Takes, cancellationToken) is { } structure
            ? new FilmStructureAnswer(structure, structure.Revision) : FilmErrors.NotFound;
    }
}
