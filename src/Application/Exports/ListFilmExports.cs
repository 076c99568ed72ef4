using Director.Application.Assets;
using Director.Application.Common;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Films;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Exports;

/// <summary>The exports of a film, the newest first; at most 50.</summary>
[Requires(Permission.Look)]
public sealed record ListFilmExportsQuery(Guid FilmId) : IQuery<IReadOnlyList<FilmExportDto>>;

internal sealed class ListFilmExportsHandler(IAssetReader reader, IFilmExports exports) : IRequestHandler<ListFilmExportsQuery, Result<IReadOnlyList<FilmExportDto>>>
{
    private const int Most = 50;

    public async Task<Result<IReadOnlyList<FilmExportDto>>> Handle(ListFilmExportsQuery request, CancellationToken cancellationToken) =>
        await reader.GetAsync(new AssetId(request.FilmId), cancellationToken) is { Type: "film" }
            ? Result<IReadOnlyList<FilmExportDto>>.Of(await exports.ListAsync(request.FilmId, Most, cancellationToken))
            : FilmErrors.NotFound;
}
