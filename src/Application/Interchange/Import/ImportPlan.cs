using Director.Application.Interchange.Screenplays;
using Director.Application.Interchange.Shots;
using Director.Domain.Films;
using Ops = Director.Application.Interchange.Import.ImportOperations;

namespace Director.Application.Interchange.Import;

/// <summary>
/// What an import of a script does to a film: every scene and shot in its final place with what happens to it, and the report of exactly that.
/// The first entry of <see cref="Scenes"/> is the film itself with the shots that belong to no scene. Applying a plan and planning
/// the same script again gives an empty report.
/// </summary>
/// <remarks>Nothing is deleted: what the script no longer has is omitted, and comes back, with its takes, when the script has it again. What the crew made by hand is never touched.</remarks>
public sealed class ImportPlan
{
    private const int NewGroup = -1;

    private readonly ExistingFilm film;
    private readonly IReadOnlyList<ProposedScene> proposed;
    private readonly List<IReadOnlyList<ExistingShot>> groups;
    private readonly Dictionary<Guid, int> groupOfShot;
    private readonly List<ImportItem> added = [], changed = [], moved = [], omitted = [], reinstated = [];
    private readonly int[] groupOf;
    private readonly ExistingShot?[][] shots;
    private readonly HashSet<Guid> matchedShots;
    private readonly ShotCodeAllocator codes;

    private ImportPlan(ExistingFilm film, IReadOnlyList<ProposedScene> proposed, IReadOnlyList<ScreenplayProblem> problems)
    {
        (this.film, this.proposed) = (film, proposed);
        groups = [film.FilmShots, .. film.Scenes.Select(scene => scene.Shots)];
        groupOfShot = groups.SelectMany((list, group) => list.Select(shot => (shot.Id, group))).ToDictionary(entry => entry.Id, entry => entry.group);
        codes = new ShotCodeAllocator(film.Scheme, groups.SelectMany(list => list.Select(shot => shot.Code)).Concat(film.ReservedCodes ?? []));

        var withHeading = proposed.Where(scene => !scene.Scene.IsOpening).ToList();
        var matches = SceneMatcher.Match(film.Scenes, withHeading);
        var hasOpening = withHeading.Count < proposed.Count;
        groupOf = [.. (hasOpening ? new[] { 0 } : []), .. matches.Select(match => match < 0 ? -1 : match + 1)];
        shots = ShotMatcher.Match(groups, [.. proposed.Select(scene => scene.Shots)], groupOf);
        matchedShots = shots.SelectMany(list => list).OfType<ExistingShot>().Select(shot => shot.Id).ToHashSet();

        var plan = new List<PlannedScene> { Film(hasOpening ? 0 : -1) };
        var first = hasOpening ? 1 : 0;
        foreach (var (existing, script, stays) in FinalOrder.Of(film.Scenes.Count, matches))
            plan.Add(Scene(existing, script < 0 ? -1 : script + first, stays, plan.Count));
        Scenes = Name(plan);
        Report = new ImportReport(added, changed, moved, omitted, reinstated, problems);
    }

    /// <summary>The film itself first, then every scene in final order.</summary>
    public IReadOnlyList<PlannedScene> Scenes { get; }

    public ImportReport Report { get; }

    /// <summary>Plans the import of a script's proposed scenes into a film; nothing is changed by it.</summary>
    public static ImportPlan Create(ExistingFilm film, IReadOnlyList<ProposedScene> proposed, IReadOnlyList<ScreenplayProblem>? problems = null) =>
        new(film, proposed, problems ?? []);

    private PlannedScene Film(int script) => new()
    {
        IsFilm = true,
        Source = script < 0 ? null : proposed[script],
        Shots = Shots(0, script, "the film"),
    };

    private PlannedScene Scene(int existing, int script, bool stays, int place)
    {
        var old = existing < 0 ? null : film.Scenes[existing];
        var source = script < 0 ? null : proposed[script];
        var number = source?.Scene.Number ?? old?.Number;
        var operations = Ops.None;
        if (source is null)
        {
            // A scene that holds shots of the crew's own stays, with them alone.
            var isScripts = old!.ImportKey is not null && !old.IsOmitted;
            var keepsOwn = old.Shots.Any(shot => shot.ImportKey is null && !shot.IsOmitted);
            if (isScripts && !keepsOwn)
            {
                operations = Ops.Omitted;
                omitted.Add(new ImportItem(ImportItem.Scene, old.Id, old.Number, old.Heading));
            }
        }
        else if (old is null)
        {
            operations = Ops.New;
        }
        else
        {
            operations = SceneOperations(old, source, stays, existing, place, number);
        }

        return new PlannedScene
        {
            Id = old?.Id,
            Operations = operations,
            KeepsPlace = stays,
            Source = source,
            Number = number,
            ImportKey = source is null ? old!.ImportKey : ImportKey.OfScene(source),
            Shots = Shots(existing < 0 ? NewGroup : existing + 1, script, source?.Scene.Heading ?? old!.Heading),
        };
    }

    private Ops SceneOperations(ExistingScene old, ProposedScene source, bool stays, int existing, int place, string? number)
    {
        var operations = Ops.None;
        ImportItem Item(string? before = null, string? after = null) =>
            new(ImportItem.Scene, old.Id, number, source.Scene.Heading, source.Scene.Line, before, after);

        if (old.IsOmitted)
        {
            operations |= Ops.Reinstated;
            reinstated.Add(Item());
        }
        else if (!stays)
        {
            operations |= Ops.Moved;
            moved.Add(Item(Place(existing + 1), Place(place)));
        }

        // The heading the last import wrote is what counts: one that the crew has edited since is theirs until the script changes it.
        var heading = source.Scene.Heading;
        var scriptHeadingChanged = heading != old.Heading && ImportKey.Parse(old.ImportKey)?.Written != TextFingerprint.Of([heading]);
        if (scriptHeadingChanged || number != old.Number || source.Scene.Synopsis is { } synopsis && synopsis != old.Synopsis)
        {
            operations |= Ops.Changed;
            changed.Add(Item(Titled(old.Number, old.Heading), Titled(number, heading)));
        }

        return operations;
    }

    private List<PlannedShot> Shots(int group, int script, string heading)
    {
        var existing = group == NewGroup ? [] : groups[group];
        var matches = script < 0 ? [] : shots[script];
        var places = existing.Select((shot, at) => (shot.Id, at)).ToDictionary(entry => entry.Id, entry => entry.at);
        var order = FinalOrder.Of(existing.Count, [.. matches.Select(shot => shot is not null && places.TryGetValue(shot.Id, out var at) ? at : -1)]);

        var planned = new List<PlannedShot>(order.Count);
        foreach (var (from, to, stays) in order)
        {
            // Shots that went to another scene leave their place here.
            if (to < 0 && matchedShots.Contains(existing[from].Id)) continue;
            var old = to >= 0 ? matches[to] : existing[from];
            var source = to >= 0 ? proposed[script].Shots[to] : null;
            planned.Add(old is null ? NewShot(source!) : OldShot(old, source, stays, from, planned.Count, group, heading));
        }

        return planned;
    }

    private static PlannedShot NewShot(ProposedShot source) =>
        new() { Code = "", Operations = Ops.New, KeepsPlace = false, Source = source, ImportKey = ImportKey.OfShot(source) };

    /// <summary>Gives new scenes their numbers and new shots their codes, which depend on what comes before and after them in the whole film.</summary>
    private List<PlannedScene> Name(List<PlannedScene> plan)
    {
        var numbers = new SceneNumbers(plan.Select(scene => scene.Number).OfType<string>());
        var upcoming = new Stack<string>(plan.SelectMany(scene => scene.Shots).Where(shot => shot.Code.Length > 0).Select(shot => shot.Code).Reverse());
        string? lastNumber = null, lastCode = null;
        var named = new List<PlannedScene>(plan.Count);
        for (var at = 0; at < plan.Count; at++)
        {
            var scene = plan[at];
            if (scene.Operations.HasFlag(Ops.New))
            {
                scene = scene with { Number = scene.Number ?? numbers.Next(lastNumber, plan.Skip(at + 1).Select(later => later.Number).FirstOrDefault(number => number is not null)) };
                added.Add(new ImportItem(ImportItem.Scene, null, scene.Number, scene.Source!.Scene.Heading, scene.Source.Scene.Line));
            }

            var list = new List<PlannedShot>(scene.Shots.Count);
            foreach (var shot in scene.Shots)
            {
                if (shot.Code.Length > 0)
                {
                    upcoming.Pop();
                    list.Add(shot);
                }
                else
                {
                    list.Add(shot with { Code = codes.Next(lastCode, upcoming.TryPeek(out var next) ? next : null, scene.Number) });
                    added.Add(new ImportItem(ImportItem.Shot, null, list[^1].Code, shot.Source!.Description, shot.Source.Line));
                }

                lastCode = list[^1].Code;
            }

            lastNumber = scene.Number ?? lastNumber;
            named.Add(scene with { Shots = list });
        }

        return named;
    }

    private PlannedShot OldShot(ExistingShot old, ProposedShot? source, bool stays, int from, int place, int group, string heading)
    {
        var shot = new PlannedShot { Id = old.Id, Code = old.Code, KeepsPlace = stays, Source = source, ImportKey = old.ImportKey };
        if (source is null)
        {
            if (old.ImportKey is null || old.IsOmitted) return shot;
            omitted.Add(new ImportItem(ImportItem.Shot, old.Id, old.Code, old.Description));
            return shot with { Operations = Ops.Omitted };
        }

        var key = ImportKey.Parse(old.ImportKey)!.Value;
        var operations = Ops.None;
        ImportItem Item(string? before = null, string? after = null) =>
            new(ImportItem.Shot, old.Id, old.Code, source.Description, source.Line, before, after);

        if (old.IsOmitted)
        {
            operations |= Ops.Reinstated;
            reinstated.Add(Item());
        }

        var left = groupOfShot[old.Id];
        if (left != group)
        {
            operations |= Ops.Moved;
            if (!old.IsOmitted) moved.Add(Item(left == 0 ? "the film" : film.Scenes[left - 1].Heading, heading));
        }
        else if (!stays && !old.IsOmitted)
        {
            operations |= Ops.Moved;
            moved.Add(Item(Place(from + 1), Place(place + 1)));
        }

        var isChanged = key.Fingerprint != source.Fingerprint;
        if (isChanged)
        {
            operations |= Ops.Changed;
            changed.Add(Item(old.Description, source.Description));
        }

        return shot with
        {
            Operations = operations,
            KeepsDescription = isChanged && key.Written != TextFingerprint.Of([old.Description]),
            ImportKey = ImportKey.OfShot(source),
        };
    }

    private static string Place(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Titled(string? number, string heading) => number is null ? heading : $"{number} {heading}";
}
