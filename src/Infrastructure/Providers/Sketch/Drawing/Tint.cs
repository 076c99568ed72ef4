using SkiaSharp;

namespace Director.Infrastructure.Providers.Sketch.Drawing;

/// <summary>Colour arithmetic.</summary>
internal static class Tint
{
    public static SKColor Hex(uint rgb) => new((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb);

    /// <summary>The colour <paramref name="share"/> of the way from <paramref name="from"/> to <paramref name="to"/>.</summary>
    public static SKColor To(this SKColor from, SKColor to, float share)
    {
        share = Math.Clamp(share, 0, 1);
        return new SKColor(Step(from.Red, to.Red), Step(from.Green, to.Green), Step(from.Blue, to.Blue));
        byte Step(byte a, byte b) => (byte)MathF.Round(a + (b - a) * share);
    }

    public static SKColor At(this SKColor colour, float opacity) => colour.WithAlpha((byte)MathF.Round(255 * Math.Clamp(opacity, 0, 1)));

    /// <summary>CIE LCh (D65; hue in degrees) to sRGB; components out of gamut are clipped.</summary>
    public static SKColor FromLch(double lightness, double chroma, double hue)
    {
        double a = chroma * Math.Cos(hue * Math.PI / 180), b = chroma * Math.Sin(hue * Math.PI / 180);
        var fy = (lightness + 16) / 116;
        double x = .95047 * Unfold(fy + a / 500), y = Unfold(fy), z = 1.08883 * Unfold(fy - b / 200);
        return new SKColor(
            Encode(3.2404542 * x - 1.5371385 * y - .4985314 * z),
            Encode(-.9692660 * x + 1.8760108 * y + .0415560 * z),
            Encode(.0556434 * x - .2040259 * y + 1.0572252 * z));

        static double Unfold(double t) => t > 6d / 29 ? t * t * t : 108d / 841 * (t - 4d / 29);
        static byte Encode(double v)
        {
            v = v <= .0031308 ? 12.92 * v : 1.055 * Math.Pow(v, 1 / 2.4) - .055;
            return (byte)Math.Round(255 * Math.Clamp(v, 0, 1));
        }
    }
}
