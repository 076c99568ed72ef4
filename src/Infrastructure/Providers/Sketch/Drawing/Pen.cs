using SkiaSharp;

namespace Director.Infrastructure.Providers.Sketch.Drawing;

/// <summary>
/// The hand: washes, ink lines, hatching and light on the design canvas. Line and wash wobble by different fields,
/// so that they miss each other a little.
/// </summary>
internal sealed class Pen : IDisposable
{
    private const float LongestStep = 9;
    private readonly SKCanvas _canvas;
    private readonly Dice _dice;
    private readonly Wobble _inkWobble;
    private readonly Wobble _washWobble;
    private readonly SKPaint _fill = new() { IsAntialias = true, Style = SKPaintStyle.Fill };
    private readonly SKPaint _stroke = new()
    {
        IsAntialias = true,
        Style = SKPaintStyle.Stroke,
        StrokeCap = SKStrokeCap.Round,
        StrokeJoin = SKStrokeJoin.Round,
    };

    public Pen(SKCanvas canvas, Palette palette, ulong seed, float light)
    {
        _canvas = canvas;
        Palette = palette;
        Light = light;
        _dice = new Dice(seed ^ 0xB10B);
        _inkWobble = new Wobble(seed + 3, .030f, 1.15f);
        _washWobble = new Wobble(seed, .022f, 1.35f);
    }

    public Palette Palette { get; }

    /// <summary>−1 when the key light comes from the left, +1 from the right.</summary>
    public float Light { get; set; }

    public View View { get; set; } = View.Plain;

    public void Dispose()
    {
        _fill.Dispose();
        _stroke.Dispose();
    }

    /// <summary>A flat wash.</summary>
    public void Wash(Outline outline, SKColor colour, float opacity = 1)
    {
        using var path = Trace(outline, _washWobble);
        _fill.Color = colour.At(opacity);
        _canvas.DrawPath(path, _fill);
    }

    /// <summary>A wash running evenly through the colours from one point to another, both in set points.</summary>
    public void Blend(Outline outline, Spot from, Spot to, params SKColor[] colours)
    {
        using var path = Trace(outline, _washWobble);
        Spot a = View.Map(from), b = View.Map(to);
        using var shader = SKShader.CreateLinearGradient(new SKPoint(a.X, a.Y), new SKPoint(b.X, b.Y), colours, SKShaderTileMode.Clamp);
        _fill.Color = SKColors.Black;
        _fill.Shader = shader;
        _canvas.DrawPath(path, _fill);
        _fill.Shader = null;
    }

    /// <summary>A see-through run of colours with soft edges, not wobbled.</summary>
    public void Veil(Outline outline, Spot from, Spot to, params SKColor[] colours) => Blend(outline, from, to, colours);

    /// <summary>An ink line, gone over a second time at half the width and a little off.</summary>
    public void Ink(Outline outline, float width = 1.4f, float opacity = .8f, SKColor? colour = null, bool twice = true)
    {
        using var path = Trace(outline, _inkWobble);
        var ink = colour ?? Palette.Ink;
        _stroke.StrokeWidth = width;
        _stroke.Color = ink.At(opacity);
        _canvas.DrawPath(path, _stroke);
        if (!twice)
            return;
        _stroke.StrokeWidth = width * .5f;
        _stroke.Color = ink.At(opacity * .6f);
        var off = MathF.Min(1.6f, .7f + width * .5f);
        _canvas.Save();
        _canvas.Translate(_dice.Jitter(off), _dice.Jitter(off));
        _canvas.DrawPath(path, _stroke);
        _canvas.Restore();
    }

    /// <summary>Wash and ink of one outline.</summary>
    public void Solid(Outline outline, SKColor colour, float width = 1.3f, float inkOpacity = .7f, float opacity = 1)
    {
        Wash(outline, colour, opacity);
        Ink(outline, width, inkOpacity);
    }

    public void Line(float x1, float y1, float x2, float y2, float width = 1.2f, float opacity = .6f, SKColor? colour = null) =>
        Ink(Outline.Open((x1, y1), (x2, y2)), width, opacity, colour, twice: false);

    /// <summary>
    /// One shape in three tones inside its own clip: lit rim, base moved off the light, shade moved farther.
    /// <paramref name="rim"/> and <paramref name="shade"/> are distances in design units.
    /// </summary>
    public void Form(Outline outline, SKColor colour, SKColor dark, float shade, float rim = 2.4f, SKColor? lit = null)
    {
        using var path = Trace(outline, _washWobble);
        _canvas.Save();
        _canvas.ClipPath(path, SKClipOperation.Intersect, true);
        _fill.Color = lit ?? colour.To(Palette.Key, .6f);
        _canvas.DrawPath(path, _fill);
        Moved(path, -Light * rim, rim * .5f, colour);
        Moved(path, -Light * shade, shade * .18f, dark.At(.86f));
        _canvas.Restore();
    }

    /// <summary>As <see cref="Form(Outline, SKColor, SKColor, float, float, SKColor?)"/>, with the shaded part given as an outline of its own.</summary>
    public void Form(Outline outline, SKColor colour, SKColor dark, Outline shade, float rim, SKColor lit)
    {
        using var path = Trace(outline, _washWobble);
        using var shaded = Trace(shade, _washWobble);
        _canvas.Save();
        _canvas.ClipPath(path, SKClipOperation.Intersect, true);
        _fill.Color = lit;
        _canvas.DrawPath(path, _fill);
        Moved(path, -Light * rim, rim * .5f, colour);
        Moved(shaded, 0, 0, dark.At(.8f));
        _canvas.Restore();
    }

    /// <summary>Parallel strokes over a box, leaning <paramref name="angle"/> degrees from the horizontal.</summary>
    public void Hatch(float x, float y, float width, float height, int strokes, float angle, float opacity = .3f, float line = 1)
    {
        var lean = MathF.Tan((90 - angle) * MathF.PI / 180);
        var all = new Outline();
        for (var k = 0; k < strokes; k++)
        {
            var at = x + width * k / strokes + _dice.Jitter(width / strokes * .3f);
            var length = height * _dice.Between(.65f, 1);
            var top = y + _dice.Jitter(3);
            all.M(at + lean * length * .5f, top).L(at - lean * length * .5f, top + length);
        }
        Ink(all, line, opacity, twice: false);
    }

    /// <summary>Light spreading from a point.</summary>
    public void Glow(float x, float y, float radius, float strength = .9f, SKColor? colour = null)
    {
        var at = View.Map(new Spot(x, y));
        var light = colour ?? Palette.Key;
        radius *= View.Zoom;
        using var shader = SKShader.CreateRadialGradient(
            new SKPoint(at.X, at.Y),
            MathF.Max(1, radius),
            [light.At(strength), light.At(strength * .5f), light.At(strength * .14f), light.At(0)],
            [0, .25f, .6f, 1],
            SKShaderTileMode.Clamp);
        Screen(shader, p => _canvas.DrawCircle(at.X, at.Y, radius, p));
    }

    /// <summary>A wedge of light from a point toward an angle in degrees (0 right, 90 down).</summary>
    public void Beam(float x, float y, float angle, float spread, float length, float strength)
    {
        var at = View.Map(new Spot(x, y));
        float a = angle * MathF.PI / 180, s = spread * MathF.PI / 180;
        using var shader = SKShader.CreateLinearGradient(
            new SKPoint(at.X, at.Y),
            new SKPoint(at.X + length * MathF.Cos(a), at.Y + length * MathF.Sin(a)),
            [Palette.Key.At(strength), Palette.Key.At(strength * .33f), Palette.Key.At(0)],
            [0, .45f, 1],
            SKShaderTileMode.Clamp);
        using var builder = new SKPathBuilder();
        builder.AddPoly(
            [
                new SKPoint(at.X, at.Y),
                new SKPoint(at.X + length * MathF.Cos(a - s), at.Y + length * MathF.Sin(a - s)),
                new SKPoint(at.X + length * MathF.Cos(a + s), at.Y + length * MathF.Sin(a + s)),
            ],
            true);
        using var path = builder.Detach();
        Screen(shader, p => _canvas.DrawPath(path, p));
    }

    private void Screen(SKShader shader, Action<SKPaint> draw)
    {
        _fill.Color = SKColors.Black;
        _fill.Shader = shader;
        _fill.BlendMode = SKBlendMode.Screen;
        draw(_fill);
        _fill.Shader = null;
        _fill.BlendMode = SKBlendMode.SrcOver;
    }

    private void Moved(SKPath path, float dx, float dy, SKColor colour)
    {
        _canvas.Save();
        _canvas.Translate(dx, dy);
        _fill.Color = colour;
        _canvas.DrawPath(path, _fill);
        _canvas.Restore();
    }

    private SKPath Trace(Outline outline, Wobble wobble)
    {
        using var builder = new SKPathBuilder();
        var points = new List<SKPoint>(64);
        foreach (var contour in outline.Contours)
        {
            points.Clear();
            var last = View.Map(contour.Points[0]);
            Add(points, wobble.Move(last));
            var count = contour.Points.Count + (contour.Closed ? 1 : 0);
            for (var k = 1; k < count; k++)
            {
                var next = View.Map(contour.Points[k % contour.Points.Count]);
                float dx = next.X - last.X, dy = next.Y - last.Y;
                // Far-off corners (a floor running out of the frame) need no fine steps.
                var parts = Math.Clamp((int)(MathF.Sqrt(dx * dx + dy * dy) / LongestStep) + 1, 1, 200);
                for (var part = 1; part <= parts; part++)
                    Add(points, wobble.Move(new Spot(last.X + dx * part / parts, last.Y + dy * part / parts)));
                last = next;
            }
            builder.AddPoly(points.ToArray(), contour.Closed);
        }
        return builder.Detach();

        static void Add(List<SKPoint> points, Spot p) => points.Add(new SKPoint(p.X, p.Y));
    }
}
