using Director.Infrastructure.Providers.Sketch.Drawing;
using Director.Infrastructure.Providers.Sketch.Reading;
using Director.Infrastructure.Providers.Sketch.Sets;
using SkiaSharp;

namespace Director.Infrastructure.Providers.Sketch.Finish;

/// <summary>What falls or drifts before the whole picture.</summary>
internal static class Weather
{
    public static void Draw(Stage stage)
    {
        if (stage.Reading.Interior)
            return;
        switch (stage.Reading.Weather)
        {
            case SketchWeather.Rain: Rain(stage, 66, 14, .34f); break;
            case SketchWeather.Storm: Rain(stage, 90, 20, .36f); Wind(stage); break;
            case SketchWeather.Fog: Fog(stage); break;
            case SketchWeather.Snow: Snow(stage); break;
            case SketchWeather.Wind: Wind(stage); break;
            default: break;
        }
    }

    private static void Rain(Stage stage, int count, float angle, float opacity)
    {
        var lean = MathF.Tan(angle * MathF.PI / 180);
        var rain = new Outline();
        for (var k = 0; k < count; k++)
        {
            float x = stage.Take.Between(-30, stage.Width + 40), y = stage.Take.Between(-30, stage.Height),
                length = stage.Take.Between(14, 46);
            rain.M(x, y).L(x - lean * length, y + length);
        }
        stage.Pen.Ink(rain, 1, opacity, stage.Palette.SkyLow.To(SKColors.White, .5f), twice: false);
    }

    private static void Fog(Stage stage)
    {
        var colour = stage.Palette.SkyLow.To(SKColors.White, .18f);
        var w = stage.Width;
        foreach (var (row, deep, strength) in new[] { (0f, 62f, .5f), (26f, 44f, .4f), (64f, 58f, .3f), (-34f, 40f, .34f) })
        {
            var y = stage.Horizon + row + stage.Take.Jitter(6);
            var band = Outline.Box(-60, y - deep / 2, w + 120, deep);
            stage.Pen.Veil(band, (0, y - deep / 2), (0, y + deep / 2), colour.At(0), colour.At(strength), colour.At(0));
        }
    }

    private static void Snow(Stage stage)
    {
        var (small, large) = (new Outline(), new Outline());
        for (var k = 0; k < 150; k++)
        {
            float x = stage.Take.Between(0, stage.Width), y = stage.Take.Between(0, stage.Height);
            (k % 4 == 0 ? large : small).M(x, y).L(x + .8f, y + 1f);
        }
        var white = SKColors.White.To(stage.Palette.SkyLow, .15f);
        stage.Pen.Ink(small, 1.9f, .65f, white, twice: false);
        stage.Pen.Ink(large, 3.6f, .7f, white, twice: false);
    }

    private static void Wind(Stage stage)
    {
        for (var k = 0; k < 6; k++)
        {
            float x = stage.Take.Between(0, stage.Width * .82f), y = stage.Take.Between(20, stage.Height * .7f),
                w = stage.Take.Between(60, 150);
            stage.Pen.Ink(new Outline().M(x, y).Q(x + w * .5f, y - 12 + stage.Take.Jitter(5), x + w, y + stage.Take.Jitter(5))
                .Q(x + w + 14, y + 4, x + w + 9, y + 10).Q(x + w + 3, y + 16, x + w - 4, y + 10),
                1.1f, .42f, stage.Palette.SkyLow.To(SKColors.White, .4f));
        }
    }
}
