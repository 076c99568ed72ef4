using Director.Application.Assets;
using Director.Application.Common;
using Director.Application.Films;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Films;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Uploads;

/// <summary>Says which shot and take each of many files is of, by its name. Nothing is uploaded or changed.</summary>
/// <param name="FilmId">The film.</param>
/// <param name="Names">The files' names, 1 to 1,000; folders before them count too.</param>
[Requires(Permission.Edit)]
public sealed record MatchFilesQuery(Guid FilmId, IReadOnlyList<string> Names) : IQuery<FileMatchesDto>;

/// <summary>What files are of.</summary>
/// <param name="Matches">In film order, then by take.</param>
/// <param name="Unmatched">The others, in the order they were named.</param>
public sealed record FileMatchesDto(IReadOnlyList<FileMatchDto> Matches, IReadOnlyList<UnmatchedFileDto> Unmatched);

/// <summary>A file and what it is of.</summary>
/// <param name="Name">The file's name as it was sent.</param>
/// <param name="ShotId">The shot.</param>
/// <param name="Code">The shot's code.</param>
/// <param name="TakeNumber">The take's number, when the name says one.</param>
/// <param name="TakeId">The take that has this number already; null when a new one would be made.</param>
/// <param name="HasFile">Whether that take has a file already.</param>
public sealed record FileMatchDto(string Name, Guid ShotId, string Code, int? TakeNumber, Guid? TakeId, bool HasFile);

/// <summary>A file of which nobody can tell what it is of.</summary>
/// <param name="Name">The file's name as it was sent.</param>
/// <param name="Reason">noShot: no shot's code stands in it; ambiguous: the codes of several do; twice: another file is of the same shot and take.</param>
public sealed record UnmatchedFileDto(string Name, string Reason);

internal sealed class MatchFilesValidator : AbstractValidator<MatchFilesQuery>
{
    private const int Most = 1_000;
    private const int LongestName = 1_000;

    public MatchFilesValidator()
    {
        RuleFor(q => q.Names).NotNull().Must(n => n.Count is > 0 and <= Most).WithMessage($"1 to {Most} names are matched at once.").OverridePropertyName("names");
        RuleForEach(q => q.Names).NotNull().MaximumLength(LongestName).OverridePropertyName("names");
    }
}

internal sealed class MatchFilesHandler(IAssetReader reader) : IRequestHandler<MatchFilesQuery, Result<FileMatchesDto>>
{
    public async Task<Result<FileMatchesDto>> Handle(MatchFilesQuery request, CancellationToken cancellationToken)
    {
        if (await reader.StructureAsync(new AssetId(request.FilmId), TakesShown.All, cancellationToken) is not { } film) return FilmErrors.NotFound;
        var shots = film.Scenes.SelectMany(s => s.Shots).Concat(film.Shots).Where(s => s.Code is not null).ToList();
        var names = new ShotNames([.. shots.Select(s => s.Code!)]);
        var (found, unmatched) = (new List<(int Place, FileMatchDto Match)>(), new List<UnmatchedFileDto>());
        var taken = new HashSet<(int Shot, int Take)>();
        foreach (var name in request.Names)
        {
            var (place, take, reason) = names.Find(name);
            if (reason is null && take is { } number && !taken.Add((place, number))) reason = "twice";
            if (reason is not null)
            {
                unmatched.Add(new UnmatchedFileDto(name, reason));
                continue;
            }

            var shot = shots[place];
            var there = shot.Takes?.FirstOrDefault(t => take is not null && t.Number == take);
            found.Add((place, new FileMatchDto(name, shot.Id, shot.Code!, take, there?.Id, there?.Media is not null)));
        }

        return new FileMatchesDto([.. found.OrderBy(f => f.Place).ThenBy(f => f.Match.TakeNumber ?? int.MaxValue).ThenBy(f => f.Match.Name, StringComparer.Ordinal).Select(f => f.Match)], unmatched);
    }
}
