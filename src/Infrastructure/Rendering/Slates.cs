using Director.Infrastructure.Providers.Sketch.Finish;
using SkiaSharp;

namespace Director.Infrastructure.Rendering;

/// <summary>Draws what stands for a shot without a picture.</summary>
internal static class Slates
{
    private static readonly SKColor Ground = new(0x1B, 0x1D, 0x21);
    private static readonly SKColor Chalk = new(0xE8, 0xE6, 0xE0);

    /// <param name="shot">The shot; null for a black picture.</param>
    /// <param name="path">Where the PNG goes.</param>
    internal static void Draw(PlannedShot? shot, int width, int height, string path)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));
        var canvas = surface.Canvas;
        canvas.Clear(shot is null ? SKColors.Black : Ground);
        if (shot is not null)
        {
            using var paint = new SKPaint { Color = Chalk, IsAntialias = true };
            using var large = SlateFont.Bold(height * 0.16f);
            using var small = SlateFont.Regular(height * 0.05f);
            var left = width * 0.08f;
            SlateFont.Draw(canvas, SlateFont.Printable(shot.Code, 24), left, height * 0.42f, large, paint);
            SlateFont.Draw(canvas, SlateFont.Printable(shot.Description ?? shot.Name, 90), left, height * 0.56f, small, paint);
            SlateFont.Draw(canvas, shot.Take is { } take ? $"take {take}: no picture" : "no take selected", left, height * 0.66f, small, paint);
        }

        using var drawn = surface.Snapshot();
        using var png = drawn.Encode(SKEncodedImageFormat.Png, 100);
        using var file = File.Create(path);
        png.SaveTo(file);
    }
}
