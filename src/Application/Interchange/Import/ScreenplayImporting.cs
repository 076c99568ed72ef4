using Director.Application.Common.Ports;
using Director.Application.Interchange.Screenplays;
using Director.Application.Interchange.Shots;
using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Common;
using Director.Domain.Films;

namespace Director.Application.Interchange.Import;

/// <summary>Imports screenplays for every command that does, within its transaction.</summary>
internal sealed class ScreenplayImporting(
    IAssetRepository assets, IEnumerable<IScreenplayReader> readers, ImportApplying applying, IBlobStore blobs, IActivityLog activity)
{
    internal async Task<Result<ImportReport>> ImportAsync(Guid filmId, string format, ReadOnlyMemory<byte> content, bool dryRun, CancellationToken ct)
    {
        var reader = readers.FirstOrDefault(r => r.Format == format);
        if (reader is null) return ScreenplayErrors.UnknownFormat(format, readers.Select(r => r.Format));
        if (content.Length > Screenplay.MaxBytes) return ScreenplayErrors.TooLarge;

        // Everything that an import may touch, locked ancestors first. Omitted scenes and shots are live, so they are among them.
        var tree = await assets.TreeAsync(new AssetId(filmId), [AssetTypes.Get("film"), AssetTypes.Get("scene"), AssetTypes.Get("shot"), AssetTypes.Get("script")], ct);
        var film = tree.FirstOrDefault(a => a.Type.Slug == "film" && a.Id.Value == filmId);
        if (film is null) return FilmErrors.NotFound;

        var reading = reader.Read(content);
        if (reading.Screenplay is not { } screenplay) return ScreenplayErrors.Unreadable(reading.Problems);

        var cast = await applying.CastAsync(film, ct);
        var proposed = ShotProposal.For(screenplay, film.As<FilmDetails>().Rate(), cast.Names);
        var reserved = await assets.CodesAsync(film.Id, ct);
        var plan = ImportPlan.Create(FilmOnFile.Of(film, tree, reserved), proposed, reading.Problems);
        if (dryRun) return plan.Report;

        var stored = await blobs.PutAsync(new MemoryStream(content.ToArray(), writable: false), Screenplay.MaxBytes, ct);
        if (stored.Error is { } unstored) return unstored;
        activity.SummariseCreations();
        var media = new Media(format == "fdx" ? "application/xml" : "text/plain", stored.Value.Size, stored.Value.Sha256);
        await blobs.RecordAsync(media, ct);
        return applying.Apply(film, tree, plan, screenplay, media, cast);
    }
}
