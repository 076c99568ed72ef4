using System.Globalization;

namespace Director.Domain.Films;

/// <summary>
/// How a film names its shots. <c>SH{0000}</c> counts by tens (SH0010, SH0020 …), any prefix and one to six digits; <c>slate</c> is the
/// slate's way, scene number and letter (12A, 12B …), without I and O, which are read as digits.
/// <c>default</c> is <see cref="Numbered"/>.
/// </summary>
public readonly record struct ShotCodeScheme
{
    /// <summary>Longest text of a scheme, in characters.</summary>
    public const int MaxTextLength = 20;

    /// <summary>How far apart the codes of two neighbouring shots start out.</summary>
    public const int Step = 10;

    public static readonly ShotCodeScheme Numbered = new("SH", 4);
    public static readonly ShotCodeScheme Slate = new(null, 0);

    private const string SlateName = "slate";
    private const int MaxPrefixLength = 10;
    private const int MaxDigits = 6;

    // Kept beside a flag so that default(ShotCodeScheme) is SH{0000}.
    private readonly bool isSlate;
    private readonly string? ownPrefix;
    private readonly int ownDigits;

    private ShotCodeScheme(string? prefix, int digits)
    {
        isSlate = prefix is null;
        (ownPrefix, ownDigits) = prefix == "SH" && digits == 4 ? (null, 0) : (prefix, digits);
    }

    public bool IsSlate => isSlate;

    /// <summary>What stands before the number; empty for the slate's way.</summary>
    internal string Prefix => isSlate ? "" : ownPrefix ?? "SH";

    internal int Digits => isSlate ? 0 : ownDigits == 0 ? 4 : ownDigits;

    /// <summary>
    /// The code for one more shot. To name many at once use <see cref="ShotCodeAllocator"/>, which does not read the existing codes again each time.
    /// </summary>
    /// <param name="existingCodes">Every code in use in the film, of omitted and deleted shots too: a code never names a second shot.</param>
    /// <param name="afterCode">The shot before the new one in film order; null at the start.</param>
    /// <param name="beforeCode">The shot after it in film order; null at the end.</param>
    /// <param name="sceneNumber">The scene's number; only the slate's way needs it.</param>
    public string Next(IEnumerable<string> existingCodes, string? afterCode = null, string? beforeCode = null, string? sceneNumber = null) =>
        new ShotCodeAllocator(this, existingCodes).Next(afterCode, beforeCode, sceneNumber);

    /// <summary>"SH{0000}" or "slate".</summary>
    public override string ToString() => isSlate ? SlateName : $"{Prefix}{{{new string('0', Digits)}}}";

    /// <summary>Reads "slate" or an upper-case prefix with one group of zeros in braces: "SH{0000}", "EP1_{000}".</summary>
    public static bool TryParse(string? text, out ShotCodeScheme scheme)
    {
        scheme = default;
        if (text is null || text.Length > MaxTextLength) return false;
        text = text.Trim();
        if (text.Equals(SlateName, StringComparison.OrdinalIgnoreCase))
        {
            scheme = Slate;
            return true;
        }

        var open = text.IndexOf('{', StringComparison.Ordinal);
        if (open is < 0 or > MaxPrefixLength || text[^1] != '}') return false;
        var digits = text.Length - open - 2;
        if (digits is < 1 or > MaxDigits || text.AsSpan(open + 1, digits).ContainsAnyExcept('0')) return false;
        var prefix = text[..open].ToUpperInvariant();
        if (prefix.Length > 0 && !ShotCode.TryParse(prefix + "0", out _)) return false;
        scheme = new ShotCodeScheme(prefix, digits);
        return true;
    }

    /// <exception cref="FormatException">The text is not a scheme.</exception>
    public static ShotCodeScheme Parse(string text) =>
        TryParse(text, out var scheme) ? scheme : throw new FormatException($"'{text}' is not a shot code scheme such as SH{{0000}} or slate.");

    internal string Format(int number) => Prefix + number.ToString("D" + Digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>The number inside a code of this scheme, suffix letters ignored; false for codes that people or other schemes made.</summary>
    internal bool TryReadNumber(string? code, out int number)
    {
        number = 0;
        if (isSlate || code is null || !code.StartsWith(Prefix, StringComparison.Ordinal)) return false;
        var rest = code.AsSpan(Prefix.Length).TrimEnd("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
        return rest.Length >= Digits && rest.Length <= 9 && int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
