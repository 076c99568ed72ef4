using Director.Application.Interchange.Screenplays;
using Kind = Director.Application.Interchange.Screenplays.ScreenplayElementKind;

namespace Director.Infrastructure.Interchange.Fountain;

/// <summary>Second pass: lines to typed paragraphs, one look ahead.</summary>
internal sealed class FountainBody(List<SourceLine> lines, int start)
{
    private readonly List<ScreenplayElement> elements = [];
    private readonly List<string> action = [];
    private int actionLine;

    // True where a heading, a cue or a transition may begin: at the start, after an empty line, after a heading or a break.
    private bool fresh = true;

    public List<ScreenplayElement> Read()
    {
        for (var at = start; at < lines.Count;) at = ReadAt(at);
        CloseAction();
        return elements;
    }

    private int ReadAt(int at)
    {
        var line = lines[at];
        var text = line.Text.Trim();
        if (text.Length == 0)
        {
            // A line that only held a note is not there at all.
            if (line.IsBlank) EndParagraph();
            return at + 1;
        }

        if (ReadMarked(line, text) || fresh && ReadFresh(line, text, at)) return at + 1;
        if (fresh && FountainLine.IsCue(text) && HasSpeech(at)) return ReadDialogue(at, text);
        AddAction(line.Number, line.Text);
        return at + 1;
    }

    /// <summary>Kinds that their first character gives away wherever they stand.</summary>
    private bool ReadMarked(SourceLine line, string text)
    {
        switch (text[0])
        {
            case '=' when FountainLine.IsPageBreak(text):
                return Add(Kind.PageBreak, "", line);
            case '=':
                return Add(Kind.Synopsis, text[1..].Trim(), line);
            case '#':
                var depth = text.Length - text.TrimStart('#').Length;
                CloseAction();
                elements.Add(new ScreenplayElement(Kind.Section, text[depth..].Trim(), line.Number) { Depth = depth });
                return fresh = true;
            case '>' when FountainLine.IsCentered(text):
                return Add(Kind.Centered, text[1..^1].Trim(), line);
            case '>' when text.Length > 1:
                return Add(Kind.Transition, text[1..].Trim(), line);
            case '~':
                return Add(Kind.Lyric, text[1..].Trim(), line);
            case '!':
                AddAction(line.Number, line.Text.TrimStart()[1..]);
                return true;
            default:
                return false;
        }
    }

    private bool ReadFresh(SourceLine line, string text, int at)
    {
        if (FountainLine.IsSceneHeading(text))
        {
            var (heading, number) = FountainLine.SplitNumber(text[0] == '.' ? text[1..] : text);
            CloseAction();
            elements.Add(new ScreenplayElement(Kind.SceneHeading, heading, line.Number) { Number = number });
            return true;
        }

        if (!FountainLine.IsTransition(text) || at + 1 < lines.Count && lines[at + 1].Text.Trim().Length > 0) return false;
        return Add(Kind.Transition, text, line);
    }

    private bool HasSpeech(int cue)
    {
        for (var at = cue + 1; at < lines.Count && !lines[at].IsBlank; at++)
        {
            if (lines[at].Text.Trim().Length > 0) return true;
        }

        return false;
    }

    private int ReadDialogue(int at, string text)
    {
        CloseAction();
        var isDual = text.EndsWith('^');
        var cue = text.TrimStart('@').TrimEnd('^').Trim();
        elements.Add(new ScreenplayElement(Kind.Character, cue, lines[at].Number) { IsDual = isDual });

        var speech = new List<string>();
        var speechLine = 0;
        void Close()
        {
            while (speech.Count > 0 && speech[^1].Length == 0) speech.RemoveAt(speech.Count - 1);
            if (speech.Count > 0) elements.Add(new ScreenplayElement(Kind.Dialogue, string.Join('\n', speech), speechLine));
            speech.Clear();
        }

        for (at++; at < lines.Count; at++)
        {
            // An empty line ends the speech; two spaces on it keep it open.
            if (lines[at].IsBlank && lines[at].Text.Length < 2) break;
            var line = lines[at].Text.Trim();
            if (line.Length == 0)
            {
                if (lines[at].IsBlank && speech.Count > 0) speech.Add("");
            }
            else if (FountainLine.IsParenthetical(line) || line[0] == '~')
            {
                Close();
                elements.Add(line[0] == '~'
                    ? new ScreenplayElement(Kind.Lyric, line[1..].Trim(), lines[at].Number)
                    : new ScreenplayElement(Kind.Parenthetical, line[1..^1].Trim(), lines[at].Number));
            }
            else
            {
                if (speech.Count == 0) speechLine = lines[at].Number;
                speech.Add(line);
            }
        }

        Close();
        fresh = true;
        return at;
    }

    private bool Add(Kind kind, string text, SourceLine line)
    {
        CloseAction();
        elements.Add(new ScreenplayElement(kind, text, line.Number));
        return fresh = true;
    }

    private void AddAction(int number, string text)
    {
        if (action.Count == 0) actionLine = number;
        action.Add(text.Replace("\t", "    ", StringComparison.Ordinal).TrimEnd());
        fresh = false;
    }

    private void EndParagraph()
    {
        CloseAction();
        fresh = true;
    }

    private void CloseAction()
    {
        while (action.Count > 0 && action[^1].Length == 0) action.RemoveAt(action.Count - 1);
        if (action.Count > 0) elements.Add(new ScreenplayElement(Kind.Action, string.Join('\n', action), actionLine));
        action.Clear();
    }
}
