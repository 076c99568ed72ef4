namespace Director.Application.Interchange.Screenplays;

/// <summary>What a paragraph of a screenplay is.</summary>
public enum ScreenplayElementKind
{
    SceneHeading,
    Action,

    /// <summary>The name over a speech, extensions included: "ANNA (V.O.)".</summary>
    Character,
    Parenthetical,
    Dialogue,
    Lyric,
    Transition,
    Centered,
    PageBreak,
    Section,
    Synopsis,
    Note,

    /// <summary>Text the writer has switched off.</summary>
    Boneyard,
}
