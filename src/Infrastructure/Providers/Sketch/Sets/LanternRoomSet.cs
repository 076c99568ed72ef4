using Director.Infrastructure.Providers.Sketch.Drawing;
using Director.Infrastructure.Providers.Sketch.Reading;

namespace Director.Infrastructure.Providers.Sketch.Sets;

/// <summary>The lantern room: the great lens behind its glass, the sea below.</summary>
internal sealed class LanternRoomSet : ISet
{
    public void Draw(Stage stage)
    {
        var (pen, p, w, h) = (stage.Pen, stage.Palette, stage.Width, stage.Height);
        Sky.Draw(stage, 3);
        Sky.Sea(stage);
        var bars = p.Near;
        for (var k = -1; k <= 6; k++)
        {
            var x = w * (.04f + k * .19f);
            pen.Wash(Outline.Box(x - 5, -h, 10, h * 3), bars);
            pen.Ink(Outline.Open((x - 5, -20), (x - 5, h)).And(Outline.Open((x + 5, -20), (x + 5, h))), 1.2f, .6f);
        }
        foreach (var y in new[] { .12f, .7f })
            pen.Wash(Outline.Box(-w, h * y, w * 3, 8), bars);
        pen.Blend(Outline.Box(-w, h * .845f, w * 3, h), (0, h * .84f), (0, h), p.Near.To(p.Mid, .3f), p.Near);
        pen.Ink(Outline.Open((-20, h * .845f), (w + 20, h * .845f)), 1.8f, .8f);
        float cx = w * (.5f + stage.Side * .02f), cy = h * .45f, rx = h * .335f, ry = h * .383f;
        if (stage.Width < stage.Height)
            (rx, ry) = (w * .3f, w * .34f);
        var glass = p.Local(0xb9c6c4).To(p.SkyLow, .4f);
        pen.Form(Outline.Oval(cx, cy, rx, ry), glass, p.Mid.To(p.SkyTop, .3f), rx, 6, p.Key);
        pen.Glow(cx, cy, rx * 1.2f, stage.Reading.Has(SketchProp.Unlit) ? .2f : .8f);
        var rings = new Outline();
        foreach (var s in new[] { .2f, .34f, .5f, .66f, .82f, .98f })
            rings.And(Outline.Oval(cx, cy, rx * s, ry * s));
        pen.Ink(rings, 1.6f, .7f);
        var spokes = new Outline();
        for (var k = 0; k < 20; k++)
        {
            float a = k * MathF.Tau / 20, c = MathF.Cos(a), s = MathF.Sin(a);
            spokes.M(cx + rx * .21f * c, cy + ry * .21f * s).L(cx + rx * .98f * c, cy + ry * .98f * s);
        }
        pen.Ink(spokes, 1, .35f, twice: false);
        pen.Solid(Outline.Poly((cx - rx * .5f, cy + ry * .92f), (cx + rx * .5f, cy + ry * .92f), (cx + rx * .62f, cy + ry * 1.26f),
            (cx - rx * .62f, cy + ry * 1.26f)), p.Near, 1.6f, .85f);
        stage.FigureReach = .29f;
    }
}
