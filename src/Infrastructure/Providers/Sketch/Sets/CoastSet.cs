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
            var cape = new Outline().M(Sx(1.1f), hz + 2).L(Sx(1.06f), hz - h * .08f).Q(Sx(.94f), hz - h * .13f, Sx(.86f), hz - h * .07f)
                .Q(Sx(.78f), hz - h * .035f, Sx(.66f), hz + 2).Z();
            pen.Wash(cape, shore, .9f);
            pen.Ink(cape, 1.2f, .5f);
        }
        var landing = stage.Reading.People.Count > 0 && stage.Reading.Size is (SketchSize.Wide or SketchSize.ExtremeWide)
            && !(tower && near);
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
            Pieces.Skiff(stage, near || landing ? w * .63f : w - x + stage.Take.Jitter(w * .06f), far ? hz + h * .13f
                : MathF.Min(stage.Row(d), hz + h * .2f), far ? h * .2f : h * .14f);
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
            pen.Blend(Outline.Poly((-w * .2f, row + h * .03f), (w * .5f, row - h * .02f), (w * 1.2f, row + h * .03f), (w * 1.2f, h * 1.2f),
                (-w * .2f, h * 1.2f)), (0, row), (0, h), deck.To(p.SkyLow, .15f), deck.To(p.Near, .4f));
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
        var ledge = new Outline().M(-w * .1f, row + h * .02f).Q(w * .2f, row - h * .035f, w * .46f, row + h * .005f)
            .Q(w * .7f, row - h * .02f, w * 1.1f, row + h * .03f);
        pen.Blend(ledge.Shift(0, 0).L(w * 1.1f, h * 1.2f).L(-w * .1f, h * 1.2f)
            .Z(), (0, row), (0, h), grass.To(p.SkyLow, .12f), grass.To(p.Near, .5f));
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
        var rock = Outline.Open((x - 124 * s, hz + 8), (x - 98 * s, hz - 9 * s), (x - 42 * s, hz - 29 * s), (x + 12 * s, hz - 27 * s),
            (x + 54 * s, hz - 21 * s), (x + 98 * s, hz - 4 * s), (x + 142 * s, hz + 8));
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
        var land = Outline.Open((X(-.1f), h * .71f), (X(.0f), h * .64f), (X(.08f), h * .675f), (X(.14f), h * .61f), (X(.23f), h * .71f),
            (X(.33f), h * .755f), (X(.41f), h * .87f), (X(.47f), h * 1.15f));
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
        var cliff = Outline.Open((X(.62f), top - h * .03f), (X(.36f), top), (X(.24f), top + h * .02f), (X(.19f), top + h * .09f),
            (X(.12f), top + h * .13f), (X(.08f), hz + 3), (X(-.02f), hz + h * .03f));
        var tone = p.Mid.To(p.Local(0x7d7263), .3f);
        pen.Form(cliff.Shift(0, 0).L(X(.62f), hz + h * .06f).Z(), tone, tone.To(p.Ink, .5f), w * .06f, 3, tone.To(p.Key, .3f));
        pen.Ink(cliff, 1.5f, .75f);
        pen.Hatch(MathF.Min(X(.1f), X(.44f)), top + h * .05f, w * .34f, hz - top - h * .05f, 20, 76, .3f);
    }
}
