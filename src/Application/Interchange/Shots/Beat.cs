namespace Director.Application.Interchange.Shots;

/// <summary>A piece of script that one shot can hold: a stretch of action, or a speech with who speaks it.</summary>
internal sealed record Beat(int Line, string? Speaker, string Text, string? Direction = null)
{
    public int Words { get; } = SpokenLength.Words(Text);
}
