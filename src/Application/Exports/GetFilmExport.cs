using Director.Application.Common;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Exports;

/// <summary>How far an export is, and what it became.</summary>
[Requires(Permission.Look)]
public sealed record GetFilmExportQuery(Guid Id) : IQuery<FilmExportDto>;

internal sealed class GetFilmExportHandler(IFilmExports exports) : IRequestHandler<GetFilmExportQuery, Result<FilmExportDto>>
{
    public async Task<Result<FilmExportDto>> Handle(GetFilmExportQuery request, CancellationToken cancellationToken) =>
        await exports.FindAsync(request.Id, cancellationToken) is { } export ? export : ExportErrors.NotFound;
}
