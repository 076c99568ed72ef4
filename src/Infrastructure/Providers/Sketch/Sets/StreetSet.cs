using Director.Infrastructure.Providers.Sketch.Drawing;
using Director.Infrastructure.Providers.Sketch.Reading;

namespace Director.Infrastructure.Providers.Sketch.Sets;

/// <summary>A street between two rows of houses that close toward a vanishing point.</summary>
internal sealed class StreetSet : ISet
{
    public void Draw(Stage stage)
    {
        var (pen, p, w, h, hz) = (stage.Pen, stage.Palette, stage.Width, stage.Height, stage.Horizon);
        Sky.Draw(stage, 4);
        var vanish = w * (.5f - stage.Side * .1f);
        Sky.Ridge(stage, hz + 2, h * .14f, 4, p.Far.To(p.SkyLow, .3f), stage.Scene, .35f);
        Sky.Ground(stage, 0x77746e);
        foreach (var side in new[] { -1f, 1f })
            Row(stage, vanish, side);
        var lines = new Outline();
        foreach (var edge in new[] { -.62f, .62f })
            lines.M(vanish, hz).L(vanish + edge * w * 1.5f, h * 1.2f);
        foreach (var edge in new[] { -.5f, .5f })
            lines.M(vanish, hz).L(vanish + edge * w * 1.5f, h * 1.2f);
        pen.Ink(lines, 1.3f, .5f, twice: false);
        for (var k = 0; k < 5; k++)
        {
            float a = 1.25f + k * k * .5f, b = a * 1.28f;
            float ya = stage.Row(a), yb = stage.Row(b), wa = (ya - hz) * .035f, wb = (yb - hz) * .035f;
            float shift = stage.Side * -.02f;
            pen.Wash(Outline.Poly((vanish + (ya - hz) * shift - wa, ya), (vanish + (ya - hz) * shift + wa, ya),
                (vanish + (yb - hz) * shift + wb, yb), (vanish + (yb - hz) * shift - wb, yb)), p.Pale, .35f);
        }
        var half = (stage.Row(2.2f) - hz) * .95f;
        Pieces.LampPost(stage, vanish - stage.Side * half, stage.Row(2.2f), stage.Metre(2.2f), stage.Dark);
        Pieces.LampPost(stage, vanish + stage.Side * (stage.Row(4f) - hz) * 1.05f, stage.Row(4f), stage.Metre(4f), stage.Dark);
        if (stage.Reading.Has(SketchProp.Car) || stage.Scene.Chance(.4f))
            Pieces.Car(stage, vanish - stage.Side * (stage.Row(3.2f) - hz) * .9f, stage.Row(3.2f), stage.Metre(3.2f),
                p.Local(stage.Scene.Pick<uint>(0x5d6f7c, 0x7d5048, 0x8a8678, 0x4f5b52)), stage.Dark);
        if (stage.Reading.Weather is SketchWeather.Rain or SketchWeather.Storm && stage.Dark)
            pen.Glow(vanish, hz + (h - hz) * .5f, w * .3f, .16f);
    }

    private static void Row(Stage stage, float vanish, float side)
    {
        var (pen, p, w, h, hz, dice) = (stage.Pen, stage.Palette, stage.Width, stage.Height, stage.Horizon, stage.Scene);
        // Distance from the axis at a depth: the kerb runs to the vanishing point.
        float X(float d) => vanish + side * w * .78f / d;
        for (var d = 7.4f; d > .8f;)
        {
            var next = d * dice.Between(.58f, .72f);
            var metres = dice.Between(6.5f, 13) * (stage.Reading.Size == SketchSize.ExtremeWide ? 1.3f : 1);
            float high = metres * w * .1f / d, highNear = metres * w * .1f / next;
            float foot = hz + (h * .72f) * .8f / d * (1 - hz / h) * 1.5f, footNear = hz + (h * .72f) * .8f / next * (1 - hz / h) * 1.5f;
            float x = X(d), near = X(next);
            var tone = p.Depth(d + 1).To(p.Local(dice.Pick<uint>(0x9a7060, 0x8a8474, 0x77808a, 0xa08a68, 0x6f6660)), .5f);
            var front = Outline.Poly((x, foot), (x, hz - high), (near, hz - highNear), (near, footNear));
            var lit = side * stage.KeySide < 0;
            pen.Wash(front, lit ? tone.To(p.Key, .1f) : tone.To(p.Near, .38f));
            pen.Ink(Outline.Open((x, foot), (x, hz - high), (near, hz - highNear), (near, footNear)), 1.2f, .65f);
            pen.Ink(Outline.Open((x, hz - high * 1.0f + 3), (near, hz - highNear + 5)), 1, .4f, twice: false);
            Windows(stage, x, near, high, highNear, metres, d > 5 ? 2 : d > 2.6f ? 3 : 5);
            if (!lit)
                pen.Hatch(MathF.Min(x, near) + 3, hz - MathF.Min(high, highNear) * .9f, MathF.Abs(near - x) * .8f, high * .8f, 8, 76, .2f);
            d = next;
        }
    }

    private static void Windows(Stage stage, float x, float near, float high, float highNear, float metres, int across)
    {
        var (pen, p, hz, dice) = (stage.Pen, stage.Palette, stage.Horizon, stage.Scene);
        var floors = Math.Max(2, (int)(metres / 3));
        for (var row = 0; row < floors; row++)
        {
            for (var k = 0; k < across; k++)
            {
                float ta = (k + .25f) / across, tb = (k + .72f) / across;
                float v0 = 1 - (row + .25f) / floors, v1 = 1 - (row + .75f) / floors;
                float xa = x + (near - x) * ta, xb = x + (near - x) * tb;
                float ha = high + (highNear - high) * ta, hb = high + (highNear - high) * tb;
                var lit = stage.Dark && dice.Chance(.42f);
                pen.Wash(Outline.Poly((xa, hz - ha * v0), (xb, hz - hb * v0), (xb, hz - hb * v1), (xa, hz - ha * v1)), lit ? p.Key
                    : p.Near.To(p.SkyTop, .3f), lit ? .82f : .7f);
            }
        }
    }
}
