using System.Globalization;
using System.Text;
using Director.Infrastructure.Providers.Sketch.Drawing;
using SkiaSharp;

namespace Director.Infrastructure.Providers.Sketch;

/// <summary>The colours by which the cast is told apart.</summary>
public static class SketchCast
{
    /// <summary>
    /// The coat colour of a character nobody has given one, as <c>#rrggbb</c>: the same for a name in every film, frame and session,
    /// whatever its case and spacing. Lightness 48–59 and chroma 20–38 (CIE LCh), so that every coat reads in every light.
    /// </summary>
    public static string ColourOf(string? name)
    {
        var dice = Dice.For(7, Normalise(name));
        // Hues as the eye parts them: there are many more names for warm colours than for turquoise.
        var hue = dice.Pick(18, 36, 52, 68, 82, 104, 134, 168, 222, 250, 274, 300, 326, 352) + dice.Jitter(5);
        // Greens and blues of the same chroma would leave the gamut and shout.
        var chroma = dice.Between(27, 38) * (hue is > 120 and < 262 ? .76f : 1);
        var colour = Tint.FromLch(dice.Between(48, 59), chroma, hue);
        return string.Create(CultureInfo.InvariantCulture, $"#{colour.Red:x2}{colour.Green:x2}{colour.Blue:x2}");
    }

    /// <summary>A <c>#rrggbb</c> or <c>#rgb</c> colour, or that of the name when there is none or it is malformed.</summary>
    internal static SKColor Colour(SketchCastMember member) => Parse(member.Colour) ?? Parse(ColourOf(member.Name))!.Value;

    internal static string Normalise(string? name)
    {
        var folded = new StringBuilder(64);
        foreach (var c in name ?? "")
        {
            // Lone surrogates would make Normalize throw; letters and digits are all a name is known by.
            if (char.IsLetterOrDigit(c) && folded.Length < 200)
                folded.Append(char.ToLowerInvariant(c));
        }
        return folded.ToString();
    }

    private static SKColor? Parse(string? text)
    {
        var hex = text?.Trim().TrimStart('#') ?? "";
        if (hex.Length == 3)
            hex = string.Concat(hex.Select(c => new string(c, 2)));
        return hex.Length == 6 && uint.TryParse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb) ? Tint.Hex(rgb)
            : null;
    }
}
