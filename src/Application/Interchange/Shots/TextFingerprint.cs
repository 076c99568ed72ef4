using System.Security.Cryptography;
using System.Text;
using Director.Application.Interchange.Screenplays;

namespace Director.Application.Interchange.Shots;

/// <summary>
/// What makes two pieces of script the same: their words. Case, punctuation, white space and emphasis do not count, so that retyped quotes
/// or a new line break do not make a new shot.
/// </summary>
public static class TextFingerprint
{
    /// <summary>Length of a fingerprint in characters (lower-case hexadecimal).</summary>
    public const int Length = 32;

    /// <summary>A fingerprint of the words of the parts; parts are kept apart ("ANNA", "Yes" is not "Anna yes").</summary>
    public static string Of(IEnumerable<string> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            AppendWords(text, part);
            text.Append('\n');
        }

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
        return Convert.ToHexStringLower(hash.AsSpan(0, Length / 2));
    }

    /// <summary>The words of a text, lower case, without punctuation.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        var words = new StringBuilder();
        AppendWords(words, text);
        return words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static void AppendWords(StringBuilder to, string part)
    {
        var gap = false;
        foreach (var character in Emphasis.Strip(part).Normalize(NormalizationForm.FormC))
        {
            if (char.IsLetterOrDigit(character) || char.IsSurrogate(character) || char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                if (gap) to.Append(' ');
                gap = false;
                to.Append(char.ToLowerInvariant(character));
            }
            else if (character is not ('\'' or '’'))
            {
                gap = true;
            }
        }
    }
}
