using Director.Infrastructure.Providers.Sketch.Drawing;
using Director.Infrastructure.Providers.Sketch.Reading;

namespace Director.Infrastructure.Providers.Sketch.Sets;

/// <summary>The head of the lighthouse from below, its gallery and its light.</summary>
internal sealed class GallerySet : ISet
{
    public void Draw(Stage stage)
    {
        var (pen, p, w, h) = (stage.Pen, stage.Palette, stage.Width, stage.Height);
        Sky.Draw(stage, 8);
        var s = h / 334;
        float x = stage.LandmarkX * .5f + w * .25f;
        var lit = stage.Reading.Time is not SketchTime.Day && !stage.Reading.Has(SketchProp.Unlit);
        float X(float dx) => x + dx * s;
        float Y(float y) => y * s;
        if (lit)
        {
            pen.Beam(x, Y(96), 194, 5.6f, w, .72f);
            pen.Beam(x, Y(96), 12, 5.6f, w, .5f);
        }
        var body = Outline.Poly((X(-168), Y(470)), (X(-46), Y(140)), (X(46), Y(140)), (X(168), Y(470)));
        var lime = p.Local(0xcfc8ba, .2f);
        pen.Form(body, lime, lime.To(p.Ink, .72f), 110 * s, 5, lime.To(p.Key, .4f));
        foreach (var (a, b) in new[] { (206f, 258f), (332f, 388f) })
        {
            float Half(float y) => 46 + (y - 140) * .37f;
            pen.Wash(new Outline().M(X(-Half(a)), Y(a)).Q(x, Y(a - 16), X(Half(a)), Y(a)).L(X(Half(b)), Y(b))
                .Q(x, Y(b - 20), X(-Half(b)), Y(b)).Z(), p.Local(0x7c3b33).To(p.Near, .2f), .8f);
        }
        pen.Ink(body, 1.8f, .85f);
        pen.Hatch(X(pen.Light < 0 ? 14 : -104), Y(150), 104 * s, 240 * s, 16, 80, .38f);
        pen.Wash(Outline.Box(X(-12), Y(288), 22 * s, 34 * s), p.Ink);
        pen.Solid(Outline.Poly((X(-84), Y(140)), (X(-68), Y(124)), (X(68), Y(124)), (X(84), Y(140)), (X(74), Y(152)), (X(-74), Y(152))),
            p.Near, 1.5f, .85f);
        pen.Wash(Outline.Box(X(-34), Y(76), 68 * s, 48 * s), lit ? p.Key : p.Mid, .95f);
        pen.Ink(Outline.Open((X(-34), Y(124)), (X(-34), Y(76))).And(Outline.Open((X(-11), Y(124)), (X(-11), Y(76))))
            .And(Outline.Open((X(11), Y(124)), (X(11), Y(76)))).And(Outline.Open((X(34), Y(124)), (X(34), Y(76)))), 1.8f, .9f);
        pen.Wash(new Outline().M(X(-44), Y(78)).Q(x, Y(30), X(44), Y(78)).Z(), p.Near);
        pen.Line(x, Y(52), x, Y(24), 2, .9f);
        if (lit)
            pen.Glow(x, Y(98), 170 * s, .9f);
        var rail = new Outline().M(X(-78), Y(106)).L(X(78), Y(106));
        for (var k = 0; k <= 10; k++)
            rail.M(X(-76 + k * 15.2f), Y(106)).L(X(-68 + k * 13.6f), Y(126));
        pen.Ink(rail, 1.5f, .85f, twice: false);
        if (stage.Reading.Size is SketchSize.ExtremeWide or SketchSize.Wide)
            stage.Footing = new Spot(X(stage.Side * 60), Y(128));
    }
}
