using Director.Infrastructure.Providers.Sketch.Drawing;
using SkiaSharp;

namespace Director.Infrastructure.Providers.Sketch.Finish;

/// <summary>Fall-off of the light, blots and grain over the finished drawing.</summary>
internal static class Paper
{
    private const int GrainTile = 192;
    private const int BlotsWide = 160;

    /// <summary>Ink from the lit side (nothing) to the far side.</summary>
    public static void FallOff(SKCanvas canvas, Palette palette, float light, float width, float height, float strength)
    {
        using var shader = SKShader.CreateLinearGradient(
            new SKPoint(light < 0 ? 0 : width, 0),
            new SKPoint(light < 0 ? width : 0, height * .35f),
            [palette.Ink.At(0), palette.Ink.At(strength * .3f), palette.Ink.At(strength)],
            [0, .5f, 1],
            SKShaderTileMode.Clamp);
        Cover(canvas, shader, width, height, SKBlendMode.SrcOver);
    }

    /// <summary>Ink away from a lamp, for a room.</summary>
    public static void Vignette(SKCanvas canvas, Palette palette, Spot lamp, float radius, float width, float height, float strength)
    {
        using var shader = SKShader.CreateRadialGradient(
            new SKPoint(lamp.X, lamp.Y),
            radius,
            [palette.Ink.At(0), palette.Ink.At(strength * .22f), palette.Ink.At(strength)],
            [0, .5f, 1],
            SKShaderTileMode.Clamp);
        Cover(canvas, shader, width, height, SKBlendMode.SrcOver);
    }

    public static void Blots(SKCanvas canvas, ulong seed, float width, float height, float strength)
    {
        var rows = Math.Max(8, (int)(BlotsWide * height / width));
        using var bitmap = new SKBitmap(new SKImageInfo(BlotsWide, rows, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        var pixels = new byte[BlotsWide * rows * 4];
        var step = width / BlotsWide;
        for (var y = 0; y < rows; y++)
        {
            for (var x = 0; x < BlotsWide; x++)
            {
                float sum = 0, weight = 1, fx = x * step * .008f, fy = y * step * .014f;
                for (uint octave = 0; octave < 4; octave++, weight *= .5f, fx *= 2, fy *= 2)
                    sum += weight * Wobble.Noise(fx, fy, (uint)seed + octave * 7);
                var at = (y * BlotsWide + x) * 4;
                (pixels[at], pixels[at + 1], pixels[at + 2]) = (8, 9, 11);
                pixels[at + 3] = (byte)(255 * Math.Clamp((sum * .5f + .12f) * .42f, 0, .34f) * strength);
            }
        }
        System.Runtime.InteropServices.Marshal.Copy(pixels, 0, bitmap.GetPixels(), pixels.Length);
        using var image = SKImage.FromBitmap(bitmap);
        using var paint = new SKPaint();
        canvas.DrawImage(image, new SKRect(0, 0, width, height), new SKSamplingOptions(SKFilterMode.Linear), paint);
    }

    public static void Grain(SKCanvas canvas, ulong seed, float width, float height)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(GrainTile, GrainTile, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        var pixels = new byte[GrainTile * GrainTile * 4];
        for (var y = 0; y < GrainTile; y++)
        {
            for (var x = 0; x < GrainTile; x++)
            {
                var coarse = Wobble.Lattice(x / 2, y / 2, (uint)seed + 91);
                var value = Wobble.Lattice(x, y, (uint)seed + 57) * .65f + coarse * .55f;
                var at = (y * GrainTile + x) * 4;
                var tone = (byte)(value > 0 ? 236 : 20);
                (pixels[at], pixels[at + 1], pixels[at + 2], pixels[at + 3]) = (tone, tone, tone,
                    (byte)(MathF.Min(1, MathF.Abs(value)) * 56));
            }
        }
        System.Runtime.InteropServices.Marshal.Copy(pixels, 0, bitmap.GetPixels(), pixels.Length);
        using var image = SKImage.FromBitmap(bitmap);
        // Grain is finer than a design unit, whatever the picture's size in pixels.
        using var shader = image.ToShader(SKShaderTileMode.Repeat, SKShaderTileMode.Repeat, new SKSamplingOptions(SKFilterMode.Linear),
            SKMatrix.CreateScale(.62f, .62f));
        Cover(canvas, shader, width, height, SKBlendMode.Overlay);
    }

    private static void Cover(SKCanvas canvas, SKShader shader, float width, float height, SKBlendMode blend)
    {
        using var paint = new SKPaint { Shader = shader, BlendMode = blend };
        canvas.DrawRect(-width, -height, width * 3, height * 3, paint);
    }
}
