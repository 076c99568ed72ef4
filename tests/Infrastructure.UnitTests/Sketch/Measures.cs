using Director.Infrastructure.Providers.Sketch;
using SkiaSharp;

namespace Director.Infrastructure.UnitTests.Sketch;

/// <summary>Numbers taken from a drawn picture.</summary>
internal sealed class Measures
{
    /// <summary>The slate takes the lowest 26 of 360 design units at 16:9.</summary>
    private const double PictureShare = 334d / 360;
    private readonly SKColor[] _pixels;

    private Measures(int width, int height, SKColor[] pixels) => (Width, Height, _pixels) = (width, height, pixels);

    public int Width { get; }

    public int Height { get; }

    public int PictureHeight => (int)(Height * PictureShare);

    public static Measures Of(SketchPicture picture)
    {
        using var bitmap = SKBitmap.Decode(picture.Bytes.ToArray());
        bitmap.Should().NotBeNull("the file decodes");
        return new Measures(bitmap.Width, bitmap.Height, bitmap.Pixels);
    }

    public static Measures Of(SketchFrame frame) => Of(Shots.Draw(frame, Shots.Small with { Format = SketchFormat.Png }));

    public SKColor At(int x, int y) => _pixels[y * Width + x];

    public static double Luminance(SKColor c) => .2126 * c.Red + .7152 * c.Green + .0722 * c.Blue;

    /// <summary>Mean luminance (0…255) of a grid of cells over the picture without its slate.</summary>
    public double[] Grid(int columns, int rows)
    {
        var sums = new double[columns * rows];
        var counts = new int[columns * rows];
        for (var y = 0; y < PictureHeight; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var cell = y * rows / PictureHeight * columns + x * columns / Width;
                sums[cell] += Luminance(At(x, y));
                counts[cell]++;
            }
        }
        return [.. sums.Select((sum, cell) => sum / counts[cell])];
    }

    /// <summary>How many cells of two grids differ by more than a step the eye sees.</summary>
    public static int CellsApart(double[] a, double[] b, double step = 8) => a.Zip(b)
        .Count(pair => Math.Abs(pair.First - pair.Second) > step);

    /// <summary>The row, as a share of the picture, that is darkest against the rows around it: the inked horizon of an empty sea.</summary>
    public double DarkestLine()
    {
        var rows = Enumerable.Range(0, PictureHeight).Select(y => Enumerable.Range(0, Width).Average(x => Luminance(At(x, y)))).ToArray();
        var best = (Row: 0, Depth: double.MinValue);
        for (var y = 12; y < PictureHeight - 12; y++)
        {
            var around = (rows[y - 9] + rows[y - 7] + rows[y + 7] + rows[y + 9]) / 4;
            if (around - rows[y] > best.Depth)
                best = (y, around - rows[y]);
        }
        return best.Row / (double)PictureHeight;
    }

    /// <summary>Pixels brighter than the slate's ground within a part of the slate.</summary>
    public int SlateInk(double left, double right)
    {
        var count = 0;
        for (var y = PictureHeight + 4; y < Height - 2; y++)
        {
            for (var x = (int)(Width * left); x < (int)(Width * right); x++)
            {
                if (Luminance(At(x, y)) > 70)
                    count++;
            }
        }
        return count;
    }

    public SKColor[] Slate(double left, double right) =>
        [.. from y in Enumerable.Range(PictureHeight + 4, Height - PictureHeight - 6)
            from x in Enumerable.Range((int)(Width * left), (int)(Width * (right - left)))
            select At(x, y)];

    /// <summary>Where two drawings of one shot differ by more than a shade: the share of pixels and their mean colour in this one.</summary>
    public (double Share, double Hue, double Chroma) DifferenceTo(Measures other)
    {
        double a = 0, b = 0;
        var count = 0;
        for (var k = 0; k < Width * PictureHeight; k++)
        {
            SKColor mine = _pixels[k], theirs = other._pixels[k];
            if (Math.Abs(mine.Red - theirs.Red) + Math.Abs(mine.Green - theirs.Green) + Math.Abs(mine.Blue - theirs.Blue) < 36)
                continue;
            var lab = Lab(mine);
            (a, b, count) = (a + lab.A, b + lab.B, count + 1);
        }
        return (count / (double)(Width * PictureHeight), Math.Atan2(b, a) * 180 / Math.PI, Math.Sqrt(a * a + b * b) / Math.Max(1, count));
    }

    public static double HueOf(string hex)
    {
        var lab = Lab(SKColor.Parse(hex));
        return Math.Atan2(lab.B, lab.A) * 180 / Math.PI;
    }

    public static double HuesApart(double one, double other) => Math.Abs((one - other + 540) % 360 - 180);

    public static (double L, double A, double B) Lab(SKColor c)
    {
        double r = Linear(c.Red), g = Linear(c.Green), b = Linear(c.Blue);
        double x = Fold((.4124564 * r + .3575761 * g + .1804375 * b) / .95047), y = Fold(.2126729 * r + .7151522 * g + .0721750 * b),
            z = Fold((.0193339 * r + .1191920 * g + .9503041 * b) / 1.08883);
        return (116 * y - 16, 500 * (x - y), 200 * (y - z));

        static double Linear(byte v) => v / 255d <= .04045 ? v / 255d / 12.92 : Math.Pow((v / 255d + .055) / 1.055, 2.4);
        static double Fold(double t) => t > .008856 ? Math.Cbrt(t) : 7.787 * t + 16d / 116;
    }
}
