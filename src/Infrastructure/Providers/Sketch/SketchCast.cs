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
    /// whatever its case and spacing. Lightness 48–60 and chroma 32–44 (CIE LCh), so that every coat reads in every light.
    /// </summary>
    public static string ColourOf(string? name)
    {
        var dice = Dice.For(7, Normalise(name));
        var hue = dice.Below(24) * 15 + dice.Below(8);
        var colour = Tint.FromLch(dice.Between(48, 60), dice.Between(32, 44), hue);
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
        return hex.Length == 6 && uint.TryParse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb) ? Tint.Hex(rgb) : null;
    }
}
