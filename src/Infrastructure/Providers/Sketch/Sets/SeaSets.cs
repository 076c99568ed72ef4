using Director.Infrastructure.Providers.Sketch.Drawing;
using Director.Infrastructure.Providers.Sketch.Reading;

namespace Director.Infrastructure.Providers.Sketch.Sets;

/// <summary>A coast, with the lighthouse and a boat where the words name them.</summary>
internal sealed class CoastSet(bool open) : ISet
{
    public void Draw(Stage stage)
    {
        var (pen, p, w, h, hz) = (stage.Pen, stage.Palette, stage.Width, stage.Height, stage.Horizon);
        var tower = stage.Reading.Has(SketchProp.Lighthouse);
        var lit = tower && !stage.Reading.Has(SketchProp.Unlit) && stage.Reading.Time != SketchTime.Day;
        var near = stage.Reading.Angle is SketchAngle.High && stage.Reading.Size is SketchSize.ExtremeWide;
        var x = stage.LandmarkX + stage.Take.Jitter(w * .05f);
        Sky.Draw(stage, 6);
        Sky.Sea(stage, lit && !near ? x : stage.Reading.Time is SketchTime.Dawn or SketchTime.Dusk or SketchTime.Night ? w - x : null);
        if (!lit && stage.Reading.Time is SketchTime.Dawn or SketchTime.Dusk && !lit)
            pen.Glow(w - x, hz - 4, h * .45f, .7f);
        var shore = p.Far.To(p.SkyLow, .3f);
        if (!open)
        {
            var left = stage.Side > 0 ? 1 : -1;
            float Sx(float share) => w / 2 + left * (share - .5f) * w;
            var cape = new Outline().M(Sx(1.1f), hz + 2).L(Sx(1.06f), hz - h * .08f).Q(Sx(.94f), hz - h * .13f, Sx(.86f), hz - h * .07f).Q(Sx(.78f), hz - h * .035f, Sx(.66f), hz + 2).Z();
            pen.Wash(cape, shore, .9f);
            pen.Ink(cape, 1.2f, .5f);
        }
        var landing = stage.Reading.People.Count > 0 && stage.Reading.Size is (SketchSize.Wide or SketchSize.ExtremeWide) && !(tower && near);
        if (tower && near)
            Headland(stage, lit);
        else if (tower)
            Island(stage, x, lit);
        else if (!open)
            Cliffs(stage);
        if (stage.Reading.Has(SketchProp.Boat) || open || stage.Scene.Chance(.3f))
        {
            var d = stage.Take.Between(2.6f, 3.6f);
            var far = stage.Reading.Size == SketchSize.ExtremeWide && stage.Reading.Angle != SketchAngle.High;
            Pieces.Skiff(stage, near || landing ? w * .63f : w - x + stage.Take.Jitter(w * .06f), far ? hz + h * .13f : MathF.Min(stage.Row(d), hz + h * .2f), far ? h * .2f : h * .14f);
        }
        if (landing)
            Landing(stage);
    }

    /// <summary>What the people stand on: a deck at sea, a grassy ledge on the coast.</summary>
    private void Landing(Stage stage)
    {
        var (pen, p, w, h) = (stage.Pen, stage.Palette, stage.Width, stage.Height);
        var row = h * stage.FeetShare - (stage.Reading.Size == SketchSize.Wide ? h * .10f : h * .045f);
        if (open)
        {
            var deck = p.Mid.To(p.Local(0x8a6a48), .4f);
            pen.Blend(Outline.Poly((-w * .2f, row + h * .03f), (w * .5f, row - h * .02f), (w * 1.2f, row + h * .03f), (w * 1.2f, h * 1.2f), (-w * .2f, h * 1.2f)), (0, row), (0, h), deck.To(p.SkyLow, .15f), deck.To(p.Near, .4f));
            var planks = new Outline();
            for (var k = -8; k <= 8; k++)
                planks.M(w * (.5f + k * .07f), row).L(w * (.5f + k * .16f), h * 1.1f);
            pen.Ink(planks, 1.1f, .35f, twice: false);
            var tall = stage.FigureHeight * .5f;
            var rail = new Outline().M(-w * .2f, row + h * .03f - tall).Q(w * .5f, row - h * .03f - tall, w * 1.2f, row + h * .03f - tall);
            var posts = new Outline();
            for (var k = 0; k <= 8; k++)
                posts.M(w * k / 8, row + h * .02f).L(w * k / 8, row - tall);
            pen.Ink(posts, 2, .8f);
            pen.Ink(rail.And(rail.Shift(0, tall * .45f)), 2.6f, .85f);
            return;
        }
        var grass = p.Mid.To(p.Local(0x7b7c58), .5f);
        var ledge = new Outline().M(-w * .1f, row + h * .02f).Q(w * .2f, row - h * .035f, w * .46f, row + h * .005f).Q(w * .7f, row - h * .02f, w * 1.1f, row + h * .03f);
        pen.Blend(ledge.Shift(0, 0).L(w * 1.1f, h * 1.2f).L(-w * .1f, h * 1.2f).Z(), (0, row), (0, h), grass.To(p.SkyLow, .12f), grass.To(p.Near, .5f));
        pen.Ink(ledge, 1.5f, .65f);
        pen.Hatch(w * .05f, row + h * .02f, w * .9f, h * .05f, 40, 62, .25f);
        Pieces.Rock(stage, w * (.5f - stage.Side * .36f), row + h * .06f, h * .22f, h * .07f, p.Near.To(p.Mid, .4f), stage.Scene);
    }

    private static void Island(Stage stage, float x, bool lit)
    {
        var (pen, p, h, hz) = (stage.Pen, stage.Palette, stage.Height, stage.Horizon);
        var size = h * (stage.Reading.Size == SketchSize.ExtremeWide ? .45f : .34f);
        if (stage.Reading.Angle == SketchAngle.High)
            size = MathF.Min(size, hz * 1.5f);
        var s = size / 150;
        Lighthouse.Draw(stage, x, hz - 20 * s, size, lit, stage.Side > 0 ? -8 : 188);
        var rock = Outline.Open((x - 124 * s, hz + 8), (x - 98 * s, hz - 9 * s), (x - 42 * s, hz - 29 * s), (x + 12 * s, hz - 27 * s), (x + 54 * s, hz - 21 * s), (x + 98 * s, hz - 4 * s), (x + 142 * s, hz + 8));
        pen.Wash(rock.Shift(0, 0).Z(), p.Near);
        pen.Ink(rock, 1.5f, .75f);
        pen.Hatch(x - 30 * s, hz - 18 * s, 110 * s, 22 * s, 16, 50, .4f);
        if (lit)
            pen.Glow(x, hz + 6, size * .7f, .25f);
    }

    private static void Headland(Stage stage, bool lit)
    {
        var (pen, p, w, h) = (stage.Pen, stage.Palette, stage.Width, stage.Height);
        var m = stage.Side < 0 ? 1 : -1;
        float X(float share) => stage.Side < 0 ? share * w : w - share * w;
        var land = Outline.Open((X(-.1f), h * .71f), (X(.0f), h * .64f), (X(.08f), h * .675f), (X(.14f), h * .61f), (X(.23f), h * .71f), (X(.33f), h * .755f), (X(.41f), h * .87f), (X(.47f), h * 1.15f));
        pen.Wash(land.Shift(0, 0).L(X(-.1f), h * 1.2f).Z(), p.Near);
        pen.Ink(land, 1.6f, .75f);
        pen.Hatch(MathF.Min(X(.03f), X(.34f)), h * .71f, w * .31f, h * .24f, 24, 50, .4f);
        stage.Footing = new Spot(X(.285f), h * .755f);
        Lighthouse.Draw(stage, X(.15f), h * .69f, h * .585f, lit, lit ? (m > 0 ? -8 : 188) : null);
    }

    private static void Cliffs(Stage stage)
    {
        var (pen, p, w, h, hz) = (stage.Pen, stage.Palette, stage.Width, stage.Height, stage.Horizon);
        var top = hz - h * stage.Scene.Between(.16f, .28f);
        float X(float share) => stage.Side > 0 ? w * (.46f - share) : w * (.54f + share);
        var cliff = Outline.Open((X(.62f), top - h * .03f), (X(.36f), top), (X(.24f), top + h * .02f), (X(.19f), top + h * .09f), (X(.12f), top + h * .13f), (X(.08f), hz + 3), (X(-.02f), hz + h * .03f));
        var tone = p.Mid.To(p.Local(0x7d7263), .3f);
        pen.Form(cliff.Shift(0, 0).L(X(.62f), hz + h * .06f).Z(), tone, tone.To(p.Ink, .5f), w * .06f, 3, tone.To(p.Key, .3f));
        pen.Ink(cliff, 1.5f, .75f);
        pen.Hatch(MathF.Min(X(.1f), X(.44f)), top + h * .05f, w * .34f, hz - top - h * .05f, 20, 76, .3f);
    }
}

/// <summary>A quay with houses, bollards and a moored boat.</summary>
internal sealed class HarbourSet : ISet
{
    public void Draw(Stage stage)
    {
        var (pen, p, w, h, hz) = (stage.Pen, stage.Palette, stage.Width, stage.Height, stage.Horizon);
        Sky.Draw(stage, 5);
        var town = -stage.Side;
        if (stage.Reading.Has(SketchProp.Lighthouse) && stage.Reading.Size is not SketchSize.Wide)
            Lighthouse.Draw(stage, w * (.5f - town * .36f), hz + 2, h * .33f, stage.Reading.Time != SketchTime.Day && !stage.Reading.Has(SketchProp.Unlit), null);
        Sky.Sea(stage);
        float X(float share) => town < 0 ? share * w : w - share * w;
        var lights = stage.Dark ? .45f : .05f;
        // The row of houses comes nearer toward its edge of the frame.
        var at = 0f;
        for (var k = 0; at < .58f; k++)
        {
            var span = stage.Scene.Between(.085f, .14f) * (1 - at * .55f);
            var high = (hz - h * .10f) * (1 - at * 1.05f) * stage.Scene.Between(.42f, .66f);
            var m = span * w / 6;
            Pieces.House(stage, MathF.Min(X(at - .03f), X(at + span - .03f)), hz + 8 * (1 - at), m, 6, MathF.Max(3, high / m), p.Far.To(p.Local(stage.Scene.Pick<uint>(0x8a7a68, 0x75808a, 0x8f6f60, 0x7c8276)), .42f).To(p.Mid, .3f), lights);
            at += span + stage.Scene.Between(0, .012f);
        }
        var quay = Outline.Poly((X(-.4f), h * 1.4f), (X(-.4f), hz + 8), (X(.56f), hz + 6), (X(.63f), hz + 6), (X(.8f), h * 1.4f));
        var stone = p.Mid.To(p.SkyLow, .22f);
        pen.Blend(quay, (0, hz), (0, h), stone.To(p.SkyLow, .2f), stone, stone.To(p.Near, .45f));
        var joints = new Outline();
        for (var k = 0; k < 9; k++)
            joints.M(X(.565f + k * .008f), hz + 6).L(X(-.35f + k * .14f), h * 1.2f);
        for (var k = 0; k < 9; k++)
        {
            var t = k * k / 81f;
            joints.M(X(-.1f), hz + 10 + (h - hz) * t).L(X(.63f + .1f * t), hz + 10 + (h - hz) * t + stage.Take.Jitter(2));
        }
        pen.Ink(joints, 1.1f, .36f, twice: false);
        pen.Ink(Outline.Open((X(.63f), hz + 6), (X(.8f), h * 1.4f)), 1.6f, .7f);
        MooredBoat(stage, X);
        for (var k = 0; k < 4; k++)
        {
            var t = MathF.Pow(.16f + k * .24f, 1.4f);
            float x = X(.61f + .1f * t), y = hz + 10 + (h - hz) * t, size = 8 + 40 * t;
            pen.Wash(Outline.Box(x - size * .26f, y - size * .9f, size * .52f, size * .9f), p.Near);
            pen.Wash(Outline.Box(x - size * .38f, y - size * 1.05f, size * .76f, size * .24f), p.Ink);
        }
    }

    private static void MooredBoat(Stage stage, Func<float, float> x)
    {
        var (pen, p, h, hz) = (stage.Pen, stage.Palette, stage.Height, stage.Horizon);
        var y = hz + (h - hz) * .52f;
        pen.Ink(Outline.Open((x(.89f), y + 10), (x(.89f), hz - h * .36f)).And(Outline.Open((x(.89f), hz - h * .34f), (x(.75f), y))).And(Outline.Open((x(.89f), hz - h * .34f), (x(1.04f), y - 4)))
            .And(Outline.Open((x(.83f), hz - h * .08f), (x(.955f), hz - h * .08f))), 1.9f, .85f);
        var hull = new Outline().M(x(.72f), y).Q(x(.88f), y + h * .11f, x(1.12f), y - h * .02f).L(x(1.1f), y + h * .2f).Q(x(.88f), y + h * .25f, x(.76f), y + h * .17f).Z();
        pen.Form(hull, p.Near.To(p.Local(0x4e6e86), .16f), p.Ink, h * .08f, 3, p.Near.To(p.Key, .3f));
        pen.Ink(hull, 1.6f, .8f);
        pen.Hatch(MathF.Min(x(.8f), x(1.02f)), y + h * .06f, stage.Width * .22f, h * .11f, 14, 52, .35f);
    }
}

/// <summary>Sand, surf and dunes.</summary>
internal sealed class BeachSet : ISet
{
    public void Draw(Stage stage)
    {
        var (pen, p, w, h, hz) = (stage.Pen, stage.Palette, stage.Width, stage.Height, stage.Horizon);
        Sky.Draw(stage, 5);
        Sky.Sea(stage, stage.Reading.Time is SketchTime.Dawn or SketchTime.Dusk ? stage.LandmarkX : null);
        var line = hz + (h - hz) * .34f;
        float X(float share) => stage.Side > 0 ? share * w : w - share * w;
        var sand = p.Local(0xb89f78).To(p.Mid, .15f);
        var shore = new Outline().M(X(-.1f), line + h * .12f).C(X(.3f), line + h * .1f, X(.5f), line - h * .02f, X(.72f), line + h * .01f).Q(X(.9f), line + h * .03f, X(1.1f), line - h * .02f);
        pen.Wash(shore.Shift(0, -5), p.Pale, .5f);
        pen.Blend(shore.Shift(0, 0).L(X(1.1f), h * 1.3f).L(X(-.1f), h * 1.3f).Z(), (0, line), (0, h), sand.To(p.SkyLow, .3f), sand, sand.To(p.Near, .5f));
        pen.Ink(shore, 1.3f, .5f, p.Pale);
        pen.Ink(shore.Shift(0, 4), 1, .35f);
        var dune = new Outline().M(X(.58f), h * .84f).Q(X(.72f), line - h * .06f, X(.9f), line - h * .05f).Q(X(1f), line - h * .02f, X(1.2f), line);
        pen.Wash(dune.Shift(0, 0).L(X(1.2f), h).Z(), sand.To(p.Near, .3f));
        pen.Ink(dune, 1.4f, .6f);
        Pieces.Tufts(stage, 26, .35f);
    }
}
