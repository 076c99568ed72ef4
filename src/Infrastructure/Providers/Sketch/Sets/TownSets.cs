using Director.Infrastructure.Providers.Sketch.Drawing;
using Director.Infrastructure.Providers.Sketch.Reading;
using SkiaSharp;

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
            pen.Wash(Outline.Poly((vanish + (ya - hz) * shift - wa, ya), (vanish + (ya - hz) * shift + wa, ya), (vanish + (yb - hz) * shift + wb, yb), (vanish + (yb - hz) * shift - wb, yb)), p.Pale, .35f);
        }
        var half = (stage.Row(2.2f) - hz) * .95f;
        Pieces.LampPost(stage, vanish - stage.Side * half, stage.Row(2.2f), stage.Metre(2.2f), stage.Dark);
        Pieces.LampPost(stage, vanish + stage.Side * (stage.Row(4f) - hz) * 1.05f, stage.Row(4f), stage.Metre(4f), stage.Dark);
        if (stage.Reading.Has(SketchProp.Car) || stage.Scene.Chance(.4f))
            Pieces.Car(stage, vanish - stage.Side * (stage.Row(3.2f) - hz) * .9f, stage.Row(3.2f), stage.Metre(3.2f), p.Local(stage.Scene.Pick<uint>(0x5d6f7c, 0x7d5048, 0x8a8678, 0x4f5b52)), stage.Dark);
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
                pen.Wash(Outline.Poly((xa, hz - ha * v0), (xb, hz - hb * v0), (xb, hz - hb * v1), (xa, hz - ha * v1)), lit ? p.Key : p.Near.To(p.SkyTop, .3f), lit ? .82f : .7f);
            }
        }
    }
}

/// <summary>A village square: houses round an open place, a church or a well as its landmark.</summary>
internal sealed class SquareSet : ISet
{
    public void Draw(Stage stage)
    {
        var (pen, p, w, hz, dice) = (stage.Pen, stage.Palette, stage.Width, stage.Horizon, stage.Scene);
        Sky.Draw(stage, 5);
        Sky.Ridge(stage, hz + 4, stage.Height * .12f, 6, p.Far.To(p.SkyLow, .35f), dice, .35f);
        Sky.Ground(stage, 0x9a8f7a);
        var d = stage.Reading.Size == SketchSize.ExtremeWide ? 3.1f : 6.2f;
        float m = stage.Metre(d), foot = stage.Row(d);
        Tower(stage, stage.LandmarkX, foot - m * .4f, MathF.Min(m, (hz - 12) / 17f));
        for (var x = -w * .06f; x < w * 1.02f;)
        {
            var wide = dice.Between(5, 8.5f);
            if (MathF.Abs(x + wide * m / 2 - stage.LandmarkX) > wide * m * .52f)
                Pieces.House(stage, x, foot + dice.Jitter(2), m, wide, dice.Between(4.2f, 6.6f), p.Depth(4).To(p.Local(dice.Pick<uint>(0xb59a72, 0x9a7a66, 0x8d9488, 0xa8a08c)), .5f), stage.Dark ? .4f : .04f);
            x += wide * m * dice.Between(1f, 1.12f);
        }
        var stones = new Outline();
        for (var k = 0; k < 60; k++)
        {
            var depth = stage.Take.Between(1.02f, 4.5f);
            float x = stage.Take.Between(-10, w), y = stage.Row(depth), s = 16 / depth;
            stones.M(x, y).Q(x + s * .5f, y - s * .22f, x + s, y);
        }
        pen.Ink(stones, 1, .32f, twice: false);
        Pieces.LampPost(stage, w * (.5f + stage.Side * .4f), stage.Row(2.6f), stage.Metre(2.6f), stage.Dark);
    }

    private static void Tower(Stage stage, float x, float foot, float m)
    {
        var (pen, p) = (stage.Pen, stage.Palette);
        var tone = p.Depth(5).To(p.Local(0xb0a68e), .5f);
        float w = 4 * m, h = 10 * m;
        var body = Outline.Box(x - w / 2, foot - h, w, h);
        pen.Form(body, tone, tone.To(p.Ink, .45f), w * .5f, 2, tone.To(p.Key, .4f));
        pen.Ink(body, 1.2f, .6f);
        var spire = Outline.Poly((x - w * .58f, foot - h), (x, foot - h - 7 * m), (x + w * .58f, foot - h));
        pen.Form(spire, tone.To(p.Near, .5f), tone.To(p.Ink, .7f), w * .4f, 2);
        pen.Ink(spire.And(Outline.Open((x, foot - h - 7 * m), (x, foot - h - 8.6f * m))).And(Outline.Open((x - .5f * m, foot - h - 7.9f * m), (x + .5f * m, foot - h - 7.9f * m))), 1.2f, .7f);
        pen.Wash(Outline.Oval(x, foot - h * .78f, .9f * m, .9f * m), p.Pale, .85f);
        pen.Ink(Outline.Open((x, foot - h * .78f - .7f * m), (x, foot - h * .78f), (x + .5f * m, foot - h * .78f)), 1, .8f, twice: false);
        pen.Wash(new Outline().M(x - .8f * m, foot).L(x - .8f * m, foot - 2 * m).Q(x, foot - 3.4f * m, x + .8f * m, foot - 2 * m).L(x + .8f * m, foot).Z(), p.Near);
    }
}

/// <summary>A flat roof above the skyline of a city.</summary>
internal sealed class RoofsSet : ISet
{
    public void Draw(Stage stage)
    {
        var (pen, p, w, h, hz) = (stage.Pen, stage.Palette, stage.Width, stage.Height, stage.Horizon);
        Sky.Draw(stage, 5);
        Skyline(stage, hz + h * .03f, h * .24f, p.Far.To(p.SkyLow, .25f), .3f);
        Skyline(stage, hz + h * .08f, h * .30f, p.Mid.To(p.Far, .3f), .4f);
        var edge = hz + h * .085f;
        pen.Blend(Outline.Box(-w, edge, w * 3, h * 2), (0, edge), (0, h), p.Mid.To(p.Local(0x7d766c), .4f), p.Near.To(p.Mid, .3f));
        var wall = Outline.Box(-w, edge - h * .035f, w * 3, h * .06f);
        pen.Form(wall, p.Mid.To(p.Near, .4f), p.Ink, 4, 2);
        pen.Ink(Outline.Open((-20, edge - h * .035f), (w + 20, edge - h * .035f)).And(Outline.Open((-20, edge + h * .025f), (w + 20, edge + h * .025f))), 1.4f, .7f);
        float x = w * (.5f - stage.Side * .34f), m = stage.Metre(2.6f), foot = stage.Row(2.6f);
        var hut = Outline.Box(x - 1.5f * m, foot - 2.6f * m, 3 * m, 2.6f * m);
        pen.Form(hut, p.Mid.To(p.Local(0x8a6f5c), .4f), p.Near, 1.4f * m, 2.4f);
        pen.Ink(hut, 1.4f, .7f);
        pen.Wash(Outline.Box(x - .5f * m, foot - 2 * m, 1f * m, 2 * m), p.Near);
        float tx = x - stage.Side * -2.6f * m * 0 + stage.Side * -2.4f * m, ty = stage.Row(3.4f), tm = stage.Metre(3.4f);
        pen.Ink(Outline.Open((tx - .9f * tm, ty), (tx - .7f * tm, ty - 2 * tm)).And(Outline.Open((tx + .9f * tm, ty), (tx + .7f * tm, ty - 2 * tm))), 2, .8f);
        var tank = Outline.Poly((tx - 1.1f * tm, ty - 2 * tm), (tx - 1.1f * tm, ty - 4 * tm), (tx, ty - 4.9f * tm), (tx + 1.1f * tm, ty - 4 * tm), (tx + 1.1f * tm, ty - 2 * tm));
        pen.Form(tank, p.Mid.To(p.Local(0x6d4d31), .4f), p.Near, tm, 2);
        pen.Ink(tank, 1.3f, .7f);
        pen.Ink(Outline.Open((w * .5f, stage.Row(1.2f)), (w * .5f + stage.Side * w * .3f, stage.Row(3f))), 1, .3f);
    }

    private static void Skyline(Stage stage, float foot, float tall, SKColor tone, float lit)
    {
        var (pen, p, w, dice) = (stage.Pen, stage.Palette, stage.Width, stage.Scene);
        for (var x = -w * .06f; x < w * 1.05f;)
        {
            float wide = dice.Between(.05f, .11f) * w, high = tall * dice.Between(.35f, 1.05f);
            var block = Outline.Box(x, foot - high, wide, high);
            pen.Wash(block, tone.To(p.SkyTop, dice.Next() * .2f));
            pen.Ink(Outline.Open((x, foot), (x, foot - high), (x + wide, foot - high), (x + wide, foot)), 1.1f, .45f);
            if (dice.Chance(.3f))
                pen.Line(x + wide / 2, foot - high, x + wide / 2, foot - high - tall * .2f, 1.1f, .5f);
            for (var row = 0; row < (int)(high / 13); row++)
            {
                for (var k = 0; k < (int)(wide / 10); k++)
                {
                    if (!dice.Chance(stage.Dark ? lit + .15f : .5f))
                        continue;
                    pen.Wash(Outline.Box(x + 4 + k * 10, foot - high + 6 + row * 13, 4.4f, 6.5f), stage.Dark ? p.Key : p.Near.To(tone, .5f), stage.Dark ? .75f : .5f);
                }
            }
            x += wide + dice.Between(-2, 5);
        }
    }
}

/// <summary>A railway platform with its canopy and, where named, a train.</summary>
internal sealed class PlatformSet : ISet
{
    public void Draw(Stage stage)
    {
        var (pen, p, w, h, hz) = (stage.Pen, stage.Palette, stage.Width, stage.Height, stage.Horizon);
        Sky.Draw(stage, 4);
        Sky.Ridge(stage, hz + 3, h * .1f, 5, p.Far.To(p.SkyLow, .3f), stage.Scene, .4f);
        Sky.Ground(stage, 0x756c60);
        var side = -stage.Side;
        float v = w * (.5f + side * .12f);
        float X(float share, float y) => v + (share * side * w) * (y - hz) / (h - hz);
        var rails = new Outline();
        foreach (var rail in new[] { .18f, .34f, .62f, .8f })
            rails.M(v, hz).L(X(rail, h * 1.2f), h * 1.2f);
        var ties = new Outline();
        for (var d = 1f; d < 9; d *= 1.2f)
        {
            var y = stage.Row(d);
            ties.M(X(.14f, y), y).L(X(.38f, y), y).M(X(.58f, y), y).L(X(.84f, y), y);
        }
        pen.Ink(ties, 3, .4f, p.Near, twice: false);
        pen.Ink(rails, 2, .8f);
        var slab = p.Mid.To(p.Local(0xa39a8a), .4f);
        pen.Form(Outline.Poly((v, hz + 1), (X(.04f, h * 1.2f), h * 1.2f), (v - side * w * 2.2f, h * 1.2f), (v - side * w * 1.2f, hz + h * .06f)), slab, slab.To(p.Near, .5f), w * .3f, 3);
        pen.Ink(Outline.Open((v, hz + 1), (X(.04f, h * 1.2f), h * 1.2f)), 2, .8f);
        pen.Ink(Outline.Open((v, hz + 1), (X(-.04f, h * 1.2f), h * 1.2f)), 2.4f, .5f, p.Key.To(slab, .3f));
        if (stage.Reading.Has(SketchProp.Train) || stage.Scene.Chance(.5f))
            Train(stage, v, side);
        for (var d = 6.4f; d > 2.1f; d *= .66f)
        {
            float y = stage.Row(d), x = v - side * w * .62f / d, m = stage.Metre(d), top = MathF.Max(-20, y - 4.6f * m);
            pen.Wash(Outline.Box(x - .12f * m, top, .24f * m, y - top), p.Near);
            pen.Ink(Outline.Open((x, top + .8f * m), (x + side * 1.1f * m, top)).And(Outline.Open((x, top + .8f * m), (x - side * 1.1f * m, top))), MathF.Max(1.4f, .1f * m), .85f);
            if (stage.Dark)
                pen.Glow(x + side * .5f * m, top + .6f * m, 2.2f * m, .6f);
        }
    }

    private static void Train(Stage stage, float v, float side)
    {
        var (pen, p, w, h, hz) = (stage.Pen, stage.Palette, stage.Width, stage.Height, stage.Horizon);
        var tone = p.Local(stage.Scene.Pick<uint>(0x4f6354, 0x6d3d3a, 0x4a5d73)).To(p.Near, .25f);
        float far = 5.2f, near = 1.7f;
        float X(float d) => v + side * w * .24f / d * 1.6f;
        float Top(float d) => hz - h * .34f / d;
        float Foot(float d) => hz + (h - hz) * .62f / d;
        var flank = Outline.Poly((X(far), Foot(far)), (X(far), Top(far)), (X(near), Top(near)), (X(near), Foot(near)));
        pen.Wash(flank, tone.To(p.Near, .3f));
        var face = Outline.Poly((X(near), Foot(near)), (X(near), Top(near)), (X(near) + side * w * .17f, Top(near)), (X(near) + side * w * .17f, Foot(near)));
        pen.Form(face, tone, tone.To(p.Ink, .5f), w * .08f, 3, tone.To(p.Key, .4f));
        pen.Ink(flank.And(face), 1.5f, .8f);
        pen.Wash(Outline.Box(MathF.Min(X(near), X(near) + side * w * .17f) + w * .025f, Top(near) + h * .04f, w * .12f, h * .085f), stage.Dark ? p.Key : p.Near.To(p.SkyTop, .4f), .85f);
        for (var d = 4.6f; d > near * 1.08f; d *= .82f)
            pen.Wash(Outline.Poly((X(d), Top(d) * .7f + Foot(d) * .3f), (X(d), Top(d) * .45f + Foot(d) * .55f), (X(d * .88f), Top(d * .88f) * .45f + Foot(d * .88f) * .55f), (X(d * .88f), Top(d * .88f) * .7f + Foot(d * .88f) * .3f)), stage.Dark ? p.Key : p.Pale, .75f);
        pen.Glow(X(near) + side * w * .085f, Foot(near) - h * .05f, h * .2f, stage.Dark ? .85f : .35f);
    }
}
