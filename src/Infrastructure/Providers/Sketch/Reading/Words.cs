using System.Text;

namespace Director.Infrastructure.Providers.Sketch.Reading;

/// <summary>
/// A text made ready for looking up words: lower case, ё as е, anything that is not a letter or digit as one blank.
/// Only the first <see cref="Limit"/> characters are read.
/// </summary>
internal sealed class Words
{
    public const int Limit = 4000;
    private readonly string _text;

    public Words(string? text)
    {
        var source = text ?? "";
        var builder = new StringBuilder(Math.Min(source.Length, Limit) + 2).Append(' ');
        foreach (var c in source.AsSpan(0, Math.Min(source.Length, Limit)))
        {
            if (char.IsLetterOrDigit(c))
                builder.Append(char.ToLowerInvariant(c) is 'ё' ? 'е' : char.ToLowerInvariant(c));
            else if (c is not ('\'' or '’') && builder[^1] != ' ')
                builder.Append(' ');
        }
        if (builder[^1] != ' ')
            builder.Append(' ');
        _text = builder.ToString();
    }

    public bool IsEmpty => _text.Length < 2;

    /// <summary>True when any of the entries stands in the text.</summary>
    public bool Any(string entries) => FirstOf(entries) >= 0;

    /// <summary>
    /// Where the first of the entries stands, −1 for none. Entries are parted by <c>|</c>; one that ends with <c>*</c>
    /// is the beginning of a word (Russian inflects its ends), any other is a whole word, its plural or its possessive.
    /// </summary>
    public int FirstOf(string entries)
    {
        var first = -1;
        foreach (var range in entries.AsSpan().Split('|'))
        {
            var entry = entries.AsSpan()[range];
            var inner = entry.IndexOf("* ", StringComparison.Ordinal);
            var at = inner > 0 ? FindPair(entry[..inner], entry[(inner + 2)..].TrimEnd('*'))
                : entry[^1] == '*' ? Find(entry[..^1], true) : Find(entry, false);
            if (at >= 0 && (first < 0 || at < first))
                first = at;
        }
        return first;
    }

    /// <summary>Two words in a row, each known by its beginning.</summary>
    private int FindPair(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        var at = Find(first, true);
        if (at < 0)
            return -1;
        var gap = _text.IndexOf(' ', at);
        return _text.AsSpan(gap + 1).StartsWith(second, StringComparison.Ordinal) ? at : -1;
    }

    private int Find(ReadOnlySpan<char> word, bool open)
    {
        var text = _text.AsSpan();
        for (var from = 0; from < text.Length;)
        {
            var at = text[from..].IndexOf(word, StringComparison.Ordinal);
            if (at < 0)
                return -1;
            at += from;
            var rest = text[(at + word.Length)..];
            if (text[Math.Max(0, at - 1)] == ' ' && (open || rest[0] == ' ' || rest.StartsWith("s ") || rest.StartsWith("es ")))
                return at;
            from = at + 1;
        }
        return -1;
    }
}
