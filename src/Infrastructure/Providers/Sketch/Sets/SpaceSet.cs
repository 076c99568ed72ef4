using Director.Infrastructure.Providers.Sketch.Drawing;

namespace Director.Infrastructure.Providers.Sketch.Sets;

/// <summary>The ground of another world under a large planet.</summary>
internal sealed class SpaceSet : ISet
{
    public void Draw(Stage stage)
    {
        var (pen, p, w, h, hz, dice) = (stage.Pen, stage.Palette, stage.Width, stage.Height, stage.Horizon, stage.Scene);
        pen.Blend(Outline.Box(-w, -h, w * 3, h * 3), (0, 0), (0, hz), p.SkyTop.To(p.Ink, .75f), p.SkyTop.To(p.Ink, .45f),
            p.SkyTop.To(p.SkyLow, .3f));
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
        pen.Ink(Outline.Oval(x, y, r, r).And(new Outline().M(x - r * .95f, y - r * .2f).Q(x, y + r * .06f, x + r * .95f, y - r * .25f))
            .And(new Outline().M(x - r * .9f, y + r * .35f).Q(x, y + r * .6f, x + r * .9f, y + r * .3f)), 1.3f, .55f);
        if (dice.Chance(.5f))
            pen.Ink(new Outline().M(x - r * 1.7f, y + r * .3f)
                .C(x - r * .8f, y + r * .75f, x + r * 1.2f, y + r * .2f, x + r * 1.7f, y - r * .35f), 2.4f, .6f, tone.To(p.Key, .4f));
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
