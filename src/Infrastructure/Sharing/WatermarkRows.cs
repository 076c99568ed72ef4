using Director.Domain.Sharing;
using Director.Infrastructure.Providers.Sketch.Finish;
using SkiaSharp;

namespace Director.Infrastructure.Sharing;

/// <summary>
/// The mark itself: the guest's name and the end of their id, in slanted rows over the whole picture. No crop leaves it behind, and two guests of
/// one name, or of a name that the face cannot show, are still told apart.
/// </summary>
internal static class WatermarkRows
{
    private const float Slant = -24;
    private const int LongestName = 40;

    internal static string TextOf(ShareGuest guest) => $"{SlateFont.Printable(guest.Name, LongestName)}  {guest.Id.ToString("N")[^8..]}".Trim();

    /// <summary>Light letters with a dark edge: they show on any ground.</summary>
    internal static void Draw(SKCanvas canvas, string text, int width, int height)
    {
        using var font = SlateFont.Bold(Math.Max(9, Math.Min(width, height) / 16f));
        using var edge = new SKPaint { Color = SKColors.Black.WithAlpha(96), Style = SKPaintStyle.Stroke, StrokeWidth = font.Size / 10, IsAntialias = true };
        using var fill = new SKPaint { Color = SKColors.White.WithAlpha(112), IsAntialias = true };
        var (step, row) = (SlateFont.Width(font, text) + (font.Size * 3), font.Size * 4);
        var reach = width + height;
        canvas.Save();
        canvas.Translate(width / 2f, height / 2f);
        canvas.RotateDegrees(Slant);
        var line = 0;
        for (var y = -reach; y < reach; y += (int)Math.Ceiling(row), line++)
        {
            for (var x = -reach + (line % 2 == 0 ? 0 : step / 2); x < reach; x += step)
            {
                canvas.DrawText(text, x, y, SKTextAlign.Left, font, edge);
                canvas.DrawText(text, x, y, SKTextAlign.Left, font, fill);
            }
        }

        canvas.Restore();
    }
}
