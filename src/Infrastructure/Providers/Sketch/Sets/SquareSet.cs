using Director.Infrastructure.Providers.Sketch.Drawing;
using Director.Infrastructure.Providers.Sketch.Reading;

namespace Director.Infrastructure.Providers.Sketch.Sets;

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
                Pieces.House(stage, x, foot + dice.Jitter(2), m, wide, dice.Between(4.2f, 6.6f), p.Depth(4)
                    .To(p.Local(dice.Pick<uint>(0xb59a72, 0x9a7a66, 0x8d9488, 0xa8a08c)), .5f), stage.Dark ? .4f : .04f);
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
        pen.Ink(spire.And(Outline.Open((x, foot - h - 7 * m), (x, foot - h - 8.6f * m)))
            .And(Outline.Open((x - .5f * m, foot - h - 7.9f * m), (x + .5f * m, foot - h - 7.9f * m))), 1.2f, .7f);
        pen.Wash(Outline.Oval(x, foot - h * .78f, .9f * m, .9f * m), p.Pale, .85f);
        pen.Ink(Outline.Open((x, foot - h * .78f - .7f * m), (x, foot - h * .78f), (x + .5f * m, foot - h * .78f)), 1, .8f, twice: false);
        pen.Wash(new Outline().M(x - .8f * m, foot).L(x - .8f * m, foot - 2 * m).Q(x, foot - 3.4f * m, x + .8f * m, foot - 2 * m)
            .L(x + .8f * m, foot).Z(), p.Near);
    }
}
