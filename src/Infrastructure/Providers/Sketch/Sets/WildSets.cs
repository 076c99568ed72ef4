using Director.Infrastructure.Providers.Sketch.Drawing;
using Director.Infrastructure.Providers.Sketch.Reading;
using SkiaSharp;

namespace Director.Infrastructure.Providers.Sketch.Sets;

/// <summary>A wood: rows of trunks from the haze to the frame.</summary>
internal sealed class ForestSet : ISet
{
    public void Draw(Stage stage)
    {
        var (pen, p, w, h, hz, dice) = (stage.Pen, stage.Palette, stage.Width, stage.Height, stage.Horizon, stage.Scene);
        var pines = dice.Chance(.45f);
        var snow = stage.Reading.Weather == SketchWeather.Snow;
        Sky.Draw(stage, 3);
        Sky.Ridge(stage, hz + 6, h * .34f, 10, p.Far.To(p.SkyLow, .4f).To(p.Local(0x66755c), .2f), dice, .3f);
        Sky.Ground(stage, snow ? 0xcdd3d3u : 0x6c7052u);
        pen.Glow(stage.LandmarkX, hz - h * .1f, h * .5f, stage.Dark ? .16f : .34f);
        for (var d = 8f; d > 1.5f; d *= .8f)
        {
            var near = d < 3.2f;
            var count = near ? 3 : 6;
            var tone = p.Depth(d * .8f).To(p.Local(0x5c5244), near ? .3f : .12f);
            var green = p.Depth(d * .9f).To(p.Local(dice.Pick<uint>(0x5d6b4a, 0x6b7048, 0x4f6455)), .5f);
            for (var k = 0; k < count; k++)
            {
                var share = near ? (k % 2 == 0 ? dice.Between(-.06f, .2f) : dice.Between(.8f, 1.06f)) : (k + dice.Between(.1f, .9f)) / count;
                float x = w * share, y = stage.Row(d * dice.Between(.94f, 1.06f)), m = stage.Metre(d);
                if (pines)
                {
                    Pieces.Pine(stage, x, y, m * dice.Between(7, 11) * (near ? 1.1f : 1), green.To(p.Near, near ? .3f : .1f), dice);
                    continue;
                }
                Trunk(stage, x, y, MathF.Max(3, m * dice.Between(.3f, .55f)), tone);
            }
            if (!pines)
                Crown(stage, d, green, snow);
        }
        Pieces.Tufts(stage, 46, .4f);
        Pieces.Rock(stage, w * (.5f - stage.Side * .3f), stage.Row(1.9f), stage.Metre(1.9f) * 1.4f, stage.Metre(1.9f) * .5f, p.Depth(1.8f).To(p.Local(0x6f7560), .35f), dice);
    }

    private static void Trunk(Stage stage, float x, float foot, float wide, SKColor tone)
    {
        var (pen, p, dice) = (stage.Pen, stage.Palette, stage.Scene);
        var lean = dice.Jitter(wide * 1.2f);
        var trunk = new Outline().M(x - wide * .8f, foot).Q(x - wide * .45f, foot - wide * 2, x - wide * .4f + lean * .5f, foot - stage.Height * .5f).L(x - wide * .34f + lean, -stage.Height * .4f)
            .L(x + wide * .34f + lean, -stage.Height * .4f).L(x + wide * .42f + lean * .5f, foot - stage.Height * .5f).Q(x + wide * .5f, foot - wide * 2, x + wide * .9f, foot).Z();
        pen.Form(trunk, tone, tone.To(p.Ink, .55f), wide * .5f, MathF.Max(1, wide * .07f), tone.To(p.Key, .35f));
        pen.Ink(trunk, 1.2f, .6f);
        if (wide > 12)
            pen.Hatch(pen.Light < 0 ? x : x - wide * .4f, foot - stage.Height * .6f, wide * .4f, stage.Height * .5f, 5, 85, .3f);
    }

    private static void Crown(Stage stage, float d, SKColor green, bool bare)
    {
        if (bare)
            return;
        var (pen, p, w, dice) = (stage.Pen, stage.Palette, stage.Width, stage.Scene);
        var y = stage.Horizon - stage.Height * .62f / MathF.Max(1, d * .36f);
        for (var k = 0; k < 4; k++)
        {
            var x = w * (k + dice.Between(0, 1)) / 4;
            var blob = Pieces.Blob(x, y + dice.Jitter(18), w * dice.Between(.12f, .2f), stage.Height * dice.Between(.06f, .13f), 9, dice);
            pen.Form(blob, green, green.To(p.Ink, .4f), 16, 2.2f, green.To(p.Key, .2f));
            pen.Ink(blob, 1, .35f);
        }
    }
}

/// <summary>Peaks behind a valley.</summary>
internal sealed class MountainSet : ISet
{
    public void Draw(Stage stage)
    {
        var (pen, p, w, h, hz, dice) = (stage.Pen, stage.Palette, stage.Width, stage.Height, stage.Horizon, stage.Scene);
        Sky.Draw(stage, 4);
        var room = MathF.Max(h * .3f, hz);
        Peaks(stage, hz + 3, room * .7f, p.Far.To(p.SkyLow, .5f), 4, true);
        Peaks(stage, hz + 8, room * .46f, p.Far.To(p.Mid, .4f), 5, true);
        Peaks(stage, hz + 12, room * .2f, p.Mid.To(p.Local(0x6a7360), .3f), 7, false);
        Sky.Ground(stage, stage.Reading.Weather == SketchWeather.Snow ? 0xcdd3d3u : 0x7c7d66u, hz + 10);
        for (var k = 0; k < 9; k++)
        {
            var d = 5.4f / (1 + k * .22f);
            Pieces.Pine(stage, w * (stage.Side > 0 ? dice.Between(-.02f, .42f) : dice.Between(.58f, 1.02f)), stage.Row(d), stage.Metre(d) * dice.Between(4, 7), p.Depth(d).To(p.Local(0x4f6455), .45f), dice);
        }
        for (var k = 0; k < 3; k++)
        {
            var d = dice.Between(1.3f, 2.6f);
            Pieces.Rock(stage, w * (.5f + stage.Side * dice.Between(.22f, .5f)), stage.Row(d), stage.Metre(d) * 2, stage.Metre(d) * .9f, p.Depth(d).To(p.Local(0x8a857a), .35f), dice);
        }
        Pieces.Tufts(stage, 30, .35f);
        _ = pen;
    }

    private static void Peaks(Stage stage, float foot, float rise, SKColor tone, int count, bool snow)
    {
        var (pen, p, w, dice) = (stage.Pen, stage.Palette, stage.Width, stage.Scene);
        for (var k = 0; k < count; k++)
        {
            float x = w * (k + dice.Between(.1f, .9f)) / count, high = rise * dice.Between(.55f, 1), half = high * dice.Between(.9f, 1.3f);
            var left = new Outline().M(x - half, foot).L(x - half * .62f, foot - high * .34f).L(x - half * .4f, foot - high * .5f).L(x - half * .16f, foot - high * .88f).L(x, foot - high);
            var ridge = left.L(x + half * .14f, foot - high * .8f).L(x + half * .34f, foot - high * .62f).L(x + half * .66f, foot - high * .26f).L(x + half, foot);
            var body = ridge.Shift(0, 0).Z();
            pen.Wash(body, tone);
            var away = -stage.KeySide;
            pen.Wash(Outline.Poly((x, foot - high), (x + away * half * .2f, foot - high * .74f), (x + away * half * .5f, foot - high * .42f), (x + away * half * .95f, foot), (x + away * half * .1f, foot), (x - away * half * .06f, foot - high * .45f), (x + away * half * .06f, foot - high * .7f)), tone.To(p.Near, .32f), .7f);
            if (snow)
                pen.Wash(Outline.Poly((x, foot - high), (x + half * .13f, foot - high * .8f), (x + half * .05f, foot - high * .74f), (x - half * .02f, foot - high * .8f), (x - half * .1f, foot - high * .72f), (x - half * .15f, foot - high * .84f)), p.Pale, .75f);
            pen.Ink(ridge, 1.3f, .55f);
            pen.Hatch(x + (away > 0 ? .06f : -.4f) * half, foot - high * .6f, half * .34f, high * .5f, 9, 62, .22f);
        }
    }
}

/// <summary>A road running to the horizon.</summary>
internal sealed class RoadSet : ISet
{
    public void Draw(Stage stage)
    {
        var (pen, p, w, h, hz, dice) = (stage.Pen, stage.Palette, stage.Width, stage.Height, stage.Horizon, stage.Scene);
        Sky.Draw(stage, 5);
        Sky.Ridge(stage, hz + 3, h * .12f, 12, p.Far.To(p.SkyLow, .35f), dice, .4f);
        Sky.Ground(stage, stage.Reading.Weather == SketchWeather.Snow ? 0xcdd3d3u : dice.Pick<uint>(0xa08f68, 0x7d7f5c, 0x8f8a70));
        var vanish = w * (.5f - stage.Side * .08f);
        var tar = p.Mid.To(p.Local(0x5d5f60), .5f);
        pen.Form(Outline.Poly((vanish - 3, hz + 1), (vanish + 3, hz + 1), (vanish + w * .62f, h * 1.15f), (vanish - w * .62f, h * 1.15f)), tar, tar.To(p.Near, .4f), w * .3f, 3);
        pen.Ink(Outline.Open((vanish - 3, hz), (vanish - w * .62f, h * 1.15f)).And(Outline.Open((vanish + 3, hz), (vanish + w * .62f, h * 1.15f))), 1.5f, .65f);
        for (var d = 1.05f; d < 9; d *= 1.42f)
        {
            float ya = stage.Row(d), yb = stage.Row(d * 1.18f), wa = (ya - hz) * .03f, wb = (yb - hz) * .03f;
            pen.Wash(Outline.Poly((vanish - wa, ya), (vanish + wa, ya), (vanish + wb, yb), (vanish - wb, yb)), p.Pale, .55f);
        }
        var wires = new Outline();
        float lastX = 0, lastY = 0;
        for (var d = 7f; d > 1.2f; d *= .62f)
        {
            float x = vanish - stage.Side * w * .72f / d, y = stage.Row(d), m = stage.Metre(d);
            var top = y - 6.2f * m;
            pen.Ink(Outline.Open((x, y), (x, top)).And(Outline.Open((x - .9f * m, top + .5f * m), (x + .9f * m, top + .5f * m))), MathF.Max(1.3f, .12f * m), .85f);
            if (lastY != 0)
                wires.M(lastX, lastY).Q((lastX + x) / 2, (lastY + top) / 2 + 8, x, top + .5f * m);
            (lastX, lastY) = (x, top + .5f * m);
        }
        pen.Ink(wires, 1, .55f, twice: false);
        if (stage.Reading.Has(SketchProp.Car) || dice.Chance(.6f))
            Pieces.Car(stage, vanish - stage.Side * w * .1f, stage.Row(3f), stage.Metre(3f), p.Local(dice.Pick<uint>(0x7d5048, 0x5d6f7c, 0x8f8a60)), stage.Dark);
        Pieces.Tufts(stage, 24, .35f);
    }
}

/// <summary>A river or a lake with its banks and a bridge.</summary>
internal sealed class RiverSet : ISet
{
    public void Draw(Stage stage)
    {
        var (pen, p, w, h, hz, dice) = (stage.Pen, stage.Palette, stage.Width, stage.Height, stage.Horizon, stage.Scene);
        Sky.Draw(stage, 5);
        Sky.Ridge(stage, hz + 2, h * .16f, 12, p.Far.To(p.SkyLow, .4f), dice, .35f);
        Sky.Ridge(stage, hz + 5, h * .08f, 8, p.Far.To(p.Local(0x66755c), .4f), dice, .45f);
        Sky.Sea(stage, stage.Reading.Time is SketchTime.Dawn or SketchTime.Dusk ? stage.LandmarkX : null, hz + 3);
        Bridge(stage);
        float X(float share) => stage.Side > 0 ? w * (1 - share) : w * share;
        var grass = p.Mid.To(p.Local(0x77805a), .45f);
        var bank = new Outline().M(X(-.1f), hz + h * .10f).C(X(.2f), hz + h * .12f, X(.42f), hz + (h - hz) * .5f, X(.62f), h * 1.1f);
        pen.Form(bank.Shift(0, 0).L(X(-.1f), h * 1.1f).Z(), grass, grass.To(p.Near, .6f), w * .2f, 3, grass.To(p.Key, .3f));
        pen.Ink(bank, 1.5f, .6f);
        var d = 2.6f;
        Pieces.Tree(stage, X(.06f), stage.Row(d), stage.Metre(d) * 7, p.Depth(d), stage.Reading.Weather == SketchWeather.Snow ? null : p.Depth(d).To(p.Local(0x6f7d4f), .5f), dice);
        if (stage.Reading.Has(SketchProp.Boat))
            Pieces.Skiff(stage, X(.72f), stage.Row(3), h * .14f, false);
        var reeds = new Outline();
        for (var k = 0; k < 26; k++)
        {
            float x = X(stage.Take.Between(.3f, .7f)), y = stage.Row(stage.Take.Between(1.02f, 1.3f)), s = stage.Take.Between(18, 44);
            reeds.M(x, y).Q(x, y - s * .6f, x + stage.Take.Jitter(9), y - s);
        }
        pen.Ink(reeds, 1.3f, .5f, twice: false);
    }

    private static void Bridge(Stage stage)
    {
        var (pen, p, w, h, hz) = (stage.Pen, stage.Palette, stage.Width, stage.Height, stage.Horizon);
        var stone = p.Far.To(p.Local(0x8f8878), .5f);
        var top = hz - h * .06f;
        var deck = new Outline().M(-w * .1f, top + h * .015f).Q(w * .5f, top - h * .05f, w * 1.1f, top + h * .015f).L(w * 1.1f, top + h * .055f).L(w * 1.1f, hz + h * .07f);
        for (var k = 5; k >= 0; k--)
        {
            float a = w * (k * .2f + .08f), b = w * (k * .2f - .08f);
            deck.L(a, hz + h * .07f).C(a, top + h * .02f, b, top + h * .02f, b, hz + h * .07f);
        }
        deck.L(-w * .1f, hz + h * .07f).Z();
        pen.Form(deck, stone, stone.To(p.Ink, .45f), 8, 2.4f, stone.To(p.Key, .35f));
        pen.Ink(deck, 1.3f, .65f);
    }
}

/// <summary>A castle or a ruin on its hill.</summary>
internal sealed class RuinsSet : ISet
{
    public void Draw(Stage stage)
    {
        var (pen, p, w, h, hz, dice) = (stage.Pen, stage.Palette, stage.Width, stage.Height, stage.Horizon, stage.Scene);
        Sky.Draw(stage, 6);
        Sky.Ridge(stage, hz + 3, h * .13f, 12, p.Far.To(p.SkyLow, .4f), dice, .35f);
        Sky.Ground(stage, 0x7c7d62);
        var x = stage.LandmarkX;
        var hill = new Outline().M(x - w * .42f, hz + h * .06f).Q(x - w * .16f, hz - h * .14f, x, hz - h * .13f).Q(x + w * .18f, hz - h * .14f, x + w * .42f, hz + h * .06f).Z();
        var s = h / 334 * (stage.Reading.Angle == SketchAngle.High ? .55f : 1);
        var stone = p.Mid.To(p.Local(0x968c78), .5f);
        foreach (var (dx, wide, tall) in new[] { (-84f, 42f, 96f), (-44f, 88f, 62f), (38f, 50f, 128f), (84f, 34f, 74f) })
        {
            var keep = new Outline().M(x + dx * s, hz - h * .05f).L(x + dx * s, hz - h * .1f - tall * s);
            var teeth = Math.Max(3, (int)(wide / 9));
            for (var k = 0; k < teeth; k++)
            {
                float a = x + (dx + wide * (k + .5f) / teeth) * s, b = x + (dx + wide * (k + 1) / teeth) * s, y = hz - h * .1f - tall * s;
                keep.L(a, y).L(a, y + (k % 2 == 0 ? 7 : 0) * s + (dice.Chance(.15f) ? 14 * s : 0)).L(b, y + (k % 2 == 0 ? 7 : 0) * s).L(b, y);
            }
            keep.L(x + (dx + wide) * s, hz - h * .05f).Z();
            pen.Form(keep, stone, stone.To(p.Ink, .5f), wide * .45f * s, 2.2f, stone.To(p.Key, .35f));
            pen.Ink(keep, 1.3f, .7f);
            pen.Hatch(x + (dx + (pen.Light < 0 ? wide * .55f : 2)) * s, hz - h * .08f - tall * s, wide * .36f * s, tall * .9f * s, 6, 76, .26f);
            pen.Wash(Outline.Box(x + (dx + wide * .42f) * s, hz - h * .1f - tall * .62f * s, 6 * s, 13 * s), stage.Dark && dice.Chance(.5f) ? p.Key : p.Near, .9f);
        }
        pen.Form(hill, p.Mid.To(p.Local(0x6f7560), .35f), p.Near, w * .16f, 3);
        pen.Ink(hill, 1.4f, .6f);
        pen.Hatch(x - w * .05f, hz - h * .09f, w * .3f, h * .11f, 22, 52, .3f);
        for (var k = 0; k < 4; k++)
        {
            var d = dice.Between(1.4f, 3.4f);
            Pieces.Rock(stage, w * dice.Between(.02f, .98f), stage.Row(d), stage.Metre(d) * 1.6f, stage.Metre(d) * .7f, p.Depth(d).To(p.Local(0x8a857a), .35f), dice);
        }
        Pieces.Tufts(stage, 34);
    }
}

/// <summary>The ground of another world under a large planet.</summary>
internal sealed class SpaceSet : ISet
{
    public void Draw(Stage stage)
    {
        var (pen, p, w, h, hz, dice) = (stage.Pen, stage.Palette, stage.Width, stage.Height, stage.Horizon, stage.Scene);
        pen.Blend(Outline.Box(-w, -h, w * 3, h * 3), (0, 0), (0, hz), p.SkyTop.To(p.Ink, .75f), p.SkyTop.To(p.Ink, .45f), p.SkyTop.To(p.SkyLow, .3f));
        var stars = new Outline();
        for (var k = 0; k < 90; k++)
        {
            float sx = stage.Take.Between(0, w), sy = stage.Take.Between(0, hz);
            stars.M(sx, sy).L(sx + .7f, sy + .4f);
        }
        pen.Ink(stars, 1.4f, .7f, p.Pale, twice: false);
        float x = stage.LandmarkX, y = hz * .5f, r = MathF.Min(hz * .4f, w * .17f);
        var tone = p.Local(dice.Pick<uint>(0xa8714a, 0x6f8797, 0x8c7a9a, 0x8a9a70)).To(p.SkyTop, .1f);
        pen.Glow(x, y, r * 1.8f, .25f, tone);
        pen.Form(Outline.Oval(x, y, r, r), tone, tone.To(p.Ink, .7f), r * .75f, 3, tone.To(p.Key, .5f));
        pen.Ink(Outline.Oval(x, y, r, r).And(new Outline().M(x - r * .95f, y - r * .2f).Q(x, y + r * .06f, x + r * .95f, y - r * .25f)).And(new Outline().M(x - r * .9f, y + r * .35f).Q(x, y + r * .6f, x + r * .9f, y + r * .3f)), 1.3f, .55f);
        if (dice.Chance(.5f))
            pen.Ink(new Outline().M(x - r * 1.7f, y + r * .3f).C(x - r * .8f, y + r * .75f, x + r * 1.2f, y + r * .2f, x + r * 1.7f, y - r * .35f), 2.4f, .6f, tone.To(p.Key, .4f));
        Sky.Ridge(stage, hz + 3, h * .12f, 8, p.Mid.To(tone, .2f), dice, .5f);
        Sky.Ground(stage, 0x8a857d);
        for (var k = 0; k < 7; k++)
        {
            var d = dice.Between(1.2f, 5);
            float cx = w * dice.Next(), cy = stage.Row(d), m = stage.Metre(d) * dice.Between(.8f, 1.8f);
            pen.Wash(Outline.Oval(cx, cy, m, m * .22f), p.Near, .5f);
            pen.Ink(Outline.Oval(cx, cy, m, m * .22f), 1.1f, .5f);
        }
        Pieces.Rock(stage, w * (.5f - stage.Side * .36f), stage.Row(1.8f), stage.Metre(1.8f) * 2, stage.Metre(1.8f), p.Depth(1.8f), dice);
    }
}
