using Director.Application.Common;
using Director.Application.Interchange.Screenplays;
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

internal sealed class ImportScreenplayHandler(ScreenplayImporting importing) : IRequestHandler<ImportScreenplayCommand, Result<ImportReport>>
{
    public Task<Result<ImportReport>> Handle(ImportScreenplayCommand request, CancellationToken cancellationToken) =>
        importing.ImportAsync(request.FilmId, request.Format, request.Content, request.DryRun, cancellationToken);
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
