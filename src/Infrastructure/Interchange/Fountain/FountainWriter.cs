using System.Text;
using Director.Application.Interchange.Screenplays;
using Kind = Director.Application.Interchange.Screenplays.ScreenplayElementKind;

namespace Director.Infrastructure.Interchange.Fountain;

/// <summary>
/// Writes Fountain 1.1. What it writes reads back as the same paragraphs: a mark forces the kind wherever the plain text would be taken for another.
/// </summary>
public sealed class FountainWriter : IScreenplayWriter
{
    /// <inheritdoc/>
    public string Format => "fountain";

    /// <inheritdoc/>
    public string Write(Screenplay screenplay)
    {
        var text = new StringBuilder();
        foreach (var entry in screenplay.TitlePage)
        {
            text.Append(entry.Key).Append(':');
            if (entry.Value.Contains('\n', StringComparison.Ordinal))
                text.Append("\n    ").Append(entry.Value.Replace("\n", "\n    ", StringComparison.Ordinal)).Append('\n');
            else
                text.Append(' ').Append(entry.Value).Append('\n');
        }

        foreach (var element in screenplay.Elements)
        {
            if (text.Length > 0 && !InSpeech(element.Kind)) text.Append('\n');
            text.Append(Line(element)).Append('\n');
        }

        return text.ToString();
    }

    private static bool InSpeech(Kind kind) => kind is Kind.Dialogue or Kind.Parenthetical or Kind.Lyric;

    private static string Line(ScreenplayElement element) => element.Kind switch
    {
        Kind.SceneHeading => (SceneHeading.StartsLikeOne(element.Text) ? "" : ".") + element.Text
            + (element.Number is null ? "" : $" #{element.Number}#"),
        Kind.Action => Action(element.Text),
        Kind.Character => (FountainLine.IsCue(element.Text) && !FountainLine.IsSceneHeading(element.Text) ? "" : "@")
            + element.Text + (element.IsDual ? " ^" : ""),
        Kind.Parenthetical => $"({element.Text})",
        // Two spaces keep the speech open over its empty lines.
        Kind.Dialogue => element.Text.Replace("\n\n", "\n  \n", StringComparison.Ordinal),
        Kind.Lyric => "~" + element.Text,
        Kind.Transition => FountainLine.IsTransition(element.Text) ? element.Text : "> " + element.Text,
        Kind.Centered => $"> {element.Text} <",
        Kind.PageBreak => "===",
        Kind.Section => new string('#', Math.Max(1, element.Depth)) + " " + element.Text,
        Kind.Synopsis => "= " + element.Text,
        Kind.Note => $"[[{element.Text.Replace("\n\n", "\n  \n", StringComparison.Ordinal)}]]",
        Kind.Boneyard => $"/*{element.Text}*/",
        _ => element.Text,
    };

    private static string Action(string text)
    {
        var lines = text.Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            var trimmed = lines[at].TrimStart();
            if (lines[at].Length == 0) lines[at] = "  ";
            else if (trimmed.Length > 0 && "=#>~!@.".Contains(trimmed[0], StringComparison.Ordinal)
                || at == 0 && (SceneHeading.StartsLikeOne(trimmed) || FountainLine.IsTransition(trimmed) || lines.Length > 1 && FountainLine.IsCue(trimmed)))
                lines[at] = "!" + lines[at];
        }

        return string.Join('\n', lines);
    }
}
