using Director.Infrastructure.Providers.Sketch.Drawing;
using Director.Infrastructure.Providers.Sketch.Reading;

namespace Director.Infrastructure.Providers.Sketch.Sets;

/// <summary>Sand, surf and dunes.</summary>
internal sealed class BeachSet : ISet
{
    public void Draw(Stage stage)
    {
        var (pen, p, w, h, hz) = (stage.Pen, stage.Palette, stage.Width, stage.Height, stage.Horizon);
        Sky.Draw(stage, 5);
        Sky.Sea(stage, stage.Reading.Time is SketchTime.Dawn or SketchTime.Dusk ? stage.LandmarkX : null);
        var line = hz + (h - hz) * .34f;
        float X(float share) => stage.Side > 0 ? share * w : w - share * w;
        var sand = p.Local(0xb89f78).To(p.Mid, .15f);
        var shore = new Outline().M(X(-.1f), line + h * .12f).C(X(.3f), line + h * .1f, X(.5f), line - h * .02f, X(.72f), line + h * .01f)
            .Q(X(.9f), line + h * .03f, X(1.1f), line - h * .02f);
        pen.Wash(shore.Shift(0, -5), p.Pale, .5f);
        pen.Blend(shore.Shift(0, 0).L(X(1.1f), h * 1.3f).L(X(-.1f), h * 1.3f)
            .Z(), (0, line), (0, h), sand.To(p.SkyLow, .3f), sand, sand.To(p.Near, .5f));
        pen.Ink(shore, 1.3f, .5f, p.Pale);
        pen.Ink(shore.Shift(0, 4), 1, .35f);
        var dune = new Outline().M(X(.58f), h * .84f).Q(X(.72f), line - h * .06f, X(.9f), line - h * .05f)
            .Q(X(1f), line - h * .02f, X(1.2f), line);
        pen.Wash(dune.Shift(0, 0).L(X(1.2f), h).Z(), sand.To(p.Near, .3f));
        pen.Ink(dune, 1.4f, .6f);
        Pieces.Tufts(stage, 26, .35f);
    }
}
