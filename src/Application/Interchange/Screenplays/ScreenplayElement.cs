namespace Director.Application.Interchange.Screenplays;

/// <summary>One typed paragraph of a screenplay.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text without the marks that made it this kind; emphasis marks are kept, lines are joined by '\n'.</param>
/// <param name="Line">The line of the source it begins on, from 1.</param>
public sealed record ScreenplayElement(ScreenplayElementKind Kind, string Text, int Line)
{
    /// <summary>Level of a section, from 1; 0 for everything else.</summary>
    public int Depth { get; init; }

    /// <summary>On a cue: spoken at the same time as the speech before it.</summary>
    public bool IsDual { get; init; }

    /// <summary>On a scene heading: its number as the writer gave it.</summary>
    public string? Number { get; init; }

    /// <summary>The text without its emphasis marks.</summary>
    public string PlainText => Emphasis.Strip(Text);
}
