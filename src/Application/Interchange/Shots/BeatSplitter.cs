using Director.Application.Interchange.Screenplays;
using Kind = Director.Application.Interchange.Screenplays.ScreenplayElementKind;

namespace Director.Application.Interchange.Shots;

/// <summary>
/// Cuts a scene into the pieces that become shots: a paragraph of action or a speech each; long ones are cut between sentences, short
/// neighbours are put together. What becomes one shot depends on nothing but the script, so the same script gives the same shots.
/// </summary>
internal static class BeatSplitter
{
    private const int LongestAction = 60;
    private const int ShortAction = 12;
    private const int JoinedAction = 34;
    private const int LongestSpeech = 70;
    private const int ShortSpeech = 7;
    private const int JoinedSpeech = 20;

    public static List<List<Beat>> Split(ScreenplayScene scene)
    {
        var groups = new List<List<Beat>>();
        foreach (var beat in Beats(scene))
        {
            if (groups.Count > 0 && Joins(groups[^1], beat)) groups[^1].Add(beat);
            else groups.Add([beat]);
        }

        return groups;
    }

    private static bool Joins(List<Beat> group, Beat next)
    {
        var words = group.Sum(beat => beat.Words);
        if (group[^1].Speaker is null != next.Speaker is null) return false;
        return next.Speaker is null
            ? (words < ShortAction || next.Words < ShortAction) && words + next.Words <= JoinedAction && !CameraWords.NamesAShot(next.Text)
            : (group[^1].Words <= ShortSpeech || next.Words <= ShortSpeech) && words + next.Words <= JoinedSpeech;
    }

    private static IEnumerable<Beat> Beats(ScreenplayScene scene)
    {
        string speaker = "";
        string? direction = null;
        foreach (var element in scene.Elements)
        {
            switch (element.Kind)
            {
                case Kind.Action when !SceneHeading.IsTransition(element.PlainText):
                    foreach (var piece in Pieces(Flat(element.PlainText), LongestAction)) yield return new Beat(element.Line, null, piece);
                    break;
                case Kind.Character:
                    (speaker, direction) = (CharacterCue.Name(element.Text), null);
                    break;
                case Kind.Parenthetical:
                    direction = element.PlainText;
                    break;
                case Kind.Dialogue or Kind.Lyric:
                    foreach (var piece in Pieces(Flat(element.PlainText), LongestSpeech)) yield return new Beat(element.Line, speaker, piece, direction);
                    direction = null;
                    break;
            }
        }
    }

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A text in pieces of about equal length, cut between sentences, none much longer than <paramref name="longest"/> words.</summary>
    private static IEnumerable<string> Pieces(string text, int longest)
    {
        var words = SpokenLength.Words(text);
        if (text.Length == 0) yield break;
        if (words <= longest)
        {
            yield return text;
            yield break;
        }

        var target = words / ((words + longest - 1) / longest);
        var start = 0;
        var count = 0;
        var sentence = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var ends = text[at] is '.' or '!' or '?' or '…' && at + 1 < text.Length && text[at + 1] == ' ' || text[at] is '。' or '！' or '？';
            var tooLong = at - sentence > 12 * longest && (char.IsWhiteSpace(text[at]) || at - sentence > 40 * longest);
            if (!ends && !tooLong) continue;
            count += SpokenLength.Words(text[sentence..(at + 1)]);
            sentence = at + 1;
            if (count < target && !tooLong) continue;
            yield return text[start..(at + 1)].Trim();
            (start, count) = (at + 1, 0);
        }

        if (text[start..].Trim() is { Length: > 0 } rest) yield return rest;
    }
}
