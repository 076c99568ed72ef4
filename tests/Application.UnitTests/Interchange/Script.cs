using Director.Application.Interchange.Screenplays;
using Director.Application.Interchange.Shots;
using Director.Domain.Films;

namespace Director.Application.UnitTests.Interchange;

/// <summary>Screenplays for tests: "INT. …" and "EXT. …" are headings, "#5" in front gives one a number, "ANNA: …" is a speech, all else action.</summary>
internal static class Script
{
    public static Screenplay Of(params string[] lines)
    {
        var elements = new List<ScreenplayElement>();
        for (var at = 0; at < lines.Length; at++)
        {
            var (line, text) = (at + 1, lines[at]);
            string? number = null;
            if (text.StartsWith('#')) (number, text) = (text[1..text.IndexOf(' ')], text[(text.IndexOf(' ') + 1)..]);
            var colon = text.IndexOf(": ", StringComparison.Ordinal);
            if (SceneHeading.StartsLikeOne(text))
            {
                elements.Add(new ScreenplayElement(ScreenplayElementKind.SceneHeading, text, line) { Number = number });
            }
            else if (colon > 0 && !text[..colon].Any(char.IsLower))
            {
                elements.Add(new ScreenplayElement(ScreenplayElementKind.Character, text[..colon], line));
                elements.Add(new ScreenplayElement(ScreenplayElementKind.Dialogue, text[(colon + 2)..], line));
            }
            else
            {
                elements.Add(new ScreenplayElement(ScreenplayElementKind.Action, text, line));
            }
        }

        return Screenplay.Assemble("test", [], elements).Screenplay!;
    }

    public static IReadOnlyList<ProposedScene> Proposed(params string[] lines) => ShotProposal.For(Of(lines), FrameRate.Film);
}
