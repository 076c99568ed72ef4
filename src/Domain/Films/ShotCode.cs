namespace Director.Domain.Films;

/// <summary>
/// What a shot is called on slates, in file names and in the edit: "SH0120", "12A". Unique in its film and never changed by reordering.
/// Letters, digits, hyphen, underscore and dot; upper case; starts and ends with a letter or digit, so that it is safe in a file name.
/// </summary>
public readonly record struct ShotCode
{
    /// <summary>Longest code, in characters.</summary>
    public const int MaxLength = 32;

    private readonly string? value;

    private ShotCode(string value) => this.value = value;

    public string Value => value ?? "";

    public override string ToString() => Value;

    /// <summary>Reads a code in any case; white space around it is ignored.</summary>
    public static bool TryParse(string? text, out ShotCode code)
    {
        code = default;
        if (text is null) return false;
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length is 0 or > MaxLength || !char.IsAsciiLetterOrDigit(trimmed[0]) || !char.IsAsciiLetterOrDigit(trimmed[^1])) return false;
        foreach (var character in trimmed)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('-' or '_' or '.')) return false;
        }

        code = new ShotCode(trimmed.ToString().ToUpperInvariant());
        return true;
    }

    /// <exception cref="FormatException">The text is not a shot code.</exception>
    public static ShotCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is not a shot code such as SH0120 or 12A.");
}
