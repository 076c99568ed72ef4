using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Application.Interchange.Screenplays;
using Director.Application.Interchange.Shots;
using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Common;
using Director.Domain.Films;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Interchange.Import;

/// <summary>Makes scenes and shots of a screenplay, or brings a film up to a newer version of it. All of it or nothing.</summary>
/// <param name="FilmId">The film.</param>
/// <param name="Format">fountain or fdx.</param>
/// <param name="Content">The file, in whatever encoding it is.</param>
/// <param name="DryRun">Only say what would be done.</param>
[Requires(Permission.Edit)]
public sealed record ImportScreenplayCommand(Guid FilmId, string Format, ReadOnlyMemory<byte> Content, bool DryRun) : ICommand<ImportReport>;

/// <summary>Refusals of screenplays.</summary>
public static class ScreenplayErrors
{
    /// <summary>No reader of that name.</summary>
    public static Error UnknownFormat(string format, IEnumerable<string> known) =>
        Error.Field("format", $"There is no import of \"{(format.Length > 40 ? format[..40] + "…" : format)}\"; there is {string.Join(", ", known)}.", "screenplay.unknownFormat");

    /// <summary>Too many bytes.</summary>
    public static readonly Error TooLarge = new("screenplay.tooLarge", $"A screenplay has at most {Screenplay.MaxBytes / (1024 * 1024)} MB.", ErrorKind.TooLarge);

    /// <summary>The file cannot be read as a screenplay; says where and why.</summary>
    public static Error Unreadable(IReadOnlyList<ScreenplayProblem> problems) =>
        Error.Of([.. problems.Select(p => new FieldFault($"line {p.Line}", p.Reason))], "screenplay.unreadable");
}

internal sealed class ImportScreenplayHandler(
    IAssetRepository assets, IEnumerable<IScreenplayReader> readers, ImportApplying applying, IBlobStore blobs, IActivityLog activity)
    : IRequestHandler<ImportScreenplayCommand, Result<ImportReport>>
{
    public async Task<Result<ImportReport>> Handle(ImportScreenplayCommand request, CancellationToken cancellationToken)
    {
        var reader = readers.FirstOrDefault(r => r.Format == request.Format);
        if (reader is null) return ScreenplayErrors.UnknownFormat(request.Format, readers.Select(r => r.Format));
        if (request.Content.Length > Screenplay.MaxBytes) return ScreenplayErrors.TooLarge;

        // Everything that an import may touch, locked ancestors first. Omitted scenes and shots are live, so they are among them.
        var tree = await assets.TreeAsync(new AssetId(request.FilmId), [AssetTypes.Get("film"), AssetTypes.Get("scene"), AssetTypes.Get("shot"), AssetTypes.Get("script")], cancellationToken);
        var film = tree.FirstOrDefault(a => a.Type.Slug == "film" && a.Id.Value == request.FilmId);
        if (film is null) return FilmErrors.NotFound;

        var reading = reader.Read(request.Content);
        if (reading.Screenplay is not { } screenplay) return ScreenplayErrors.Unreadable(reading.Problems);

        var cast = await applying.CastAsync(film, cancellationToken);
        var proposed = ShotProposal.For(screenplay, film.As<FilmDetails>().Rate(), cast.Names);
        var reserved = await assets.CodesAsync(film.Id, cancellationToken);
        var plan = ImportPlan.Create(FilmOnFile.Of(film, tree, reserved), proposed, reading.Problems);
        if (request.DryRun) return plan.Report;

        var stored = await blobs.PutAsync(new MemoryStream(request.Content.ToArray(), writable: false), Screenplay.MaxBytes, cancellationToken);
        if (stored.Error is { } unstored) return unstored;
        activity.SummariseCreations();
        var media = new Media(request.Format == "fdx" ? "application/xml" : "text/plain", stored.Value.Size, stored.Value.Sha256);
        await blobs.RecordAsync(media, cancellationToken);
        return applying.Apply(film, tree, plan, screenplay, media, cast);
    }
}

/// <summary>A film's rows as the planner sees them.</summary>
internal static class FilmOnFile
{
    internal static ExistingFilm Of(Asset film, IReadOnlyList<Asset> tree, IReadOnlyList<string> codes)
    {
        var shots = tree.Where(a => a.Type.Slug == "shot").ToLookup(a => a.ParentId);
        var listed = tree.Select(a => a.Code).ToHashSet();
        return new ExistingFilm(
            [.. InOrder(tree.Where(a => a.Type.Slug == "scene")).Select(s => Scene(s, shots[s.Id]))],
            [.. InOrder(shots[film.Id]).Select(Shot)],
            film.As<FilmDetails>().Coding(),
            [.. codes.Where(c => !listed.Contains(c))]);
    }

    internal static IEnumerable<Asset> InOrder(IEnumerable<Asset> siblings) => siblings.OrderBy(a => a.Position, StringComparer.Ordinal).ThenBy(a => a.Id.Value);

    private static ExistingScene Scene(Asset scene, IEnumerable<Asset> shots)
    {
        var details = scene.As<SceneDetails>();
        return new ExistingScene(scene.Id.Value, details.Setting ?? scene.Name, details.SceneNumber, details.Synopsis, scene.ImportKey,
            scene.Status == AssetStatus.Omitted, [.. InOrder(shots).Select(Shot)]);
    }

    private static ExistingShot Shot(Asset shot) =>
        new(shot.Id.Value, shot.Code ?? "", shot.As<ShotDetails>().Description ?? "", shot.ImportKey, shot.Status == AssetStatus.Omitted);
}
