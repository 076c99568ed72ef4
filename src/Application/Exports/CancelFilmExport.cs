using Director.Application.Common;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Exports;

/// <summary>Calls off an export. What has been made of it so far is thrown away.</summary>
[Requires(Permission.Export)]
public sealed record CancelFilmExportCommand(Guid Id) : ICommand<FilmExportDto>;

internal sealed class CancelFilmExportHandler(IFilmExports exports, ExportNews news) : IRequestHandler<CancelFilmExportCommand, Result<FilmExportDto>>
{
    public async Task<Result<FilmExportDto>> Handle(CancelFilmExportCommand request, CancellationToken cancellationToken)
    {
        if (await exports.FindAsync(request.Id, cancellationToken) is not { } export) return ExportErrors.NotFound;
        if (!await exports.EndAsync(request.Id, FilmExportState.Cancelled, null, null, cancellationToken)) return ExportErrors.Ended;
        news.Note(export, FilmExportState.Cancelled);
        return (await exports.FindAsync(request.Id, cancellationToken))!;
    }
}
