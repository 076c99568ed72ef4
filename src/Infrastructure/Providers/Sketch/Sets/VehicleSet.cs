using Director.Infrastructure.Providers.Sketch.Drawing;
using Director.Infrastructure.Providers.Sketch.Reading;

namespace Director.Infrastructure.Providers.Sketch.Sets;

/// <summary>Inside a car or a carriage: the world behind the glass, seats behind the people.</summary>
internal sealed class VehicleSet : ISet
{
    public void Draw(Stage stage)
    {
        var (pen, p, w, h) = (stage.Pen, stage.Palette, stage.Width, stage.Height);
        var train = stage.Reading.Has(SketchProp.Train);
        var lining = p.Mid.To(p.Near, .45f).To(p.Local(0x6f6658), .25f);
        pen.Wash(Outline.Box(-w, -h, w * 3, h * 3), lining);
        var glass = train ? Outline.Box(w * .1f, h * .1f, w * .8f, h * .5f)
            : new Outline().M(w * .13f, h * .56f).Q(w * .15f, h * .2f, w * .27f, h * .14f).Q(w * .5f, h * .10f, w * .73f, h * .14f)
                .Q(w * .85f, h * .2f, w * .87f, h * .56f).Q(w * .5f, h * .6f, w * .13f, h * .56f).Z();
        pen.Blend(glass, (0, 0), (0, h * .58f), p.SkyTop, p.SkyTop.To(p.SkyLow, .6f), p.SkyLow);
        var skyline = new Outline().M(w * .13f, h * .46f).Q(w * .3f, h * .36f, w * .5f, h * .43f).Q(w * .7f, h * .38f, w * .86f, h * .45f);
        pen.Wash(skyline.Shift(0, 0).L(w * .86f, h * .56f).L(w * .14f, h * .56f).Z(), p.Far);
        pen.Ink(skyline, 1.2f, .5f);
        if (!train)
            pen.Wash(Outline.Poly((w * .48f, h * .43f), (w * .52f, h * .43f), (w * .64f, h * .575f), (w * .36f, h * .575f)), p.Mid);
        if (stage.Dark)
        {
            foreach (var x in new[] { .28f, .46f, .63f, .74f })
                pen.Glow(w * x, h * stage.Take.Between(.3f, .46f), h * stage.Take.Between(.06f, .13f), .7f);
        }
        if (stage.Reading.Weather is SketchWeather.Rain or SketchWeather.Storm)
        {
            var rain = new Outline();
            for (var k = 0; k < 34; k++)
            {
                float x = w * stage.Take.Between(.18f, .84f), y = h * stage.Take.Between(.16f, .46f);
                rain.M(x, y).L(x - 5, y + h * .07f);
            }
            pen.Ink(rain, 1.1f, .4f, p.Pale, twice: false);
        }
        pen.Ink(glass, 3.4f, .9f);
        if (train)
        {
            pen.Line(w * .5f, h * .1f, w * .5f, h * .6f, 5, .85f);
            pen.Line(w * .08f, h * .63f, w * .92f, h * .63f, 3, .7f);
        }
        else
        {
            pen.Ink(Outline.Open((w * .13f, h * .56f), (-w * .1f, h * .72f)).And(Outline.Open((w * .87f, h * .56f), (w * 1.1f, h * .72f)))
                .And(Outline.Open((w * .27f, h * .14f), (w * .1f, -h * .2f)))
                .And(Outline.Open((w * .73f, h * .14f), (w * .9f, -h * .2f))), 2, .6f);
        }
        foreach (var side in new[] { -1, 1 })
        {
            float x = w * (.5f + side * .24f);
            var seat = new Outline().M(x - w * .17f, h * 1.3f).L(x - w * .15f, h * .74f).Q(x - w * .145f, h * .6f, x - w * .09f, h * .59f)
                .Q(x, h * .575f, x + w * .09f, h * .59f).Q(x + w * .145f, h * .6f, x + w * .15f, h * .74f).L(x + w * .17f, h * 1.3f).Z();
            var cloth = p.Near.To(p.Local(0x7a6450), .5f);
            pen.Form(seat, cloth, cloth.To(p.Ink, .5f), w * .14f, 3, cloth.To(p.Key, .35f));
            pen.Ink(seat, 1.5f, .75f);
        }
    }

    public void DrawFront(Stage stage)
    {
        if (stage.Reading.Has(SketchProp.Train) || stage.Reading.Size is SketchSize.CloseUp)
            return;
        var (pen, p, w, h) = (stage.Pen, stage.Palette, stage.Width, stage.Height);
        var dash = new Outline().M(-w * .2f, h * .95f).Q(w * .5f, h * .86f, w * 1.2f, h * .95f).L(w * 1.2f, h * 1.4f).L(-w * .2f, h * 1.4f)
            .Z();
        pen.Form(dash, p.Near.To(p.Mid, .2f), p.Ink, w * .3f, 3);
        pen.Ink(dash, 1.6f, .8f);
        var x = w * (.5f + stage.Side * .22f);
        pen.Ink(Outline.Oval(x, h * 1.0f, w * .13f, h * .16f), 7, .95f, p.Near);
        pen.Ink(Outline.Oval(x, h * 1.0f, w * .13f, h * .16f), 1.4f, .6f);
    }
}
