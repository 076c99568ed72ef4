namespace Director.Application.Interchange.Screenplays;

/// <summary>A screenplay of any format, as typed paragraphs and as scenes.</summary>
public sealed class Screenplay
{
    /// <summary>The largest file that is read, in bytes: some forty feature scripts.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    private Screenplay(
        string format,
        IReadOnlyList<TitlePageEntry> titlePage,
        IReadOnlyList<ScreenplayElement> elements,
        ScreenplayScene? opening,
        IReadOnlyList<ScreenplayScene> scenes)
    {
        Format = format;
        TitlePage = titlePage;
        Elements = elements;
        Opening = opening;
        Scenes = scenes;
        Characters = CharacterCue.Collect(elements);
        Title = titlePage.FirstOrDefault(entry => entry.Key.Equals("Title", StringComparison.OrdinalIgnoreCase)) is { Value.Length: > 0 } title
            ? Emphasis.Strip(title.Value).Replace('\n', ' ')
            : null;
    }

    public string Format { get; }

    public string? Title { get; }

    public IReadOnlyList<TitlePageEntry> TitlePage { get; }

    public IReadOnlyList<ScreenplayElement> Elements { get; }

    /// <summary>What is to be filmed before the first heading; null when there is nothing but "FADE IN:".</summary>
    public ScreenplayScene? Opening { get; }

    public IReadOnlyList<ScreenplayScene> Scenes { get; }

    /// <summary>Who speaks, in the order of first speech.</summary>
    public IReadOnlyList<ScreenplayCharacter> Characters { get; }

    /// <summary>Builds the scenes; refuses a text that has no scene heading at all.</summary>
    /// <param name="format">The format it was read from.</param>
    /// <param name="titlePage">The title page, in order.</param>
    /// <param name="elements">Every paragraph, in order.</param>
    /// <param name="eighths">Scene lengths the file itself states, by line of the heading; others are counted.</param>
    /// <param name="remarks">Problems the reader already saw.</param>
    public static ScreenplayReading Assemble(
        string format,
        IReadOnlyList<TitlePageEntry> titlePage,
        IReadOnlyList<ScreenplayElement> elements,
        IReadOnlyDictionary<int, int>? eighths = null,
        IReadOnlyList<ScreenplayProblem>? remarks = null)
    {
        var problems = new List<ScreenplayProblem>(remarks ?? []);
        ScreenplayScene? opening = null;
        var scenes = new List<ScreenplayScene>();
        ScreenplayElement? heading = null;
        var under = new List<ScreenplayElement>();

        void Close()
        {
            if (heading is null)
            {
                if (under.Exists(IsFilmed)) opening = Scene(null, under, null);
            }
            else if (!SceneHeading.IsOmitted(heading.PlainText))
            {
                scenes.Add(Scene(heading, under, eighths));
            }

            under = [];
        }

        foreach (var element in elements)
        {
            if (element.Kind == ScreenplayElementKind.SceneHeading)
            {
                Close();
                heading = element;
            }
            else
            {
                under.Add(element);
            }
        }

        Close();
        if (scenes.Count == 0)
        {
            return ScreenplayReading.Refused(
                elements.Count == 0 ? 1 : elements[0].Line,
                "No scene heading was found from here to the end, so this is not a screenplay. A scene begins with a line such as INT. KITCHEN - DAY.");
        }

        AddRepeatedNumbers(scenes, problems);
        return new ScreenplayReading(new Screenplay(format, titlePage, elements, opening, scenes), [.. problems.OrderBy(problem => problem.Line)]);
    }

    private static bool IsFilmed(ScreenplayElement element) => element.Kind switch
    {
        ScreenplayElementKind.Dialogue or ScreenplayElementKind.Lyric => true,
        ScreenplayElementKind.Action => !SceneHeading.IsTransition(element.PlainText),
        _ => false,
    };

    private static ScreenplayScene Scene(ScreenplayElement? heading, List<ScreenplayElement> under, IReadOnlyDictionary<int, int>? eighths)
    {
        var parts = SceneHeading.Parse(heading?.PlainText ?? "");
        var synopsis = string.Join(' ', under.Where(element => element.Kind == ScreenplayElementKind.Synopsis).Select(element => element.PlainText));
        return new ScreenplayScene
        {
            Heading = parts.Text,
            Number = heading?.Number,
            IntExt = parts.IntExt,
            Location = parts.Location,
            TimeOfDay = parts.TimeOfDay,
            Setting = parts.Setting,
            Synopsis = synopsis.Length == 0 ? null : synopsis,
            Line = heading?.Line ?? under[0].Line,
            Eighths = heading is not null && eighths is not null && eighths.TryGetValue(heading.Line, out var stated)
                ? stated
                : PageCount.Eighths(under, heading is not null),
            Elements = under,
            IsOpening = heading is null,
        };
    }

    private static void AddRepeatedNumbers(List<ScreenplayScene> scenes, List<ScreenplayProblem> problems)
    {
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var scene in scenes)
        {
            if (scene.Number is not null && !seen.TryAdd(scene.Number, scene.Line))
                problems.Add(new ScreenplayProblem(scene.Line, $"Scene number {scene.Number} is already used on line {seen[scene.Number]}."));
        }
    }
}
