namespace Director.Application.Interchange.Screenplays;

/// <summary>
/// Page lengths as a script supervisor counts them, in eighths, from the usual layout: 12-point Courier, 54 lines a page, action 60
/// characters wide, dialogue 35, parentheticals 25, one blank line between paragraphs and two before a scene heading.
/// </summary>
public static class PageCount
{
    private const int LinesAPage = 54;
    private const int ActionWidth = 60;
    private const int DialogueWidth = 35;
    private const int ParentheticalWidth = 25;

    /// <summary>The length of a scene in eighths of a page, at least 1.</summary>
    public static int Eighths(IReadOnlyList<ScreenplayElement> elements, bool withHeading)
    {
        var lines = withHeading ? 3 : 0;
        foreach (var element in elements) lines += LinesOf(element);
        return Math.Max(1, (int)Math.Round(lines * 8 / (double)LinesAPage, MidpointRounding.AwayFromZero));
    }

    private static int LinesOf(ScreenplayElement element) => element.Kind switch
    {
        ScreenplayElementKind.Action or ScreenplayElementKind.Centered => 1 + Wrapped(element.Text, ActionWidth),
        ScreenplayElementKind.Character => element.IsDual ? 0 : 2,
        ScreenplayElementKind.Dialogue or ScreenplayElementKind.Lyric => Wrapped(element.Text, DialogueWidth),
        ScreenplayElementKind.Parenthetical => Wrapped(element.Text, ParentheticalWidth),
        ScreenplayElementKind.Transition => 2,
        _ => 0,
    };

    private static int Wrapped(string text, int width)
    {
        var lines = 0;
        var start = 0;
        while (start <= text.Length)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            lines += Math.Max(1, (end - start + width - 1) / width);
            start = end + 1;
        }

        return lines;
    }
}
