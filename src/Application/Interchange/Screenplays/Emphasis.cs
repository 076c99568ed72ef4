namespace Director.Application.Interchange.Screenplays;

/// <summary>
/// Fountain's emphasis: *italics*, **bold**, ***both***, _underline_, with a backslash before a mark that is meant as itself. A pair
/// does not reach across lines; an opening mark touches the word after it, a closing one the word before it. One pass, linear.
/// </summary>
public static class Emphasis
{
    private const int Underline = 0;
    private const int Kinds = 4;

    public static string Strip(string text)
    {
        if (text.AsSpan().IndexOfAny('*', '_', '\\') < 0) return text;
        var drop = new bool[text.Length];
        Span<int> open = stackalloc int[Kinds];
        open.Fill(-1);
        for (var at = 0; at < text.Length;)
        {
            var character = text[at];
            if (character == '\n') open.Fill(-1);
            if (character == '\\' && at + 1 < text.Length && text[at + 1] is '*' or '_' or '\\')
            {
                drop[at] = true;
                at += 2;
                continue;
            }

            if (character is not ('*' or '_'))
            {
                at++;
                continue;
            }

            var length = 1;
            while (character == '*' && at + length < text.Length && text[at + length] == '*') length++;
            if (length < Kinds) Mark(text, at, length, character == '_' ? Underline : length, open, drop);
            at += length;
        }

        return string.Create(text.Length - drop.Count(dropped => dropped), (text, drop), static (target, source) =>
        {
            var to = 0;
            for (var from = 0; from < source.text.Length; from++)
            {
                if (!source.drop[from]) target[to++] = source.text[from];
            }
        });
    }

    private static void Mark(string text, int at, int length, int kind, Span<int> open, bool[] drop)
    {
        var opens = at + length < text.Length && !char.IsWhiteSpace(text[at + length]);
        var closes = at > 0 && !char.IsWhiteSpace(text[at - 1]);
        if (kind == 3 && closes && open[3] < 0 && open[1] >= 0 && open[2] >= 0)
        {
            // "**bold *and italic***" closes two at once.
            drop.AsSpan(open[1], 1).Fill(true);
            drop.AsSpan(open[2], 2).Fill(true);
            drop.AsSpan(at, 3).Fill(true);
            open[1] = open[2] = -1;
            return;
        }

        if (closes && open[kind] >= 0)
        {
            drop.AsSpan(open[kind], length).Fill(true);
            drop.AsSpan(at, length).Fill(true);
            open[kind] = -1;
        }
        else if (opens)
        {
            open[kind] = at;
        }
    }
}
