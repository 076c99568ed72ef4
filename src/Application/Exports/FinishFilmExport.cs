using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Application.MediaFiles;
using Director.Application.Relationships;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Films;
using Director.Domain.Relationships;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Exports;

/// <summary>How an export ended: with a film, which becomes a video asset linked <c>final_edit</c>, or with a reason.</summary>
/// <param name="Turn">Whoever has it no more changes nothing.</param>
/// <param name="Id">The export.</param>
/// <param name="Made">The finished film, in the store; null when there is none.</param>
/// <param name="Reason">Why there is none.</param>
[Requires(Permission.Export)]
public sealed record FinishFilmExportCommand(WorkTurn Turn, Guid Id, Media? Made, string? Reason) : ICommand<Done>;

internal sealed class FinishFilmExportHandler(
    IFilmExports exports, IWorkQueue queue, IAssetRepository assets, MediaChildren children, Linking linking, StorageQuota quota, ExportNews news, ICaller caller, IIdSource ids, TimeProvider clock)
    : IRequestHandler<FinishFilmExportCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(FinishFilmExportCommand request, CancellationToken cancellationToken)
    {
        if (await exports.FindAsync(request.Id, cancellationToken) is not { } export) return ExportErrors.NotFound;
        var film = await assets.FindAsync(new AssetId(export.FilmId), cancellationToken);
        if (!await queue.EndAsync(request.Turn, cancellationToken)) return MediaErrors.TurnLost;
        if (request.Made is not { } media) return await EndAsync(export, FilmExportState.Failed, request.Reason, null, cancellationToken);
        if (film is not { IsLive: true }) return await EndAsync(export, FilmExportState.Failed, FilmErrors.NotFound.Message, null, cancellationToken);
        if (await quota.CheckAsync(media, cancellationToken) is { } full) return await EndAsync(export, FilmExportState.Failed, full.Message, null, cancellationToken);

        var stamp = caller.Stamp(clock);
        var video = await children.AddAsync(film, media, "export", stamp, cancellationToken);
        if (video.Error is { } unmade) return unmade;
        if (video.Value.Change(new AssetChange { Name = Name(film.Name, stamp.At) }, stamp).Error is { } unnamed) return unnamed;
        var link = await linking.LinkAsync(new RelationshipId(ids.Next()), film.Id.Value, video.Value.Id.Value, RelationshipKind.FinalEdit.Slug, null, "{}", cancellationToken);
        if (link.Error is { } unlinked) return unlinked;
        return await EndAsync(export, FilmExportState.Succeeded, null, video.Value.Id.Value, cancellationToken);
    }

    private static string Name(string film, DateTimeOffset at)
    {
        var day = at.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        var room = AssetLimits.Name - day.Length - 3;
        return $"{(film.Length > room ? film[..room] : film)} · {day}";
    }

    private async Task<Result<Done>> EndAsync(FilmExportDto export, FilmExportState state, string? reason, Guid? asset, CancellationToken ct)
    {
        if (!await exports.EndAsync(export.Id, state, reason, asset, ct)) return ExportErrors.Ended;
        news.Note(export, state);
        return Done.Ok;
    }
}
