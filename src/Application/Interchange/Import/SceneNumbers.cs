using System.Globalization;

namespace Director.Application.Interchange.Import;

/// <summary>
/// Numbers for scenes of scripts that have none: 1, 2, 3 … and, for a scene that comes in later, the number before it and a letter (3A), or a letter before
/// the first (A1), as shooting scripts do it, so that no number changes once it is on a call sheet.
/// </summary>
internal sealed class SceneNumbers(IEnumerable<string> taken)
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    private readonly HashSet<string> taken = new(taken, StringComparer.OrdinalIgnoreCase);

    /// <param name="before">The number of the scene before it; null at the start.</param>
    /// <param name="after">The next number after it; null at the end.</param>
    public string Next(string? before, string? after)
    {
        if (after is null)
        {
            var digits = new string([.. (before ?? "0").SkipWhile(character => !char.IsAsciiDigit(character)).TakeWhile(char.IsAsciiDigit)]);
            for (var number = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var last) && last < int.MaxValue / 2 ? last + 1 : 1; ; number++)
            {
                if (taken.Add(number.ToString(CultureInfo.InvariantCulture))) return number.ToString(CultureInfo.InvariantCulture);
            }
        }

        for (var repeat = 1; ; repeat++)
        {
            foreach (var letter in Letters)
            {
                var letters = new string(letter, repeat);
                var number = before is null ? letters + after : before.TrimEnd([.. Letters]) + letters;
                if (taken.Add(number)) return number;
            }
        }
    }
}
