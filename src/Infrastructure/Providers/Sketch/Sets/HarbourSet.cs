using Director.Infrastructure.Providers.Sketch.Drawing;
using Director.Infrastructure.Providers.Sketch.Reading;

namespace Director.Infrastructure.Providers.Sketch.Sets;

/// <summary>A quay with houses, bollards and a moored boat.</summary>
internal sealed class HarbourSet : ISet
{
    public void Draw(Stage stage)
    {
        var (pen, p, w, h, hz) = (stage.Pen, stage.Palette, stage.Width, stage.Height, stage.Horizon);
        Sky.Draw(stage, 5);
        var town = -stage.Side;
        if (stage.Reading.Has(SketchProp.Lighthouse) && stage.Reading.Size is not SketchSize.Wide)
            Lighthouse.Draw(stage, w * (.5f - town * .36f), hz + 2, h * .33f, stage.Reading.Time != SketchTime.Day
                && !stage.Reading.Has(SketchProp.Unlit), null);
        Sky.Sea(stage);
        float X(float share) => town < 0 ? share * w : w - share * w;
        var lights = stage.Dark ? .45f : .05f;
        // The row of houses comes nearer toward its edge of the frame.
        var at = 0f;
        for (var k = 0; at < .58f; k++)
        {
            var span = stage.Scene.Between(.085f, .14f) * (1 - at * .55f);
            var high = (hz - h * .10f) * (1 - at * 1.05f) * stage.Scene.Between(.42f, .66f);
            var m = span * w / 6;
            Pieces.House(stage, MathF.Min(X(at - .03f), X(at + span - .03f)), hz + 8 * (1 - at), m, 6, MathF.Max(3, high / m),
                p.Far.To(p.Local(stage.Scene.Pick<uint>(0x8a7a68, 0x75808a, 0x8f6f60, 0x7c8276)), .42f).To(p.Mid, .3f), lights);
            at += span + stage.Scene.Between(0, .012f);
        }
        var quay = Outline.Poly((X(-.4f), h * 1.4f), (X(-.4f), hz + 8), (X(.56f), hz + 6), (X(.63f), hz + 6), (X(.8f), h * 1.4f));
        var stone = p.Mid.To(p.SkyLow, .22f);
        pen.Blend(quay, (0, hz), (0, h), stone.To(p.SkyLow, .2f), stone, stone.To(p.Near, .45f));
        var joints = new Outline();
        for (var k = 0; k < 9; k++)
            joints.M(X(.565f + k * .008f), hz + 6).L(X(-.35f + k * .14f), h * 1.2f);
        for (var k = 0; k < 9; k++)
        {
            var t = k * k / 81f;
            joints.M(X(-.1f), hz + 10 + (h - hz) * t).L(X(.63f + .1f * t), hz + 10 + (h - hz) * t + stage.Take.Jitter(2));
        }
        pen.Ink(joints, 1.1f, .36f, twice: false);
        pen.Ink(Outline.Open((X(.63f), hz + 6), (X(.8f), h * 1.4f)), 1.6f, .7f);
        MooredBoat(stage, X);
        for (var k = 0; k < 4; k++)
        {
            var t = MathF.Pow(.16f + k * .24f, 1.4f);
            float x = X(.61f + .1f * t), y = hz + 10 + (h - hz) * t, size = 8 + 40 * t;
            pen.Wash(Outline.Box(x - size * .26f, y - size * .9f, size * .52f, size * .9f), p.Near);
            pen.Wash(Outline.Box(x - size * .38f, y - size * 1.05f, size * .76f, size * .24f), p.Ink);
        }
    }

    private static void MooredBoat(Stage stage, Func<float, float> x)
    {
        var (pen, p, h, hz) = (stage.Pen, stage.Palette, stage.Height, stage.Horizon);
        var y = hz + (h - hz) * .52f;
        pen.Ink(Outline.Open((x(.89f), y + 10), (x(.89f), hz - h * .36f)).And(Outline.Open((x(.89f), hz - h * .34f), (x(.75f), y)))
            .And(Outline.Open((x(.89f), hz - h * .34f), (x(1.04f), y - 4)))
            .And(Outline.Open((x(.83f), hz - h * .08f), (x(.955f), hz - h * .08f))), 1.9f, .85f);
        var hull = new Outline().M(x(.72f), y).Q(x(.88f), y + h * .11f, x(1.12f), y - h * .02f).L(x(1.1f), y + h * .2f)
            .Q(x(.88f), y + h * .25f, x(.76f), y + h * .17f).Z();
        pen.Form(hull, p.Near.To(p.Local(0x4e6e86), .16f), p.Ink, h * .08f, 3, p.Near.To(p.Key, .3f));
        pen.Ink(hull, 1.6f, .8f);
        pen.Hatch(MathF.Min(x(.8f), x(1.02f)), y + h * .06f, stage.Width * .22f, h * .11f, 14, 52, .35f);
    }
}
