using Director.Infrastructure.Providers.Sketch.Drawing;
using Director.Infrastructure.Providers.Sketch.Reading;

namespace Director.Infrastructure.Providers.Sketch.Sets;

/// <summary>A road running to the horizon.</summary>
internal sealed class RoadSet : ISet
{
    public void Draw(Stage stage)
    {
        var (pen, p, w, h, hz, dice) = (stage.Pen, stage.Palette, stage.Width, stage.Height, stage.Horizon, stage.Scene);
        Sky.Draw(stage, 5);
        Sky.Ridge(stage, hz + 3, h * .12f, 12, p.Far.To(p.SkyLow, .35f), dice, .4f);
        Sky.Ground(stage, stage.Reading.Weather == SketchWeather.Snow ? 0xcdd3d3u : dice.Pick<uint>(0xa08f68, 0x7d7f5c, 0x8f8a70));
        var vanish = w * (.5f - stage.Side * .08f);
        var tar = p.Mid.To(p.Local(0x5d5f60), .5f);
        pen.Form(Outline.Poly((vanish - 3, hz + 1), (vanish + 3, hz + 1), (vanish + w * .62f, h * 1.15f), (vanish - w * .62f, h * 1.15f)),
            tar, tar.To(p.Near, .4f), w * .3f, 3);
        pen.Ink(Outline.Open((vanish - 3, hz), (vanish - w * .62f, h * 1.15f))
            .And(Outline.Open((vanish + 3, hz), (vanish + w * .62f, h * 1.15f))), 1.5f, .65f);
        for (var d = 1.05f; d < 9; d *= 1.42f)
        {
            float ya = stage.Row(d), yb = stage.Row(d * 1.18f), wa = (ya - hz) * .03f, wb = (yb - hz) * .03f;
            pen.Wash(Outline.Poly((vanish - wa, ya), (vanish + wa, ya), (vanish + wb, yb), (vanish - wb, yb)), p.Pale, .55f);
        }
        var wires = new Outline();
        float lastX = 0, lastY = 0;
        for (var d = 7f; d > 1.2f; d *= .62f)
        {
            float x = vanish - stage.Side * w * .72f / d, y = stage.Row(d), m = stage.Metre(d);
            var top = y - 6.2f * m;
            pen.Ink(Outline.Open((x, y), (x, top)).And(Outline.Open((x - .9f * m, top + .5f * m), (x + .9f * m, top + .5f * m))),
                MathF.Max(1.3f, .12f * m), .85f);
            if (lastY != 0)
                wires.M(lastX, lastY).Q((lastX + x) / 2, (lastY + top) / 2 + 8, x, top + .5f * m);
            (lastX, lastY) = (x, top + .5f * m);
        }
        pen.Ink(wires, 1, .55f, twice: false);
        if (stage.Reading.Has(SketchProp.Car) || dice.Chance(.6f))
            Pieces.Car(stage, vanish - stage.Side * w * .1f, stage.Row(3f), stage.Metre(3f),
                p.Local(dice.Pick<uint>(0x7d5048, 0x5d6f7c, 0x8f8a60)), stage.Dark);
        Pieces.Tufts(stage, 24, .35f);
    }
}
