using Director.Infrastructure.Providers.Sketch.Drawing;
using Director.Infrastructure.Providers.Sketch.Reading;

namespace Director.Infrastructure.Providers.Sketch.Sets;

/// <summary>A railway platform with its canopy and, where named, a train.</summary>
internal sealed class PlatformSet : ISet
{
    public void Draw(Stage stage)
    {
        var (pen, p, w, h, hz) = (stage.Pen, stage.Palette, stage.Width, stage.Height, stage.Horizon);
        Sky.Draw(stage, 4);
        Sky.Ridge(stage, hz + 3, h * .1f, 5, p.Far.To(p.SkyLow, .3f), stage.Scene, .4f);
        Sky.Ground(stage, 0x756c60);
        var side = -stage.Side;
        float v = w * (.5f + side * .12f);
        float X(float share, float y) => v + (share * side * w) * (y - hz) / (h - hz);
        var rails = new Outline();
        foreach (var rail in new[] { .18f, .34f, .62f, .8f })
            rails.M(v, hz).L(X(rail, h * 1.2f), h * 1.2f);
        var ties = new Outline();
        for (var d = 1f; d < 9; d *= 1.2f)
        {
            var y = stage.Row(d);
            ties.M(X(.14f, y), y).L(X(.38f, y), y).M(X(.58f, y), y).L(X(.84f, y), y);
        }
        pen.Ink(ties, 3, .4f, p.Near, twice: false);
        pen.Ink(rails, 2, .8f);
        var slab = p.Mid.To(p.Local(0xa39a8a), .4f);
        pen.Form(Outline.Poly((v, hz + 1), (X(.04f, h * 1.2f), h * 1.2f), (v - side * w * 2.2f, h * 1.2f),
            (v - side * w * 1.2f, hz + h * .06f)), slab, slab.To(p.Near, .5f), w * .3f, 3);
        pen.Ink(Outline.Open((v, hz + 1), (X(.04f, h * 1.2f), h * 1.2f)), 2, .8f);
        pen.Ink(Outline.Open((v, hz + 1), (X(-.04f, h * 1.2f), h * 1.2f)), 2.4f, .5f, p.Key.To(slab, .3f));
        if (stage.Reading.Has(SketchProp.Train) || stage.Scene.Chance(.5f))
            Train(stage, v, side);
        for (var d = 6.4f; d > 2.1f; d *= .66f)
        {
            float y = stage.Row(d), x = v - side * w * .62f / d, m = stage.Metre(d), top = MathF.Max(-20, y - 4.6f * m);
            pen.Wash(Outline.Box(x - .12f * m, top, .24f * m, y - top), p.Near);
            pen.Ink(Outline.Open((x, top + .8f * m), (x + side * 1.1f * m, top))
                .And(Outline.Open((x, top + .8f * m), (x - side * 1.1f * m, top))), MathF.Max(1.4f, .1f * m), .85f);
            if (stage.Dark)
                pen.Glow(x + side * .5f * m, top + .6f * m, 2.2f * m, .6f);
        }
    }

    private static void Train(Stage stage, float v, float side)
    {
        var (pen, p, w, h, hz) = (stage.Pen, stage.Palette, stage.Width, stage.Height, stage.Horizon);
        var tone = p.Local(stage.Scene.Pick<uint>(0x4f6354, 0x6d3d3a, 0x4a5d73)).To(p.Near, .25f);
        float far = 5.2f, near = 1.7f;
        float X(float d) => v + side * w * .24f / d * 1.6f;
        float Top(float d) => hz - h * .34f / d;
        float Foot(float d) => hz + (h - hz) * .62f / d;
        var flank = Outline.Poly((X(far), Foot(far)), (X(far), Top(far)), (X(near), Top(near)), (X(near), Foot(near)));
        pen.Wash(flank, tone.To(p.Near, .3f));
        var face = Outline.Poly((X(near), Foot(near)), (X(near), Top(near)), (X(near) + side * w * .17f, Top(near)),
            (X(near) + side * w * .17f, Foot(near)));
        pen.Form(face, tone, tone.To(p.Ink, .5f), w * .08f, 3, tone.To(p.Key, .4f));
        pen.Ink(flank.And(face), 1.5f, .8f);
        pen.Wash(Outline.Box(MathF.Min(X(near), X(near) + side * w * .17f) + w * .025f, Top(near) + h * .04f, w * .12f, h * .085f),
            stage.Dark ? p.Key : p.Near.To(p.SkyTop, .4f), .85f);
        for (var d = 4.6f; d > near * 1.08f; d *= .82f)
            pen.Wash(Outline.Poly((X(d), Top(d) * .7f + Foot(d) * .3f), (X(d), Top(d) * .45f + Foot(d) * .55f),
                (X(d * .88f), Top(d * .88f) * .45f + Foot(d * .88f) * .55f), (X(d * .88f), Top(d * .88f) * .7f + Foot(d * .88f) * .3f)),
                stage.Dark ? p.Key : p.Pale, .75f);
        pen.Glow(X(near) + side * w * .085f, Foot(near) - h * .05f, h * .2f, stage.Dark ? .85f : .35f);
    }
}
