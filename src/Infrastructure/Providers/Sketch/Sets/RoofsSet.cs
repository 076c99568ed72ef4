using Director.Infrastructure.Providers.Sketch.Drawing;
using SkiaSharp;

namespace Director.Infrastructure.Providers.Sketch.Sets;

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
        pen.Ink(Outline.Open((-20, edge - h * .035f), (w + 20, edge - h * .035f))
            .And(Outline.Open((-20, edge + h * .025f), (w + 20, edge + h * .025f))), 1.4f, .7f);
        float x = w * (.5f - stage.Side * .34f), m = stage.Metre(2.6f), foot = stage.Row(2.6f);
        var hut = Outline.Box(x - 1.5f * m, foot - 2.6f * m, 3 * m, 2.6f * m);
        pen.Form(hut, p.Mid.To(p.Local(0x8a6f5c), .4f), p.Near, 1.4f * m, 2.4f);
        pen.Ink(hut, 1.4f, .7f);
        pen.Wash(Outline.Box(x - .5f * m, foot - 2 * m, 1f * m, 2 * m), p.Near);
        float tx = x - stage.Side * -2.6f * m * 0 + stage.Side * -2.4f * m, ty = stage.Row(3.4f), tm = stage.Metre(3.4f);
        pen.Ink(Outline.Open((tx - .9f * tm, ty), (tx - .7f * tm, ty - 2 * tm))
            .And(Outline.Open((tx + .9f * tm, ty), (tx + .7f * tm, ty - 2 * tm))), 2, .8f);
        var tank = Outline.Poly((tx - 1.1f * tm, ty - 2 * tm), (tx - 1.1f * tm, ty - 4 * tm), (tx, ty - 4.9f * tm),
            (tx + 1.1f * tm, ty - 4 * tm), (tx + 1.1f * tm, ty - 2 * tm));
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
                    pen.Wash(Outline.Box(x + 4 + k * 10, foot - high + 6 + row * 13, 4.4f, 6.5f), stage.Dark ? p.Key
                        : p.Near.To(tone, .5f), stage.Dark ? .75f : .5f);
                }
            }
            x += wide + dice.Between(-2, 5);
        }
    }
}
