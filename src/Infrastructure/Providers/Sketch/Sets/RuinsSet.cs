using Director.Infrastructure.Providers.Sketch.Drawing;
using Director.Infrastructure.Providers.Sketch.Reading;

namespace Director.Infrastructure.Providers.Sketch.Sets;

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
        var hill = new Outline().M(x - w * .42f, hz + h * .06f).Q(x - w * .16f, hz - h * .14f, x, hz - h * .13f)
            .Q(x + w * .18f, hz - h * .14f, x + w * .42f, hz + h * .06f).Z();
        var s = h / 334 * (stage.Reading.Angle == SketchAngle.High ? .55f : 1);
        var stone = p.Mid.To(p.Local(0x968c78), .5f);
        foreach (var (dx, wide, tall) in new[] { (-84f, 42f, 96f), (-44f, 88f, 62f), (38f, 50f, 128f), (84f, 34f, 74f) })
        {
            var keep = new Outline().M(x + dx * s, hz - h * .05f).L(x + dx * s, hz - h * .1f - tall * s);
            var teeth = Math.Max(3, (int)(wide / 9));
            for (var k = 0; k < teeth; k++)
            {
                float a = x + (dx + wide * (k + .5f) / teeth) * s, b = x + (dx + wide * (k + 1) / teeth) * s, y = hz - h * .1f - tall * s;
                keep.L(a, y).L(a, y + (k % 2 == 0 ? 7 : 0) * s + (dice.Chance(.15f) ? 14 * s : 0)).L(b, y + (k % 2 == 0 ? 7 : 0) * s)
                    .L(b, y);
            }
            keep.L(x + (dx + wide) * s, hz - h * .05f).Z();
            pen.Form(keep, stone, stone.To(p.Ink, .5f), wide * .45f * s, 2.2f, stone.To(p.Key, .35f));
            pen.Ink(keep, 1.3f, .7f);
            pen.Hatch(x + (dx + (pen.Light < 0 ? wide * .55f : 2)) * s, hz - h * .08f - tall * s, wide * .36f * s, tall * .9f * s, 6, 76,
                .26f);
            pen.Wash(Outline.Box(x + (dx + wide * .42f) * s, hz - h * .1f - tall * .62f * s, 6 * s, 13 * s), stage.Dark && dice.Chance(.5f)
                ? p.Key : p.Near, .9f);
        }
        pen.Form(hill, p.Mid.To(p.Local(0x6f7560), .35f), p.Near, w * .16f, 3);
        pen.Ink(hill, 1.4f, .6f);
        pen.Hatch(x - w * .05f, hz - h * .09f, w * .3f, h * .11f, 22, 52, .3f);
        for (var k = 0; k < 4; k++)
        {
            var d = dice.Between(1.4f, 3.4f);
            Pieces.Rock(stage, w * dice.Between(.02f, .98f), stage.Row(d), stage.Metre(d) * 1.6f, stage.Metre(d) * .7f, p.Depth(d)
                .To(p.Local(0x8a857a), .35f), dice);
        }
        Pieces.Tufts(stage, 34);
    }
}
