using Director.Infrastructure.Providers.Sketch.Drawing;
using Director.Infrastructure.Providers.Sketch.Reading;

namespace Director.Infrastructure.Providers.Sketch.Sets;

/// <summary>Sky, sea and ground: what every place outdoors begins with.</summary>
internal static class Sky
{
    public static void Draw(Stage stage, int clouds = 6)
    {
        var (pen, p, w) = (stage.Pen, stage.Palette, stage.Width);
        var horizon = stage.Horizon;
        pen.Blend(Outline.Box(-w, -stage.Height, w * 3, stage.Height * 2.2f), (0, -20), (0, horizon + 10), p.SkyTop,
            p.SkyTop.To(p.SkyLow, .25f), p.SkyTop.To(p.SkyLow, .55f), p.SkyLow);
        if (stage.Is(SketchTime.Night) && stage.Reading.Weather is SketchWeather.Clear or SketchWeather.Wind && stage.Is(SketchTime.Night))
            Stars(stage);
        if (stage.Reading.Has(SketchProp.Moon) || (stage.Is(SketchTime.Night) && stage.Reading.Weather == SketchWeather.Clear
            && stage.Scene.Chance(.5f)))
            Moon(stage);
        else if (stage.Reading.Time is SketchTime.Dawn or SketchTime.Dusk && stage.Scene.Chance(.45f))
            pen.Glow(stage.LandmarkX + stage.Take.Jitter(w * .1f), horizon - 6, w * .24f, .6f);
        if (stage.Reading.Weather is SketchWeather.Storm or SketchWeather.Rain)
            clouds += 2;
        for (var k = 0; k < clouds; k++)
            Cloud(stage, k, clouds);
        if (stage.Reading.Has(SketchProp.Bird) || (stage.Is(SketchTime.Day) && stage.Take.Chance(.35f)))
            Birds(stage);
    }

    /// <summary>Water from the horizon down; <paramref name="glitter"/> is where a light stands over it.</summary>
    public static void Sea(Stage stage, float? glitter = null, float? from = null)
    {
        var (pen, p, w, dice) = (stage.Pen, stage.Palette, stage.Width, stage.Take);
        var top = from ?? stage.Horizon;
        pen.Blend(Outline.Box(-w, top, w * 3, stage.Height * 2), (0, top), (0, stage.Height * 1.05f), p.Sea.To(p.SkyLow, .45f), p.Sea,
            p.Sea.To(p.Near, .5f), p.Near.To(p.Sea, .2f));
        pen.Line(-w * .2f, top, w * 1.2f, top + dice.Jitter(1), 1.4f, .65f);
        var waves = new Outline();
        var sparks = new Outline();
        const int rows = 30;
        for (var k = 0; k < rows; k++)
        {
            var t = MathF.Pow(k / (float)rows, 1.7f);
            var y = top + 3 + (stage.Height - top) * t;
            var length = 16 + 130 * t;
            for (var n = 0; n < 3; n++)
            {
                var x = dice.Between(-60, w);
                waves.M(x, y + dice.Jitter(2)).Q(x + length * .25f, y - 1.5f - 3 * t, x + length * dice.Between(.4f, 1),
                    y + dice.Jitter(2));
            }
            if (glitter is not { } at)
                continue;
            at += dice.Jitter(9 + 44 * t);
            sparks.M(at - 5 - 24 * t * dice.Next(), y).L(at + 5 + 24 * t * dice.Next(), y + dice.Jitter(1));
        }
        pen.Ink(waves, 1.1f, .3f, twice: false);
        if (glitter is not null)
            pen.Ink(sparks, 1.9f, .66f, p.Key, twice: false);
    }

    /// <summary>Ground from the horizon down in its own colour, going dark toward the front.</summary>
    public static void Ground(Stage stage, uint colour, float? from = null)
    {
        var (pen, p, w) = (stage.Pen, stage.Palette, stage.Width);
        var top = from ?? stage.Horizon;
        var local = p.Local(colour).To(p.Mid, .28f);
        pen.Blend(Outline.Box(-w, top, w * 3, stage.Height * 2), (0, top), (0, stage.Height), local.To(p.SkyLow, .42f), local,
            local.To(p.Near, .35f), local.To(p.Near, .62f));
        pen.Line(-w * .2f, top, w * 1.2f, top, 1.2f, .5f);
    }

    /// <summary>A far ridge as one wash with its line: rows of hills, woods or roofs.</summary>
    public static void Ridge(Stage stage, float baseRow, float rise, float rough, SkiaSharp.SKColor colour, Dice dice,
        float inkOpacity = .5f)
    {
        var w = stage.Width;
        var line = new Outline().M(-w * .25f, baseRow - rise * dice.Between(.2f, .8f));
        const int steps = 11;
        for (var k = 1; k <= steps; k++)
        {
            var x = -w * .25f + w * 1.5f * k / steps;
            var y = baseRow - rise * dice.Between(.12f, 1);
            line.Q(x - w * .07f + dice.Jitter(rough), y - rise * .16f, x, y);
        }
        var shape = new Outline().And(line.Shift(0, 0));
        shape.L(w * 1.25f, baseRow + 4).L(-w * .25f, baseRow + 4).Z();
        stage.Pen.Wash(shape, colour);
        stage.Pen.Ink(line, 1.2f, inkOpacity);
    }

    private static void Cloud(Stage stage, int k, int count)
    {
        var (pen, p, dice) = (stage.Pen, stage.Palette, stage.Take);
        var y = stage.Horizon * (.06f + .74f * k / count) + dice.Jitter(10);
        var w = stage.Width * dice.Between(.3f, .66f);
        var h = dice.Between(14, 42) * (1 - .5f * k / count);
        var x = dice.Between(-.16f, .84f) * stage.Width;
        var puff = new Outline().M(x, y);
        const int puffs = 7;
        for (var n = 0; n < puffs; n++)
            puff.Q(x + w * (n + .5f) / puffs, y - h * dice.Between(.4f, 1.2f), x + w * (n + 1) / puffs, y + dice.Jitter(5));
        puff.C(x + w * .9f, y + h * .62f, x + w * .66f, y + h * .35f, x + w * .55f, y + h * .28f).Q(x + w * .2f, y + h * .4f, x, y).Z();
        pen.Wash(puff, k < count * .6f ? p.SkyTop.To(p.Ink, .22f) : p.SkyLow.To(p.SkyTop, .55f), .34f);
        if (k < 5)
        {
            pen.Ink(new Outline().M(x + w * .1f, y - h * .2f).Q(x + w * .2f, y - h, x + w * .32f, y - h * .7f)
                .Q(x + w * .42f, y - h * 1.3f, x + w * .56f, y - h * .6f),
                1, .28f);
        }
    }

    private static void Stars(Stage stage)
    {
        var stars = new Outline();
        for (var k = 0; k < 46; k++)
        {
            float x = stage.Take.Between(0, stage.Width), y = stage.Take.Between(0, stage.Horizon * .8f);
            stars.M(x, y).L(x + .6f, y + .4f);
        }
        stage.Pen.Ink(stars, 1.3f, .6f, stage.Palette.Pale.To(SkiaSharp.SKColors.White, .4f), twice: false);
    }

    private static void Moon(Stage stage)
    {
        float x = stage.LandmarkX + stage.Take.Jitter(stage.Width * .12f), y = stage.Horizon * .24f;
        stage.Pen.Glow(x, y, stage.Height * .36f, .5f, stage.Palette.Pale);
        stage.Pen.Wash(Outline.Oval(x, y, stage.Height * .042f, stage.Height * .042f), stage.Palette.Pale.To(stage.Palette.Key, .5f));
    }

    private static void Birds(Stage stage)
    {
        var birds = new Outline();
        float x = stage.Take.Between(.2f, .8f) * stage.Width, y = stage.Horizon * stage.Take.Between(.25f, .5f);
        for (var k = 0; k < 5; k++)
        {
            float bx = x + stage.Take.Jitter(50), by = y + stage.Take.Jitter(20), s = stage.Take.Between(4, 8);
            birds.M(bx - s, by - s * .3f).Q(bx - s * .4f, by - s * .7f, bx, by).Q(bx + s * .4f, by - s * .7f, bx + s, by - s * .3f);
        }
        stage.Pen.Ink(birds, 1.2f, .7f, twice: false);
    }
}
