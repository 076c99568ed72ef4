using System.Text;
using Director.Application.Interchange.Screenplays;

namespace Director.Infrastructure.Interchange.Fountain;

/// <summary>
/// First pass over a Fountain text: lines with their numbers, boneyard and notes lifted out. Every search moves forward only, so the pass
/// is linear also on a file that is nothing but opening marks.
/// </summary>
internal sealed class FountainSource
{
    private readonly string text;
    private readonly StringBuilder line = new();
    private int lineNumber = 1;
    private bool lineLostSomething;

    private FountainSource(string text) => this.text = text;

    public List<SourceLine> Lines { get; } = [];

    /// <summary>Notes and boneyard, in order.</summary>
    public List<ScreenplayElement> Lifted { get; } = [];

    public List<ScreenplayProblem> Problems { get; } = [];

    public static FountainSource Read(string text)
    {
        var source = new FountainSource(text.ReplaceLineEndings("\n"));
        source.Run();
        return source;
    }

    private void Run()
    {
        int noteEnd = -1, blank = -1;
        var boneyardCloses = true;
        var at = 0;
        while (at < text.Length)
        {
            var next = text.AsSpan(at).IndexOfAny("\n/[");
            if (next < 0) next = text.Length - at;
            line.Append(text, at, next);
            at += next;
            if (at == text.Length) break;

            if (text[at] == '\n')
            {
                EndLine();
                at++;
            }
            else if (boneyardCloses && Follows(at, "/*"))
            {
                var end = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
                if (end < 0)
                {
                    boneyardCloses = false;
                    Problems.Add(new ScreenplayProblem(lineNumber, "A boneyard is opened with /* and never closed; it was read as text."));
                    continue;
                }

                Lift(ScreenplayElementKind.Boneyard, at, end);
                at = end + 2;
            }
            else if (Follows(at, "[["))
            {
                if (noteEnd < at + 2) noteEnd = NextFrom(at + 2, "]]");
                if (blank < at) blank = NextFrom(at, "\n\n");
                if (noteEnd == text.Length || blank < noteEnd)
                {
                    // Not a note: a note does not reach across an empty line (two spaces on that line keep it open).
                    line.Append("[[");
                    at += 2;
                    continue;
                }

                Lift(ScreenplayElementKind.Note, at, noteEnd);
                at = noteEnd + 2;
            }
            else
            {
                line.Append(text[at++]);
            }
        }

        EndLine();
    }

    private bool Follows(int at, string mark) => string.CompareOrdinal(text, at, mark, 0, mark.Length) == 0;

    private int NextFrom(int at, string mark) => text.IndexOf(mark, Math.Min(at, text.Length), StringComparison.Ordinal) is var found and >= 0 ? found : text.Length;

    private void Lift(ScreenplayElementKind kind, int start, int end)
    {
        var inner = text[(start + 2)..end];
        Lifted.Add(new ScreenplayElement(kind, inner.Trim(), lineNumber));
        lineLostSomething = true;
        foreach (var character in inner)
        {
            if (character != '\n') continue;
            EndLine();
            lineLostSomething = true;
        }
    }

    private void EndLine()
    {
        var content = line.ToString();
        Lines.Add(new SourceLine(lineNumber++, content, !lineLostSomething && string.IsNullOrWhiteSpace(content)));
        line.Clear();
        lineLostSomething = false;
    }
}
