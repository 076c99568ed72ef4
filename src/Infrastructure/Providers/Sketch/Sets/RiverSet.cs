using Director.Infrastructure.Providers.Sketch.Drawing;
using Director.Infrastructure.Providers.Sketch.Reading;

namespace Director.Infrastructure.Providers.Sketch.Sets;

/// <summary>A river or a lake with its banks and a bridge.</summary>
internal sealed class RiverSet : ISet
{
    public void Draw(Stage stage)
    {
        var (pen, p, w, h, hz, dice) = (stage.Pen, stage.Palette, stage.Width, stage.Height, stage.Horizon, stage.Scene);
        Sky.Draw(stage, 5);
        Sky.Ridge(stage, hz + 2, h * .16f, 12, p.Far.To(p.SkyLow, .4f), dice, .35f);
        Sky.Ridge(stage, hz + 5, h * .08f, 8, p.Far.To(p.Local(0x66755c), .4f), dice, .45f);
        Sky.Sea(stage, stage.Reading.Time is SketchTime.Dawn or SketchTime.Dusk ? stage.LandmarkX : null, hz + 3);
        Bridge(stage);
        float X(float share) => stage.Side > 0 ? w * (1 - share) : w * share;
        var grass = p.Mid.To(p.Local(0x77805a), .45f);
        var bank = new Outline().M(X(-.1f), hz + h * .10f).C(X(.2f), hz + h * .12f, X(.42f), hz + (h - hz) * .5f, X(.62f), h * 1.1f);
        pen.Form(bank.Shift(0, 0).L(X(-.1f), h * 1.1f).Z(), grass, grass.To(p.Near, .6f), w * .2f, 3, grass.To(p.Key, .3f));
        pen.Ink(bank, 1.5f, .6f);
        var d = 2.6f;
        Pieces.Tree(stage, X(.06f), stage.Row(d), stage.Metre(d) * 7, p.Depth(d), stage.Reading.Weather == SketchWeather.Snow ? null
            : p.Depth(d).To(p.Local(0x6f7d4f), .5f), dice);
        if (stage.Reading.Has(SketchProp.Boat))
            Pieces.Skiff(stage, X(.72f), stage.Row(3), h * .14f, false);
        var reeds = new Outline();
        for (var k = 0; k < 26; k++)
        {
            float x = X(stage.Take.Between(.3f, .7f)), y = stage.Row(stage.Take.Between(1.02f, 1.3f)), s = stage.Take.Between(18, 44);
            reeds.M(x, y).Q(x, y - s * .6f, x + stage.Take.Jitter(9), y - s);
        }
        pen.Ink(reeds, 1.3f, .5f, twice: false);
    }

    private static void Bridge(Stage stage)
    {
        var (pen, p, w, h, hz) = (stage.Pen, stage.Palette, stage.Width, stage.Height, stage.Horizon);
        var stone = p.Far.To(p.Local(0x8f8878), .5f);
        var top = hz - h * .06f;
        var deck = new Outline().M(-w * .1f, top + h * .015f).Q(w * .5f, top - h * .05f, w * 1.1f, top + h * .015f)
            .L(w * 1.1f, top + h * .055f).L(w * 1.1f, hz + h * .07f);
        for (var k = 5; k >= 0; k--)
        {
            float a = w * (k * .2f + .08f), b = w * (k * .2f - .08f);
            deck.L(a, hz + h * .07f).C(a, top + h * .02f, b, top + h * .02f, b, hz + h * .07f);
        }
        deck.L(-w * .1f, hz + h * .07f).Z();
        pen.Form(deck, stone, stone.To(p.Ink, .45f), 8, 2.4f, stone.To(p.Key, .35f));
        pen.Ink(deck, 1.3f, .65f);
    }
}
