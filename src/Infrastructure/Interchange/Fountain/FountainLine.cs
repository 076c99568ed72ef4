using System.Buffers;
using Director.Application.Interchange.Screenplays;

namespace Director.Infrastructure.Interchange.Fountain;

/// <summary>What a line of Fountain can be, looked at alone.</summary>
internal static class FountainLine
{
    private static readonly SearchValues<char> SentenceMarks = SearchValues.Create("。、，．！？「」『』؟،؛.,!?;:…");
    private const int MaxNumberLength = 16;
    private const int MaxCaselessCueLength = 24;

    public static bool IsSceneHeading(string line) =>
        line is ['.', var next, ..] && char.IsLetterOrDigit(next) || SceneHeading.StartsLikeOne(line);

    public static bool IsPageBreak(string line) => line.Length >= 3 && line.AsSpan().TrimEnd().ContainsAnyExcept('=') == false;

    public static bool IsCentered(string line) => line.Length > 2 && line[0] == '>' && line[^1] == '<';

    public static bool IsTransition(string line) => line.EndsWith("TO:", StringComparison.Ordinal) && line.Length > 3 && IsUpper(line);

    /// <summary>
    /// A name in capitals, with a letter in it, before any parenthesis. Scripts without capitals (Japanese, Arabic, Hebrew …) have no such mark:
    /// there a short line without the punctuation of a sentence counts, as all such text would otherwise be a name or none.
    /// </summary>
    public static bool IsCue(string line)
    {
        if (line is ['@', _, ..]) return true;
        var paren = line.AsSpan().IndexOfAny('(', '（');
        var name = (paren < 0 ? line : line.AsSpan(0, paren)).TrimEnd(" ^");
        bool letter = false, upper = false;
        foreach (var character in name)
        {
            if (char.IsLower(character)) return false;
            upper |= char.IsUpper(character);
            letter |= char.IsLetter(character);
        }

        return upper || letter && name.Length <= MaxCaselessCueLength && !name.ContainsAny(SentenceMarks);
    }

    public static bool IsParenthetical(string line) => line is ['(' or '（', .., ')' or '）'];

    /// <summary>Takes "#12A#" off the end of a heading; letters, digits, dots and hyphens, as Fountain 1.1 says.</summary>
    public static (string Text, string? Number) SplitNumber(string heading)
    {
        heading = heading.TrimEnd();
        if (!heading.EndsWith('#')) return (heading, null);
        var open = heading.LastIndexOf('#', heading.Length - 2);
        if (open < 1) return (heading, null);
        var number = heading.AsSpan(open + 1, heading.Length - open - 2).Trim();
        if (number.Length is 0 or > MaxNumberLength) return (heading, null);
        foreach (var character in number)
        {
            if (!char.IsLetterOrDigit(character) && character is not ('-' or '.')) return (heading, null);
        }

        return (heading[..open].TrimEnd(), number.ToString());
    }

    private static bool IsUpper(string line) => !line.Any(char.IsLower);
}
