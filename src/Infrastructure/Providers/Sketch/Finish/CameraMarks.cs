using Director.Infrastructure.Providers.Sketch.Drawing;
using Director.Infrastructure.Providers.Sketch.Reading;
using SkiaSharp;

namespace Director.Infrastructure.Providers.Sketch.Finish;

/// <summary>Arrow and label of the camera movement, always level and inside what a cropped thumbnail shows.</summary>
internal sealed class CameraMarks(SKCanvas canvas, Wobble wobble, float width, float height)
{
    private static readonly SKColor Paper = Tint.Hex(0xf3efe6);
    private static readonly SKColor Edge = Tint.Hex(0x14161a);

    public void Draw(SketchMove move)
    {
        switch (move)
        {
            case SketchMove.PushIn: Corners(true); Label("PUSH IN", width / 2, 32, .5f); break;
            case SketchMove.PullOut: Corners(false); Label("PULL OUT", width / 2, 32, .5f); break;
            case SketchMove.ZoomIn: Corners(true); Label("ZOOM IN", width / 2, 32, .5f); break;
            case SketchMove.ZoomOut: Corners(false); Label("ZOOM OUT", width / 2, 32, .5f); break;
            case SketchMove.TiltUp: Upright(true, "TILT UP"); break;
            case SketchMove.TiltDown: Upright(false, "TILT DOWN"); break;
            case SketchMove.CraneUp: Upright(true, "CRANE UP"); break;
            case SketchMove.CraneDown: Upright(false, "CRANE DOWN"); break;
            case SketchMove.PanRight: Bow(true, "PAN RIGHT"); break;
            case SketchMove.PanLeft: Bow(false, "PAN LEFT"); break;
            case SketchMove.TrackRight: Taper(true, "TRACK RIGHT"); break;
            case SketchMove.TrackLeft: Taper(false, "TRACK LEFT"); break;
            case SketchMove.Orbit: Orbit(); break;
            case SketchMove.Handheld: Shake(); break;
            default: break;
        }
    }

    private void Corners(bool inward)
    {
        var arrow = inward
            ? Outline.Poly((22, 16), (58, 40), (64, 31), (76, 60), (46, 58), (52, 50), (16, 25))
            : Outline.Poly((76, 60), (40, 36), (34, 45), (22, 16), (52, 18), (46, 26), (82, 51));
        foreach (var sx in new[] { 1, -1 })
        {
            foreach (var sy in new[] { 1, -1 })
                Arrow(arrow.Map(p => new Spot((sx > 0 ? 34 : width - 34) + p.X * .72f * sx,
                    (sy > 0 ? 12 : height - 12) + p.Y * .72f * sy)));
        }
    }

    private void Upright(bool up, string label)
    {
        var middle = height * .43f;
        var reach = MathF.Min(100, height * .3f);
        var x = width - 71;
        var arrow = new Outline().M(x - 7, middle + reach).Q(x + 5, middle, x - 6, middle - reach * .62f).L(x - 19, middle - reach * .6f)
            .L(x, middle - reach).L(x + 20, middle - reach * .62f)
            .L(x + 8, middle - reach * .62f).Q(x + 18, middle, x + 5, middle + reach).Z();
        Arrow(arrow.Map(p => new Spot(p.X, up ? p.Y : 2 * middle - p.Y)));
        Label(label, MathF.Min(x, width - 40 - label.Length * 4.6f), middle + reach + 26, .5f);
    }

    private void Bow(bool right, string label)
    {
        var y = height - 36;
        var length = MathF.Min(332, width * .55f);
        var arrow = new Outline().M(0, y - 6).C(length * .28f, y - 19, length * .7f, y - 19, length - 40, y - 8).L(length - 42, y - 20)
            .L(length, y + 2).L(length - 42, y + 20).L(length - 41, y + 6)
            .C(length * .7f, y - 4, length * .28f, y - 4, 0, y + 4).Z();
        Arrow(arrow.Map(p => new Spot(right ? 60 + p.X : 60 + length - p.X, p.Y)));
        Label(label, 64, y - 26, 0);
    }

    private void Taper(bool right, string label)
    {
        var y = height - 33;
        var length = MathF.Min(278, width * .5f);
        var arrow = Outline.Poly((0, y + 2), (length - 40, y - 6), (length - 42, y - 18), (length, y), (length - 41, y + 18),
            (length - 40, y + 6), (0, y + 8));
        Arrow(arrow.Map(p => new Spot(right ? 64 + p.X : 64 + length - p.X, p.Y)));
        Label(label, 66, y - 14, 0);
    }

    private void Orbit()
    {
        float y = height - 46, x = width / 2, r = MathF.Min(150, width * .3f);
        Arrow(new Outline().M(x - r, y - 10).C(x - r * .7f, y + 26, x + r * .5f, y + 28, x + r - 22, y + 4).L(x + r - 32, y - 5)
            .L(x + r + 10, y - 16).L(x + r, y + 24).L(x + r - 14, y + 13)
            .C(x + r * .5f, y + 40, x - r * .8f, y + 38, x - r - 6, y - 4).Z());
        Label("ORBIT", x, y - 4, .5f);
    }

    private void Shake()
    {
        float x = 60, y = height - 40;
        var line = new Outline().M(x, y);
        for (var k = 1; k < 6; k++)
            line.Q(x + k * 14 - 7, y + (k % 2 == 0 ? -16 : 16), x + k * 14, y);
        Stroke(line, 7, Edge);
        Stroke(line, 3.6f, Paper);
        Label("HANDHELD", 60, y - 18, 0);
    }

    private void Arrow(Outline outline)
    {
        using var path = Path(outline);
        using var paint = new SKPaint { IsAntialias = true, Color = Paper.At(.93f) };
        canvas.DrawPath(path, paint);
        paint.Style = SKPaintStyle.Stroke;
        paint.StrokeWidth = 2;
        paint.StrokeJoin = SKStrokeJoin.Round;
        paint.Color = Edge;
        canvas.DrawPath(path, paint);
    }

    private void Stroke(Outline outline, float thick, SKColor colour)
    {
        using var path = Path(outline);
        using var paint = new SKPaint
        {
            IsAntialias = true,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = thick,
            StrokeCap = SKStrokeCap.Round,
            Color = colour
        };
        canvas.DrawPath(path, paint);
    }

    private SKPath Path(Outline outline)
    {
        using var builder = new SKPathBuilder();
        foreach (var contour in outline.Contours)
            builder.AddPoly([.. contour.Points.Select(p => wobble.Move(p)).Select(p => new SKPoint(p.X, p.Y))], contour.Closed);
        return builder.Detach();
    }

    private void Label(string text, float x, float y, float anchor)
    {
        using var font = SlateFont.Bold(12);
        using var paint = new SKPaint { IsAntialias = true };
        var wide = SlateFont.Width(font, text, 1.4f);
        paint.Style = SKPaintStyle.Stroke;
        paint.StrokeWidth = 3;
        paint.StrokeJoin = SKStrokeJoin.Round;
        paint.Color = Edge;
        SlateFont.Draw(canvas, text, x - wide * anchor, y, font, paint, 1.4f);
        paint.Style = SKPaintStyle.Fill;
        paint.Color = Paper;
        SlateFont.Draw(canvas, text, x - wide * anchor, y, font, paint, 1.4f);
    }
}
