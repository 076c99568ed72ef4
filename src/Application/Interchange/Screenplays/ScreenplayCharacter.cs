namespace Director.Application.Interchange.Screenplays;

/// <summary>Somebody who speaks.</summary>
/// <param name="Name">As on the cue, extensions stripped, upper case: "YOUNG OSCAR".</param>
/// <param name="Line">The line of the first cue.</param>
/// <param name="Speeches">How many cues there are.</param>
public sealed record ScreenplayCharacter(string Name, int Line, int Speeches)
{
    /// <summary>The name for people: "Young Oscar".</summary>
    public string DisplayName => CharacterCue.DisplayName(Name);
}
