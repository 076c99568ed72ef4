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
                var share = near ? (k % 2 == 0 ? dice.Between(-.06f, .2f) : dice.Between(.8f, 1.06f))
                    : (k + dice.Between(.1f, .9f)) / count;
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
        Pieces.Rock(stage, w * (.5f - stage.Side * .3f), stage.Row(1.9f), stage.Metre(1.9f) * 1.4f, stage.Metre(1.9f) * .5f, p.Depth(1.8f)
            .To(p.Local(0x6f7560), .35f), dice);
    }

    private static void Trunk(Stage stage, float x, float foot, float wide, SKColor tone)
    {
        var (pen, p, dice) = (stage.Pen, stage.Palette, stage.Scene);
        var lean = dice.Jitter(wide * 1.2f);
        var trunk = new Outline().M(x - wide * .8f, foot)
            .Q(x - wide * .45f, foot - wide * 2, x - wide * .4f + lean * .5f, foot - stage.Height * .5f)
            .L(x - wide * .34f + lean, -stage.Height * .4f)
            .L(x + wide * .34f + lean, -stage.Height * .4f).L(x + wide * .42f + lean * .5f, foot - stage.Height * .5f)
                .Q(x + wide * .5f, foot - wide * 2, x + wide * .9f, foot).Z();
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
