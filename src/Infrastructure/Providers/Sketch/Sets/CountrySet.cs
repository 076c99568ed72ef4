using Director.Infrastructure.Providers.Sketch.Drawing;
using Director.Infrastructure.Providers.Sketch.Reading;

namespace Director.Infrastructure.Providers.Sketch.Sets;

/// <summary>Open land: field, desert, snow, park, yard, graveyard, and any place outdoors nobody has described further.</summary>
internal sealed class CountrySet(SketchSetting setting) : ISet
{
    public void Draw(Stage stage)
    {
        var (p, w, h, hz, dice) = (stage.Palette, stage.Width, stage.Height, stage.Horizon, stage.Scene);
        Sky.Draw(stage, setting == SketchSetting.Desert ? 3 : 5);
        var (ground, hill) = setting switch
        {
            SketchSetting.Desert => (0xc2a36fu, 0xb58f62u),
            SketchSetting.Snowfield => (0xd3d8d8u, 0xb3bcc2u),
            SketchSetting.Graveyard => (0x6f7560u, 0x6a7068u),
            SketchSetting.Park => (0x75835cu, 0x66745cu),
            SketchSetting.Field => (dice.Pick<uint>(0xb39a58, 0x7f8a58, 0x9c9460), 0x77805fu),
            _ => (dice.Pick<uint>(0x8a8a64, 0x948468, 0x7d8468), dice.Pick<uint>(0x6f7a68, 0x77706a)),
        };
        if (stage.Reading.Weather == SketchWeather.Snow)
            (ground, hill) = (0xd3d8d8, 0xb3bcc2);
        Sky.Ridge(stage, hz + 2, h * dice.Between(.10f, .2f), 14, p.Far.To(p.SkyLow, .45f).To(p.Local(hill), .15f), dice, .35f);
        Sky.Ridge(stage, hz + 4, h * dice.Between(.04f, .10f), 10, p.Far.To(p.Local(hill), .45f), dice, .45f);
        Sky.Ground(stage, ground);
        switch (setting)
        {
            case SketchSetting.Desert: Desert(stage); break;
            case SketchSetting.Snowfield: Snow(stage); break;
            case SketchSetting.Park: Park(stage); break;
            case SketchSetting.Yard: Yard(stage); break;
            case SketchSetting.Graveyard: Graveyard(stage); break;
            case SketchSetting.Field: Field(stage); break;
            default: Generic(stage); break;
        }
        _ = w;
    }

    private static void Generic(Stage stage)
    {
        Lane(stage);
        Trees(stage, stage.Scene.Below(3) + 2, stage.Reading.Weather == SketchWeather.Snow);
        if (stage.Reading.Has(SketchProp.House) || stage.Scene.Chance(.55f))
            House(stage, stage.LandmarkX, 4.4f);
        if (stage.Scene.Chance(.5f))
            Pieces.Fence(stage, stage.Side > 0 ? -10 : stage.Width * .55f, stage.Side > 0 ? stage.Width * .45f
                : stage.Width + 10, stage.Row(3), stage.Metre(3));
        Rocks(stage, 2);
        Pieces.Tufts(stage, 34);
    }

    private static void Field(Stage stage)
    {
        var (pen, w, h, hz) = (stage.Pen, stage.Width, stage.Height, stage.Horizon);
        var rows = new Outline();
        var vanish = stage.LandmarkX;
        for (var k = -12; k <= 12; k++)
            rows.M(vanish + k * 6, hz + 3).L(vanish + k * w * .16f, h * 1.1f);
        pen.Ink(rows, 1.1f, .3f, twice: false);
        House(stage, stage.LandmarkX - 20, 5.4f);
        Trees(stage, 2, false);
        Pieces.Fence(stage, -10, w * .38f, stage.Row(2.6f), stage.Metre(2.6f));
        Pieces.Tufts(stage, 70, .45f);
    }

    private static void Desert(Stage stage)
    {
        var (pen, p, w, h, dice) = (stage.Pen, stage.Palette, stage.Width, stage.Height, stage.Scene);
        var sand = p.Local(0xc2a36f);
        for (var k = 0; k < 4; k++)
        {
            var y = stage.Row(6f / (k + 1.3f));
            var crest = new Outline().M(-w * .1f, y + h * .03f);
            var x = w * dice.Between(.25f, .75f);
            crest.Q(x * .55f, y - h * dice.Between(.01f, .05f), x, y - h * dice.Between(.04f, .11f))
                .Q(x + (w - x) * .5f, y + h * .01f, w * 1.1f, y + h * dice.Between(.01f, .05f));
            var tone = sand.To(p.Mid, .10f + .06f * k).To(p.SkyLow, .28f - .07f * k);
            pen.Wash(crest.Shift(0, 0).L(w * 1.1f, h * 1.2f).L(-w * .1f, h * 1.2f).Z(), tone);
            pen.Wash(new Outline().M(x, y - h * .07f).Q(x + (w - x) * .4f * -stage.KeySide, y + h * .01f, x + w * .3f * -stage.KeySide,
                y + h * .09f).L(x, y + h * .08f).Q(x + 8, y, x, y - h * .07f).Z(), tone.To(p.Near, .35f), .5f);
            pen.Ink(crest, 1.2f, .5f);
        }
        if (dice.Chance(.6f))
            Rocks(stage, 3);
        else
            Cactus(stage, stage.LandmarkX, stage.Row(3), stage.Metre(3));
        Pieces.Tufts(stage, 10, .3f);
    }

    private static void Cactus(Stage stage, float x, float y, float m)
    {
        var leaf = stage.Palette.Local(0x5f7050).To(stage.Palette.Near, .2f);
        stage.Pen.Ink(new Outline().M(x, y).L(x, y - 3 * m).M(x, y - 1.4f * m).Q(x + .9f * m, y - 1.3f * m, x + .9f * m, y - 2.3f * m)
            .M(x, y - 1.1f * m).Q(x - .8f * m, y - 1.1f * m, x - .8f * m, y - 1.9f * m), .5f * m, 1, leaf, twice: false);
        stage.Pen.Ink(new Outline().M(x + .1f * m, y).L(x + .1f * m, y - 3 * m), 1, .4f);
    }

    private static void Snow(Stage stage)
    {
        var (pen, p, w, h) = (stage.Pen, stage.Palette, stage.Width, stage.Height);
        for (var k = 0; k < 3; k++)
        {
            var y = stage.Row(4.5f / (k + 1));
            var drift = new Outline().M(-20, y).C(w * .3f, y - h * .05f, w * .5f, y + h * .04f, w * 1.1f,
                y - h * stage.Scene.Between(0, .04f));
            pen.Wash(drift.Shift(0, 0).L(w * 1.1f, y + h * .12f).L(-20, y + h * .12f).Z(), p.Local(0xd9dcda).To(p.SkyTop, .12f), .4f);
            pen.Ink(drift, 1.1f, .35f);
        }
        Trees(stage, 3, true);
        Rocks(stage, 1);
    }

    private static void Park(Stage stage)
    {
        var (pen, p, w) = (stage.Pen, stage.Palette, stage.Width);
        Lane(stage);
        Trees(stage, 5, false);
        Pieces.LampPost(stage, w * (.5f - stage.Side * .1f), stage.Row(3.2f), stage.Metre(3.2f) * .8f, stage.Dark);
        float x = w * (.5f - stage.Side * .3f), m = stage.Metre(2.3f), y = stage.Row(2.3f);
        var wood = p.Local(0x6d4d31).To(p.Near, .25f);
        foreach (var (dy, t) in new[] { (.45f, .12f), (.75f, .12f), (.95f, .12f) })
            pen.Solid(Outline.Box(x - .95f * m, y - dy * m, 1.9f * m, t * m), wood, 1.1f);
        pen.Ink(Outline.Open((x - .8f * m, y), (x - .8f * m, y - 1 * m))
            .And(Outline.Open((x + .8f * m, y), (x + .8f * m, y - 1 * m))), MathF.Max(1.6f, .08f * m), .9f);
        Pieces.Tufts(stage, 40);
    }

    private static void Yard(Stage stage)
    {
        Trees(stage, 3, stage.Reading.Weather == SketchWeather.Snow);
        House(stage, stage.LandmarkX, stage.Reading.Size == SketchSize.ExtremeWide ? 2.4f : 3.2f);
        Lane(stage);
        Pieces.Fence(stage, stage.Side > 0 ? stage.Width * .62f : -10, stage.Side > 0 ? stage.Width + 10
            : stage.Width * .38f, stage.Row(2.8f), stage.Metre(2.8f));
        Pieces.Tufts(stage, 36);
    }

    private static void Graveyard(Stage stage)
    {
        var (pen, p, w, dice) = (stage.Pen, stage.Palette, stage.Width, stage.Scene);
        var green = p.Local(0x56624e).To(p.Near, .2f);
        Pieces.Tree(stage, w * (.5f - stage.Side * .36f), stage.Row(3.6f), stage.Metre(3.6f) * 8, p.Depth(2), stage.Scene.Chance(.5f)
            ? green : null, dice);
        for (var d = 5f; d > 1.5f; d *= .74f)
        {
            for (var k = 0; k < 4; k++)
            {
                var depth = d * dice.Between(.9f, 1.1f);
                float x = w * dice.Between(.02f, .98f), y = stage.Row(depth), m = stage.Metre(depth) * dice.Between(.7f, 1f);
                var stone = p.Depth(depth).To(p.Local(0x99978c), .55f);
                var slab = dice.Chance(.7f)
                    ? new Outline().M(x - .4f * m, y).L(x - .4f * m, y - .8f * m).Q(x, y - 1.25f * m, x + .4f * m, y - .8f * m)
                        .L(x + .4f * m, y).Z()
                    : Outline.Poly((x - .12f * m, y), (x - .12f * m, y - .8f * m), (x - .42f * m, y - .8f * m), (x - .42f * m, y - 1f * m),
                        (x - .12f * m, y - 1f * m), (x - .12f * m, y - 1.4f * m), (x + .12f * m, y - 1.4f * m), (x + .12f * m, y - 1f * m),
                        (x + .42f * m, y - 1f * m), (x + .42f * m, y - .8f * m), (x + .12f * m, y - .8f * m), (x + .12f * m, y));
                pen.Form(slab, stone, stone.To(p.Ink, .5f), .35f * m, 1.4f, stone.To(p.Key, .4f));
                pen.Ink(slab, 1.1f, .65f);
            }
        }
        Pieces.Tufts(stage, 44, .45f);
    }

    private static void Lane(Stage stage)
    {
        var (pen, p, w, h, hz) = (stage.Pen, stage.Palette, stage.Width, stage.Height, stage.Horizon);
        float x = stage.LandmarkX + stage.Side * w * .06f, foot = w * (.5f + stage.Side * .06f);
        var lane = new Outline().M(x - 3, hz + 2).C(x - w * .02f, hz + (h - hz) * .2f, foot - w * .02f, hz + (h - hz) * .4f,
            foot - w * .3f, h * 1.08f).L(foot + w * .24f, h * 1.08f)
            .C(foot + w * .12f, hz + (h - hz) * .45f, x + w * .06f, hz + (h - hz) * .2f, x + 3, hz + 2).Z();
        pen.Wash(lane, p.Local(0xb5a484).To(p.Mid, .3f), .6f);
        pen.Ink(lane, 1.1f, .35f);
    }

    private static void Trees(Stage stage, int count, bool bare)
    {
        var (p, w, dice) = (stage.Palette, stage.Width, stage.Scene);
        var pines = dice.Chance(.3f);
        for (var k = 0; k < count; k++)
        {
            var d = 5.5f / (k * .35f + 1);
            // Trees keep to the edges; the middle is the figure's.
            float share = (k % 2 == 0) == (stage.Side > 0) ? dice.Between(.0f, .2f) : dice.Between(.8f, 1f);
            var leaf = p.Depth(d).To(p.Local(dice.Pick<uint>(0x6f7d4f, 0x7f7a48, 0x5d7058)), .5f);
            var high = stage.Metre(d) * dice.Between(6, 9);
            if (pines)
                Pieces.Pine(stage, w * share, stage.Row(d), high, leaf.To(p.Near, .2f), dice);
            else
                Pieces.Tree(stage, w * share, stage.Row(d), high, p.Depth(d).To(p.Local(0x5a4636), .4f), bare ? null : leaf, dice);
        }
    }

    private static void House(Stage stage, float x, float d)
    {
        var (p, dice) = (stage.Palette, stage.Scene);
        var m = stage.Metre(d);
        Pieces.House(stage, x - 4 * m, stage.Row(d), m, 8, dice.Between(3.2f, 5.4f), p.Depth(d)
            .To(p.Local(dice.Pick<uint>(0xb8a888, 0x8d5f50, 0x9aa098, 0xb0986a)), .6f), stage.Dark ? .7f : .05f);
    }

    private static void Rocks(Stage stage, int count)
    {
        for (var k = 0; k < count; k++)
        {
            var d = stage.Scene.Between(1.6f, 3.4f);
            Pieces.Rock(stage, stage.Width * (.5f - stage.Side * stage.Scene.Between(.2f, .46f)), stage.Row(d),
                stage.Metre(d) * stage.Scene.Between(1, 2.2f), stage.Metre(d) * stage.Scene.Between(.4f, 1),
                stage.Palette.Depth(d).To(stage.Palette.Local(0x8a857a), .35f), stage.Scene);
        }
    }
}
