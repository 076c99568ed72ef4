using Director.Infrastructure.Providers.Sketch.Drawing;
using Director.Infrastructure.Providers.Sketch.Figures;
using Director.Infrastructure.Providers.Sketch.Reading;
using Director.Infrastructure.Providers.Sketch.Sets;
using SkiaSharp;

namespace Director.Infrastructure.Providers.Sketch;

/// <summary>A shot of a thing: the named object large on a surface; and the same things small on a table.</summary>
internal sealed class StillLife(Stage stage)
{
    private readonly Pen _pen = stage.Pen;
    private readonly Palette _p = stage.Palette;

    /// <summary>Fills the frame with the first named thing, a second one behind it.</summary>
    public void Draw()
    {
        float w = stage.Width, h = stage.Height, top = h * stage.Reading.Angle switch
        {
            SketchAngle.High => .38f,
            SketchAngle.Low => .8f,
            _ => .64f
        };
        var wood = _p.Far.To(_p.Local(0x7a5a3a), .4f);
        var table = Outline.Poly((-60, top + 4), (w + 60, top - 4), (w + 60, h + 60), (-60, h + 60));
        _pen.Blend(table, (0, top), (0, h), wood.To(_p.Key, .12f), wood, wood.To(_p.Near, .5f));
        _pen.Ink(Outline.Open((-60, top + 4), (w + 60, top - 4)), 2, .8f);
        var grain = new Outline();
        for (var k = 0; k < 12; k++)
            grain.M(stage.Take.Between(-20, w * .8f), top + 10 + k * 11).L(stage.Take.Between(w * .2f, w), top + 6 + k * 11);
        _pen.Ink(grain, 1, .28f, twice: false);
        var named = Enum.GetValues<SketchProp>().Where(prop => (prop & PropWords.Objects) != 0 && stage.Reading.Has(prop)).ToList();
        var size = stage.Reference * stage.Reading.Size switch { SketchSize.ExtremeCloseUp => .82f, SketchSize.Medium => .42f, _ => .6f };
        var foot = MathF.Max(top + size * .3f, h * .8f);
        _pen.Light = stage.KeySide;
        if (named.Count > 1)
            Thing(named[1], w * (.5f - stage.Side * .27f), foot - size * .22f, size * .6f);
        Thing(named[0], w * (.5f + stage.Side * .06f), foot, size);
    }

    /// <summary>Small things on a table edge at <paramref name="top"/>.</summary>
    public void OnTable(float top, float x, float size)
    {
        const SketchProp small = PropWords.Objects & ~(SketchProp.Gun | SketchProp.Knife | SketchProp.Key | SketchProp.Case | SketchProp.Screen | SketchProp.Photo);
        var drawn = 0;
        foreach (var prop in Enum.GetValues<SketchProp>())
        {
            if ((prop & small) == 0 || !stage.Reading.Has(prop) || drawn == 2)
                continue;
            var flat = prop is SketchProp.Book or SketchProp.Letter;
            Thing(prop, x + drawn * size * 2.2f, top + size * (flat ? .42f : .22f), flat ? size * 1.9f : size * 1.25f);
            drawn++;
        }
        if (drawn == 0 && stage.Scene.Chance(.5f))
            Thing(SketchProp.Cup, x, top + size * .2f, size * .8f);
    }

    private void Thing(SketchProp prop, float x, float foot, float size)
    {
        var at = new Placement(x, foot, size / 100, stage.Side);
        _pen.Wash(new Outline().M(x - size * .4f, foot)
            .Q(x - _pen.Light * size * .5f, foot + size * .1f, x - _pen.Light * size * .95f, foot + size * .05f)
            .Q(x - _pen.Light * size * .4f, foot - size * .06f, x + size * .3f, foot - size * .02f).Z(), _p.Ink, .32f);
        switch (prop)
        {
            case SketchProp.Lamp: Lantern(at, size); break;
            case SketchProp.Book: Book(at, size); break;
            case SketchProp.Letter:
                Solid(at, size, "M-62,-4 L40,-16 L66,10 L-44,26 Z", 0xd8cdb4,
                "M-40,2 L34,-7 M-36,8 L40,-1 M-32,14 L28,7 M-62,-4 L-44,26"); break;
            case SketchProp.Phone:
                Solid(at, size,
                "M-26,-84 L22,-90 C28,-90 30,-86 30,-82 L38,-4 C38,2 34,4 30,4 L-16,8 C-22,8 -24,4 -24,0 L-32,-76 C-32,-80 -30,-84 -26,-84 Z", 0x2c3136, "M-22,-72 L24,-76 L30,-12 L-17,-8 Z"); break;
            case SketchProp.Cup: Cup(at, size); break;
            case SketchProp.Key: Key(at, size); break;
            case SketchProp.Gun:
                Solid(at, size,
                "M-70,-50 L50,-56 L52,-40 L10,-34 L6,-22 L-14,-20 L-22,-30 L-34,-28 L-44,4 L-72,2 L-62,-32 L-72,-38 Z", 0x3a4046,
                "M-62,-42 L44,-47 M-12,-32 C-6,-30 -4,-26 -6,-20 M-58,-24 L-42,-22 M-62,-10 L-48,-8"); break;
            case SketchProp.Clock: Clock(at, size); break;
            case SketchProp.Screen: Screen(at, size); break;
            case SketchProp.Bottle:
                Solid(at, size,
                "M-18,0 L-20,-62 C-20,-74 -8,-76 -8,-88 L-9,-112 L9,-112 L8,-88 C8,-76 20,-74 20,-62 L18,0 Z", 0x48604e,
                "M-9,-106 L9,-106 M-19,-50 L19,-50 L18,-18 L-18,-18 M-13,-40 L13,-40 M-13,-32 L10,-32"); break;
            case SketchProp.Flower: Flower(at, size); break;
            case SketchProp.Photo: Photo(at, size); break;
            case SketchProp.Case:
                Solid(at, size, "M-72,0 L-74,-62 L70,-66 L72,0 Z", 0x6d4a30,
                "M-24,-64 C-24,-84 22,-86 22,-65 M-74,-46 L71,-49 M-44,-63 L-42,0 M42,-65 L44,0"); break;
            case SketchProp.Knife:
                Solid(at, size, "M-78,-10 L10,-26 L12,-12 L-40,-2 Q-66,0 -78,-10 Z", 0xb9c0c2,
                "M-70,-9 L8,-22"); Solid(at, size, "M10,-28 L70,-38 C76,-38 76,-26 70,-24 L12,-10 Z", 0x4a3226,
                "M26,-24 L28,-22 M46,-28 L48,-26"); break;
            default: break;
        }
    }

    private void Solid(Placement at, float size, string outline, uint colour, string lines)
    {
        var shape = at.Path(outline);
        var tone = _p.Local(colour).To(_p.Near, .1f);
        _pen.Form(shape, tone, tone.To(_p.Ink, .55f), size * .3f, MathF.Max(1, size * .02f), tone.To(_p.Key, .6f));
        _pen.Ink(shape, MathF.Max(1.1f, size / 90), .85f);
        _pen.Ink(at.Path(lines), MathF.Max(.9f, size / 130), .6f);
    }

    private void Lantern(Placement at, float size)
    {
        var glass = at.Path("M-22,-14 L-16,-78 L16,-78 L22,-14 Z");
        _pen.Glow(at.X, at.Y - size * .45f, size * 2.4f, .5f);
        _pen.Wash(glass, _p.Key, .95f);
        _pen.Wash(at.Path("M-28,-14 L28,-14 L30,0 L-30,0 Z M-22,-90 L22,-90 L18,-76 L-18,-76 Z"), _p.Ink);
        _pen.Ink(at.Path("M-20,-90 Q0,-134 20,-90 M-22,-14 L-16,-78 M22,-14 L16,-78 M0,-76 L0,-14 M-19,-46 L19,-46"),
            MathF.Max(1.2f, size / 80), .85f);
        _pen.Glow(at.X, at.Y - size * .42f, size * .9f, .85f);
    }

    private void Book(Placement at, float size)
    {
        Solid(at, size, "M-76,-8 C-50,-22 -20,-20 0,-8 C20,-22 50,-24 74,-12 L84,18 C58,8 26,10 4,24 C-22,12 -56,12 -86,24 Z", 0xd8cdb4,
            "M0,-8 L4,24 M-64,-2 C-44,-10 -24,-9 -8,-2 M-68,6 C-46,-1 -26,0 -8,7 M-72,14 C-50,7 -28,8 -6,14 M12,-3 C28,-11 48,-12 66,-5 M14,5 C32,-3 52,-4 70,3 M14,13 C34,5 56,3 74,10");
    }

    private void Cup(Placement at, float size)
    {
        _pen.Ink(at.Path("M24,-44 C48,-48 48,-14 22,-16"), MathF.Max(2, size / 22), .85f, _p.Local(0xb9b4a4).To(_p.Near, .2f));
        _pen.Ink(at.Path("M24,-48 C54,-52 52,-10 21,-12"), MathF.Max(1, size / 90), .8f);
        Solid(at, size, "M-28,-56 C-10,-50 10,-50 28,-56 L24,-6 C14,2 -14,2 -24,-6 Z", 0xb9b4a4, "M-26,-44 C-10,-38 10,-38 26,-44");
        _pen.Solid(at.Path(Outline.Oval(0, -56, 28, 6)), _p.Near.To(_p.Local(0x4a3226), .5f), MathF.Max(1, size / 90));
        _pen.Ink(at.Path("M-8,-68 C-14,-80 2,-86 -4,-100 M8,-68 C2,-80 16,-86 10,-98"), 1.2f, .4f, _p.Pale);
    }

    private void Key(Placement at, float size)
    {
        var brass = _p.Local(0xa8873e);
        var key = at.Path(Outline.Oval(-48, -16, 26, 17))
            .And(at.Path("M-24,-20 L70,-30 L71,-22 L60,-21 L62,-6 L52,-5 L50,-19 L42,-18 L43,-8 L34,-7 L32,-17 L-22,-11 Z"));
        _pen.Form(key, brass, brass.To(_p.Ink, .55f), size * .14f, size * .02f, brass.To(_p.Key, .7f));
        _pen.Wash(at.Path(Outline.Oval(-50, -16, 13, 8)), _p.Near);
        _pen.Ink(key.And(at.Path(Outline.Oval(-50, -16, 13, 8))), MathF.Max(1.1f, size / 90), .85f);
    }

    private void Clock(Placement at, float size)
    {
        Solid(at, size, "M-50,-50 C-50,-116 50,-116 50,-50 C50,12 -50,12 -50,-50 Z", 0x8a6a3e, "M-34,-4 L-44,6 M34,-4 L44,6");
        _pen.Wash(at.Path(Outline.Oval(0, -50, 40, 40)), _p.Local(0xdcd5c2));
        var ticks = new Outline();
        for (var k = 0; k < 12; k++)
        {
            float a = k * MathF.Tau / 12, c = MathF.Cos(a), s = MathF.Sin(a);
            ticks.M(33 * c, -50 + 33 * s).L(38 * c, -50 + 38 * s);
        }
        var hour = stage.Scene.Below(12) * MathF.Tau / 12;
        ticks.M(0, -50).L(20 * MathF.Cos(hour), -50 + 20 * MathF.Sin(hour)).M(0, -50).L(4, -80);
        _pen.Ink(at.Path(Outline.Oval(0, -50, 40, 40)).And(at.Path(ticks)), MathF.Max(1.2f, size / 70), .85f);
    }

    private void Screen(Placement at, float size)
    {
        Solid(at, size, "M-84,-98 L84,-98 L84,-8 L-84,-8 Z", 0x33383c, "M-20,-8 L-28,2 L28,2 L20,-8");
        var shine = _p.Local(0x8fb0bd);
        _pen.Wash(at.Path("M-76,-90 L76,-90 L76,-16 L-76,-16 Z"), shine);
        _pen.Ink(at.Path("M-60,-74 L10,-74 M-60,-62 L34,-62 M-60,-50 L-6,-50 M-60,-38 L24,-38"), MathF.Max(1.2f, size / 60), .5f);
        _pen.Glow(at.X, at.Y - size * .5f, size * 1.3f, .4f, shine);
    }

    private void Flower(Placement at, float size)
    {
        _pen.Ink(at.Path("M0,-40 C-4,-60 -16,-76 -24,-88 M2,-40 C4,-64 4,-84 2,-106 M4,-40 C10,-60 20,-72 32,-84"),
            MathF.Max(1.4f, size / 50), .85f, _p.Local(0x4f6045));
        var petal = _p.Local(stage.Scene.Pick<uint>(0xb5574a, 0xc79a3a, 0xa8718c, 0xd0c8b8));
        foreach (var (fx, fy) in new[] { (-26f, -96f), (2f, -116f), (36f, -92f) })
        {
            var head = at.Path(Pieces.Blob(fx, fy, 13, 12, 6, stage.Scene));
            _pen.Form(head, petal, petal.To(_p.Ink, .4f), size * .07f, 1.4f, petal.To(_p.Key, .5f));
            _pen.Ink(head, MathF.Max(1, size / 110), .7f);
        }
        Solid(at, size, "M-22,-48 C-10,-44 10,-44 22,-48 C18,-34 30,-20 18,0 L-18,0 C-30,-20 -18,-34 -22,-48 Z", 0x6f8790,
            "M-22,-30 C-8,-26 8,-26 22,-30");
    }

    private void Photo(Placement at, float size)
    {
        Solid(at, size, "M-54,0 L-60,-106 L48,-112 L56,-4 Z", 0x6b4d31, "M-44,-12 L-49,-94 L38,-99 L44,-15 Z");
        _pen.Wash(at.Path("M-43,-13 L-48,-93 L37,-98 L43,-16 Z"), _p.Local(0xc4b596));
        _pen.Wash(at.Path(Outline.Oval(-5, -62, 13, 16)), _p.Near.To(_p.Mid, .3f), .8f);
        _pen.Wash(at.Path("M-34,-14 C-34,-40 -16,-44 -5,-44 C8,-44 28,-40 30,-16 Z"), _p.Near.To(_p.Mid, .3f), .8f);
    }
}
