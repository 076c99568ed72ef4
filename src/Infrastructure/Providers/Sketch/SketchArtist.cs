using System.Globalization;
using Director.Infrastructure.Providers.Sketch.Drawing;
using Director.Infrastructure.Providers.Sketch.Figures;
using Director.Infrastructure.Providers.Sketch.Finish;
using Director.Infrastructure.Providers.Sketch.Reading;
using Director.Infrastructure.Providers.Sketch.Sets;
using SkiaSharp;

namespace Director.Infrastructure.Providers.Sketch;

/// <summary>
/// Draws a storyboard frame from a shot. A pure function: the same frame and options give the same bytes, on any thread;
/// nothing is read from outside and nothing is kept between calls.
/// </summary>
public sealed class SketchArtist
{
    private const float DesignWidth = 640;
    private const float UprightWidth = 400;

    /// <summary>Draws one frame. Any text is accepted; nothing in it makes this throw.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1822",
        Justification = "An injected service; callers hold an instance.")]
    public SketchPicture Draw(SketchFrame frame, SketchOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(frame);
        options ??= new SketchOptions();
        var (pixelWidth, pixelHeight) = PixelSize(frame.AspectRatio, options.LongEdge);
        using var surface = SKSurface.Create(new SKImageInfo(pixelWidth, pixelHeight, SKColorType.Rgba8888, SKAlphaType.Premul))
            ?? throw new InvalidOperationException("No surface to draw on could be made.");
        var width = pixelWidth >= pixelHeight ? DesignWidth : UprightWidth;
        var scale = pixelWidth / width;
        surface.Canvas.Scale(scale, scale);
        Compose(surface.Canvas, frame, width, pixelHeight / scale);
        return Encoded(surface, options, pixelWidth, pixelHeight);
    }

    /// <summary>Draws a character sheet: whole figure, front, three-quarter and profile, colours, name plate; always 16:9.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1822",
        Justification = "An injected service; callers hold an instance.")]
    public SketchPicture DrawSheet(SketchSheet sheet, SketchOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        options ??= new SketchOptions();
        var (pixelWidth, pixelHeight) = PixelSize(CharacterSheet.Width / CharacterSheet.Height, options.LongEdge);
        using var surface = SKSurface.Create(new SKImageInfo(pixelWidth, pixelHeight, SKColorType.Rgba8888, SKAlphaType.Premul))
            ?? throw new InvalidOperationException("No surface to draw on could be made.");
        surface.Canvas.Scale(pixelWidth / CharacterSheet.Width, pixelHeight / CharacterSheet.Height);
        new CharacterSheet(surface.Canvas, sheet).Draw();
        return Encoded(surface, options, pixelWidth, pixelHeight);
    }

    private static SketchPicture Encoded(SKSurface surface, SketchOptions options, int pixelWidth, int pixelHeight)
    {
        using var pixels = surface.PeekPixels();
        var webp = options.Format == SketchFormat.Webp;
        // Grain does not compress: trying every PNG filter at the highest level costs three times the time for a few per cent.
        using var data = (webp
            ? pixels.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossy, Math.Clamp(options.Quality, 1, 100)))
            : pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.Sub, 3)))
            ?? throw new InvalidOperationException("The drawn frame could not be encoded.");
        return new SketchPicture(data.ToArray(), pixelWidth, pixelHeight, webp ? "image/webp" : "image/png");
    }

    private static void Compose(SKCanvas canvas, SketchFrame frame, float width, float height)
    {
        var reading = SketchReader.Read(frame);
        var slate = Slate.HeightFor(width);
        var picture = height - slate;
        var seed = Dice.Hash(frame.Seed, Cut(frame.FilmTitle), Cut(frame.SceneNumber), Cut(frame.ShotCode), Cut(frame.Text),
            frame.TakeNumber.ToString(CultureInfo.InvariantCulture));
        var take = new Dice(seed);
        var scene = Dice.For(1, Cut(frame.FilmTitle), Cut(frame.SceneNumber), Cut(frame.Location));
        var light = take.Sign();
        var palette = Palette.For(reading.Time);
        canvas.Save();
        canvas.ClipRect(new SKRect(0, 0, width, picture));
        canvas.Save();
        if (reading.Angle == SketchAngle.Dutch)
        {
            canvas.RotateDegrees(-7, width / 2, picture / 2);
            canvas.Scale(1.12f, 1.12f, width / 2, picture / 2);
        }
        using (var pen = new Pen(canvas, palette, seed, light))
        {
            var stage = new Stage(pen, reading, width, picture, scene, take);
            new Composition(stage, canvas).Draw();
        }
        canvas.Restore();
        Paper.Blots(canvas, seed + 11, width, picture, reading.Time is SketchTime.Day or SketchTime.Dawn ? .5f : .85f);
        Paper.Grain(canvas, seed + 7, width, picture);
        new CameraMarks(canvas, new Wobble(seed + 3, .03f, 1.1f), width, picture).Draw(reading.Move);
        canvas.Restore();
        new Slate(canvas, width, picture, slate).Draw(frame, reading);
    }

    private static (int Width, int Height) PixelSize(double aspect, int longEdge)
    {
        aspect = double.IsFinite(aspect) && aspect > 0 ? Math.Clamp(aspect, .4, 3) : 16d / 9;
        longEdge = Math.Clamp(longEdge, SketchOptions.MinimumEdge, SketchOptions.MaximumEdge);
        var width = aspect >= 1 ? longEdge : Math.Max(SketchOptions.MinimumEdge, (int)Math.Round(longEdge * aspect));
        // Even sides: every video codec takes them.
        width += width & 1;
        var height = (int)Math.Round(width / aspect);
        return (width, height + (height & 1));
    }

    private static string Cut(string? text) => text is null ? "" : text.Length > 2000 ? text[..2000] : text;
}
