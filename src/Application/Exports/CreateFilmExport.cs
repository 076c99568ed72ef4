using Director.Application.Assets;
using Director.Application.Common;
using Director.Application.Films;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Films;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Exports;

/// <summary>Puts a film together in the background: the selected takes in film order, each for its shot's length, as one MP4.</summary>
/// <param name="FilmId">The film.</param>
/// <param name="Format">mp4.</param>
/// <param name="Options">How it is put together.</param>
[Requires(Permission.Export)]
public sealed record CreateFilmExportCommand(Guid FilmId, string Format, FilmExportOptions Options) : ICommand<FilmExportDto>;

internal sealed class CreateFilmExportValidator : AbstractValidator<CreateFilmExportCommand>
{
    public CreateFilmExportValidator()
    {
        RuleFor(c => c.Options.DissolveFrames).InclusiveBetween(1, 240).OverridePropertyName("options.dissolveFrames");
        RuleFor(c => c.Options.Size).InclusiveBetween(160, 4096).OverridePropertyName("options.size");
    }
}

internal sealed class CreateFilmExportHandler(IAssetReader reader, IFilmExports exports, IIdSource ids, TimeProvider clock) : IRequestHandler<CreateFilmExportCommand, Result<FilmExportDto>>
{
    public async Task<Result<FilmExportDto>> Handle(CreateFilmExportCommand request, CancellationToken cancellationToken)
    {
        if (request.Format != "mp4") return ExportErrors.UnknownFormat(request.Format);
        if (await reader.StructureAsync(new AssetId(request.FilmId), TakesShown.None, cancellationToken) is not { } film) return FilmErrors.NotFound;
        if (film.Progress.DurationFrames == 0) return ExportErrors.NoShots;
        var export = new FilmExportDto(ids.Next(), request.FilmId, request.Format, request.Options, FilmExportState.Queued, 0, null, null, clock.GetUtcNow(), null);
        await exports.AddAsync(export, cancellationToken);
        return export;
    }
}
