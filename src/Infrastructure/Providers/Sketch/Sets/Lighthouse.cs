using Director.Infrastructure.Providers.Sketch.Drawing;

namespace Director.Infrastructure.Providers.Sketch.Sets;

/// <summary>The lighthouse as a landmark.</summary>
internal static class Lighthouse
{
    public static void Draw(Stage stage, float x, float foot, float height, bool lit, float? beam)
    {
        var (pen, p) = (stage.Pen, stage.Palette);
        float w = height * .155f, t = w * .6f, deck = foot - height * .8f;
        if (lit && beam is { } angle)
        {
            pen.Beam(x, foot - height * .87f, angle, 4.6f, stage.Width * 1.1f, .6f);
            pen.Beam(x, foot - height * .87f, angle + 180, 4.6f, stage.Width * .9f, .4f);
        }
        var body = Outline.Poly((x - w / 2, foot), (x - t / 2, deck), (x + t / 2, deck), (x + w / 2, foot));
        var lime = p.Local(0xcfc8ba, .22f);
        pen.Form(body, lime, lime.To(p.Ink, .62f), .3f * w, MathF.Max(1, .03f * w), lime.To(p.Key, .55f));
        foreach (var at in new[] { .17f, .48f })
        {
            float a = Half(at), b = Half(at + .15f);
            pen.Wash(Outline.Poly((x - a, foot - height * at), (x - b, foot - height * (at + .15f)), (x + b, foot - height * (at + .15f)),
                (x + a, foot - height * at)),
                p.Local(0x7c3b33), .7f);
        }
        pen.Ink(body, 1.3f, .8f);
        pen.Hatch(x + (pen.Light < 0 ? .03f : -.48f) * w, foot - height * .74f, w * .42f, height * .68f, 6, 76, .3f);
        pen.Wash(Outline.Box(x - w * .06f, foot - height * .36f, w * .12f, height * .035f), p.Ink, .8f);
        pen.Wash(Outline.Box(x - t * .8f, deck - 1, t * 1.6f, height * .022f + 1), p.Near);
        var rail = new Outline().M(x - t * .8f, deck - height * .055f).L(x + t * .8f, deck - height * .055f);
        for (var k = 0; k <= 6; k++)
            rail.M(x - t * .8f + t * 1.6f * k / 6, deck).L(x - t * .8f + t * 1.6f * k / 6, deck - height * .055f);
        pen.Wash(Outline.Box(x - t * .38f, deck - height * .11f, t * .76f, height * .11f), lit ? p.Key : p.Mid);
        pen.Ink(rail, 1, .8f, twice: false);
        pen.Ink(new Outline().M(x - t * .38f, deck).L(x - t * .38f, deck - height * .11f).M(x, deck).L(x, deck - height * .11f)
            .M(x + t * .38f, deck).L(x + t * .38f, deck - height * .11f), 1, .8f, twice: false);
        pen.Wash(new Outline().M(x - t * .52f, deck - height * .105f).Q(x, deck - height * .2f, x + t * .52f, deck - height * .105f)
            .Z(), p.Near);
        pen.Line(x, deck - height * .15f, x, deck - height * .21f, 1.2f, .9f);
        if (lit)
            pen.Glow(x, foot - height * .86f, height * .42f, .85f);

        float Half(float share) => w / 2 - (w - t) / 2 * share / .8f;
    }
}
