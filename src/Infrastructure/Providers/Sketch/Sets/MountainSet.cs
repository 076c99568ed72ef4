using Director.Infrastructure.Providers.Sketch.Drawing;
using Director.Infrastructure.Providers.Sketch.Reading;
using SkiaSharp;

namespace Director.Infrastructure.Providers.Sketch.Sets;

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
            Pieces.Pine(stage, w * (stage.Side > 0 ? dice.Between(-.02f, .42f) : dice.Between(.58f, 1.02f)), stage.Row(d),
                stage.Metre(d) * dice.Between(4, 7), p.Depth(d).To(p.Local(0x4f6455), .45f), dice);
        }
        for (var k = 0; k < 3; k++)
        {
            var d = dice.Between(1.3f, 2.6f);
            Pieces.Rock(stage, w * (.5f + stage.Side * dice.Between(.22f, .5f)), stage.Row(d), stage.Metre(d) * 2, stage.Metre(d) * .9f,
                p.Depth(d).To(p.Local(0x8a857a), .35f), dice);
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
            var left = new Outline().M(x - half, foot).L(x - half * .62f, foot - high * .34f).L(x - half * .4f, foot - high * .5f)
                .L(x - half * .16f, foot - high * .88f).L(x, foot - high);
            var ridge = left.L(x + half * .14f, foot - high * .8f).L(x + half * .34f, foot - high * .62f)
                .L(x + half * .66f, foot - high * .26f).L(x + half, foot);
            var body = ridge.Shift(0, 0).Z();
            pen.Wash(body, tone);
            var away = -stage.KeySide;
            pen.Wash(Outline.Poly((x, foot - high), (x + away * half * .2f, foot - high * .74f),
                (x + away * half * .5f, foot - high * .42f), (x + away * half * .95f, foot), (x + away * half * .1f, foot),
                (x - away * half * .06f, foot - high * .45f), (x + away * half * .06f, foot - high * .7f)), tone.To(p.Near, .32f), .7f);
            if (snow)
                pen.Wash(Outline.Poly((x, foot - high), (x + half * .13f, foot - high * .8f), (x + half * .05f, foot - high * .74f),
                    (x - half * .02f, foot - high * .8f), (x - half * .1f, foot - high * .72f), (x - half * .15f, foot - high * .84f)),
                    p.Pale, .75f);
            pen.Ink(ridge, 1.3f, .55f);
            pen.Hatch(x + (away > 0 ? .06f : -.4f) * half, foot - high * .6f, half * .34f, high * .5f, 9, 62, .22f);
        }
    }
}
