using Director.Infrastructure.Providers.Sketch.Drawing;
using Director.Infrastructure.Providers.Sketch.Reading;
using SkiaSharp;

namespace Director.Infrastructure.Providers.Sketch.Sets;

/// <summary>What stands or hangs in a room.</summary>
internal sealed class Furniture(Stage stage, RoomSpace room)
{
    private static readonly uint[] Bindings = [0x7c3b33, 0x4e6e86, 0x8a7f6a, 0x5b6b48, 0xa0783c, 0x4a3b50];
    private readonly Pen _pen = stage.Pen;
    private readonly Palette _p = stage.Palette;
    private readonly Dice _dice = stage.Scene;

    private SKColor Wood => _p.Local(0x6d4d31).To(_p.Near, .25f);

    /// <summary>A window with the hour and the weather behind it.</summary>
    public void Window(float u, float v, float wide, float high, int panes = 2)
    {
        var box = room.WallBox(u, v, wide, high);
        Spot a = room.Wall(u, v), b = room.Wall(u + wide, v + high);
        float w = b.X - a.X, h = b.Y - a.Y;
        if (stage.Reading.DarkOutside)
        {
            var sky = stage.Reading.Time == SketchTime.Lamp ? Tint.Hex(0x27384a) : _p.SkyTop.To(_p.SkyLow, .35f);
            _pen.Blend(box, (0, a.Y), (0, b.Y), sky, sky.To(Tint.Hex(0x4b5563), .5f), sky.To(SKColors.Black, .35f));
        }
        else
        {
            _pen.Blend(box, (0, a.Y), (0, b.Y), _p.SkyLow.To(SKColors.White, .35f), _p.Pale, _p.SkyLow.To(_p.SkyTop, .5f));
        }
        var hill = new Outline().M(a.X, b.Y - h * .22f).Q(a.X + w * .35f, b.Y - h * _dice.Between(.3f, .45f), a.X + w * .6f, b.Y - h * .25f)
            .Q(a.X + w * .8f, b.Y - h * .32f, b.X, b.Y - h * .2f).L(b.X, b.Y).L(a.X, b.Y).Z();
        _pen.Wash(hill, stage.Reading.DarkOutside ? Tint.Hex(0x1a2733) : _p.Far.To(_p.SkyLow, .4f));
        if (stage.Reading.Weather is SketchWeather.Rain or SketchWeather.Storm)
        {
            var rain = new Outline();
            for (var k = 0; k < 18; k++)
            {
                float x = a.X + w * (k % 9 + .7f) / 9.5f, y = a.Y + h * (k < 9 ? .08f : .52f) + stage.Take.Jitter(h * .06f),
                    l = h * stage.Take.Between(.2f, .36f);
                rain.M(x, y).L(x - l * .22f, MathF.Min(b.Y, y + l));
            }
            _pen.Ink(rain, 1.1f, .42f, Tint.Hex(0xb7c8d4), twice: false);
        }
        if (stage.Reading.Weather == SketchWeather.Snow)
        {
            var snow = new Outline();
            for (var k = 0; k < 26; k++)
            {
                float x = a.X + w * stage.Take.Next(), y = a.Y + h * stage.Take.Next();
                snow.M(x, y).L(x + .6f, y + .6f);
            }
            _pen.Ink(snow, 2, .7f, SKColors.White, twice: false);
            _pen.Wash(Outline.Box(a.X, b.Y - h * .1f, w, h * .1f), _p.Pale, .7f);
        }
        var frame = new Outline().M(a.X - 4, a.Y).L(b.X + 4, a.Y).M(a.X, a.Y - 4).L(a.X, b.Y).L(b.X, b.Y).L(b.X, a.Y - 4);
        for (var k = 1; k < panes; k++)
            frame.M(a.X + w * k / panes, a.Y).L(a.X + w * k / panes, b.Y);
        frame.M(a.X, a.Y + h * .48f).L(b.X, a.Y + h * .48f);
        _pen.Ink(frame, 2.2f, .85f);
        _pen.Ink(Outline.Open((a.X - 8, b.Y + 2), (b.X + 8, b.Y + 2)), 3, .8f, Wood.To(_p.Ink, .4f));
        if (!stage.Reading.DarkOutside)
        {
            _pen.Glow(a.X + w / 2, a.Y + h / 2, MathF.Max(w, h) * 1.7f, .34f);
            stage.Light = _pen.View.Map(new Spot(a.X + w / 2, a.Y));
        }
    }

    public void Curtains(float u, float v, float wide, float high)
    {
        var tone = _p.Local(_dice.Pick<uint>(0x7c4a42, 0x5f6b58, 0x6b6a7c, 0x8a7450)).To(_p.Near, .15f);
        foreach (var side in new[] { 0, 1 })
        {
            Spot a = room.Wall(side == 0 ? u - wide * .22f : u + wide * .9f, v - .05f),
                b = room.Wall(side == 0 ? u + wide * .1f : u + wide * 1.22f, v + high + .12f);
            var cloth = new Outline().M(a.X, a.Y).L(b.X, a.Y).Q(b.X - (b.X - a.X) * .25f * (1 - side), (a.Y + b.Y) / 2, b.X, b.Y)
                .L(a.X, b.Y).Z();
            _pen.Form(cloth, tone, tone.To(_p.Ink, .5f), (b.X - a.X) * .4f, 1.6f, tone.To(_p.Key, .35f));
            _pen.Ink(cloth, 1.1f, .6f);
            _pen.Hatch(a.X + 2, a.Y + 4, b.X - a.X - 4, (b.Y - a.Y) * .9f, 4, 88, .3f);
        }
    }

    public void HangingLamp(float u, float depth, float metres)
    {
        var at = room.Above(u, depth, metres);
        var r = .34f * room.Metre * room.Scale(depth);
        _pen.Ink(Outline.Open((at.X, -60), (at.X, at.Y - r)), 1.4f, .8f);
        _pen.Wash(new Outline().M(at.X - r, at.Y).Q(at.X - r * .6f, at.Y - r, at.X, at.Y - r).Q(at.X + r * .6f, at.Y - r, at.X + r, at.Y)
            .Z(), _p.Ink);
        _pen.Wash(new Outline().M(at.X - r * .4f, at.Y).Q(at.X, at.Y + r * .7f, at.X + r * .4f, at.Y).Z(), _p.Key);
        Shine(at, r * 9);
    }

    /// <summary>A lamp on the wall, the table or the floor: a small warm light.</summary>
    public void Shine(Spot at, float radius)
    {
        var lit = stage.Reading.DarkOutside;
        _pen.Glow(at.X, at.Y + 4, radius, lit ? .82f : .22f);
        if (lit)
            stage.Light = _pen.View.Map(at);
    }

    public void StandingLamp(float u, float depth)
    {
        Spot foot = room.Floor(u, depth), head = room.Above(u, depth, 1.55f);
        var m = room.Metre * room.Scale(depth);
        _pen.Ink(Outline.Open(foot, head).And(Outline.Open((foot.X - .18f * m, foot.Y), (foot.X + .18f * m, foot.Y))),
            MathF.Max(1.4f, .05f * m), .85f);
        _pen.Solid(Outline.Poly((head.X - .26f * m, head.Y + .12f * m), (head.X - .14f * m, head.Y - .24f * m),
            (head.X + .14f * m, head.Y - .24f * m), (head.X + .26f * m, head.Y + .12f * m)), stage.Reading.DarkOutside ? _p.Key
            : _p.Far.To(_p.Key, .4f), 1.2f, .7f);
        Shine(head, 2.6f * m);
    }

    public void Picture(float u, float v, float wide, float high)
    {
        var box = room.WallBox(u, v, wide, high);
        _pen.Wash(box, _p.Far.To(_p.Local(_dice.Pick(Bindings)), .35f).To(_p.Near, .15f));
        Spot a = room.Wall(u, v), b = room.Wall(u + wide, v + high);
        var inner = new Outline().M(a.X, a.Y + (b.Y - a.Y) * .7f)
            .Q(a.X + (b.X - a.X) * .3f, a.Y + (b.Y - a.Y) * .3f, a.X + (b.X - a.X) * .55f, a.Y + (b.Y - a.Y) * .65f)
            .Q(a.X + (b.X - a.X) * .75f, a.Y + (b.Y - a.Y) * .4f, b.X, a.Y + (b.Y - a.Y) * .6f);
        _pen.Ink(inner, 1, .4f, twice: false);
        _pen.Ink(box, 1.8f, .7f);
    }

    public void Shelves(float u, float v, float wide, float high, int rows, bool bottles = false)
    {
        Spot a = room.Wall(u, v), b = room.Wall(u + wide, v + high);
        _pen.Wash(room.WallBox(u, v, wide, high), Wood.To(_p.Near, .4f), .75f);
        for (var row = 1; row <= rows; row++)
        {
            var y = a.Y + (b.Y - a.Y) * row / rows;
            var deep = (b.Y - a.Y) / rows;
            var x = a.X + 3;
            while (x < b.X - 6)
            {
                float w = deep * _dice.Between(.12f, .3f) * (bottles ? .8f : 1), h = deep * _dice.Between(.5f, .84f);
                if (x + w > b.X - 2)
                    break;
                var tone = _p.Near.To(_p.Local(_dice.Pick(Bindings)), .55f).To(_p.Far, .2f);
                if (bottles)
                {
                    _pen.Wash(Outline.Poly((x, y), (x, y - h * .6f), (x + w * .32f, y - h * .74f), (x + w * .32f, y - h),
                        (x + w * .68f, y - h), (x + w * .68f, y - h * .74f), (x + w, y - h * .6f), (x + w, y)), tone.To(_p.Key, .18f), .9f);
                    x += w * 1.5f;
                }
                else
                {
                    if (_dice.Chance(.88f))
                        _pen.Wash(Outline.Box(x, y - h, w, h), tone);
                    x += w + 1.2f;
                }
            }
            _pen.Ink(Outline.Open((a.X - 3, y), (b.X + 3, y)), 1.8f, .8f);
        }
        _pen.Ink(Outline.Open((a.X, a.Y), (a.X, b.Y)).And(Outline.Open((b.X, a.Y), (b.X, b.Y))), 1.4f, .6f);
    }

    public void Door(float u, float wide, bool open = false)
    {
        var v = 1 - 2.15f / room.MetresHigh;
        var box = room.WallBox(u, v, wide, 1 - v);
        var tone = Wood.To(_p.Far, .2f);
        if (open)
        {
            _pen.Wash(box, stage.Reading.DarkOutside ? _p.Near : _p.Pale);
        }
        else
        {
            _pen.Form(box, tone, tone.To(_p.Ink, .5f), room.Width * wide * .5f, 2);
            _pen.Ink(room.WallBox(u + wide * .16f, v + .05f, wide * .68f, (1 - v) * .36f)
                .And(room.WallBox(u + wide * .16f, v + (1 - v) * .5f, wide * .68f, (1 - v) * .4f)), 1, .5f, twice: false);
            var knob = room.Wall(u + wide * .85f, v + (1 - v) * .53f);
            _pen.Wash(Outline.Oval(knob.X, knob.Y, 2.2f, 2.2f), _p.Key, .8f);
        }
        _pen.Ink(box, 1.9f, .8f);
    }

    /// <summary>A box on the floor: table, bed, counter, crate. Heights and depths in shares and metres.</summary>
    public void Block(float u, float wide, float depth, float deep, float metres, SKColor tone, bool legs = false)
    {
        var back = depth - deep;
        Spot fl = room.Floor(u, depth), fr = room.Floor(u + wide, depth), tl = room.Above(u, depth, metres),
            tr = room.Above(u + wide, depth, metres),
            bl = room.Above(u, back, metres), br = room.Above(u + wide, back, metres);
        if (legs)
        {
            var m = room.Metre * room.Scale(depth);
            foreach (var (top, foot) in new[] { (tl, fl), (tr, fr) })
                _pen.Wash(Outline.Box(top.X - (top.X > fl.X ? .1f * m : 0), top.Y, .1f * m, foot.Y - top.Y), tone.To(_p.Ink, .5f));
            _pen.Form(Outline.Poly(tl, tr, (tr.X, tr.Y + .12f * m), (tl.X, tl.Y + .12f * m)), tone.To(_p.Near, .3f), tone.To(_p.Ink, .6f),
                (tr.X - tl.X) * .5f, 1.6f);
        }
        else
        {
            var front = Outline.Poly(tl, tr, fr, fl);
            _pen.Form(front, tone.To(_p.Near, .25f), tone.To(_p.Ink, .55f), (fr.X - fl.X) * .45f, 2);
            _pen.Ink(front, 1.3f, .7f);
            var (outerTop, innerTop, innerFoot, outerFoot) = u + wide / 2 > .5f ? (tl, bl, room.Floor(u, back), fl)
                : (tr, br, room.Floor(u + wide, back), fr);
            _pen.Wash(Outline.Poly(outerTop, innerTop, innerFoot, outerFoot), tone.To(_p.Ink, .45f));
        }
        var lid = Outline.Poly(bl, br, tr, tl);
        _pen.Form(lid, tone.To(_p.Key, .16f), tone.To(_p.Near, .35f), (tr.X - tl.X) * .5f, 2);
        _pen.Ink(lid, 1.4f, .75f);
    }

    public void Rug(float u, float wide, float from, float to)
    {
        var rug = Outline.Poly(room.Floor(u, from), room.Floor(u + wide, from), room.Floor(u + wide, to), room.Floor(u, to));
        _pen.Wash(rug, _p.Local(_dice.Pick<uint>(0x7c4a42, 0x55606f, 0x6b6048)).To(_p.Near, .3f), .8f);
        _pen.Ink(rug, 1.1f, .45f);
    }

    public void Beams(int count)
    {
        for (var k = 0; k < count; k++)
        {
            var u = (k + .5f) / count;
            Spot a = room.Wall(u, 0);
            var far = new Spot(room.VanishX + (a.X - room.VanishX) * 5, stage.Horizon + (a.Y - stage.Horizon) * 5);
            var w = room.Metre * .11f;
            _pen.Solid(Outline.Poly((a.X - w, a.Y), (a.X + w, a.Y), (far.X + w * 5, far.Y), (far.X - w * 5, far.Y)),
                Wood.To(_p.Near, .45f), 1.2f, .6f);
        }
    }

    /// <summary>Columns or bars from floor to ceiling at a depth.</summary>
    public void Columns(float depth, float metresWide, SKColor tone, params ReadOnlySpan<float> across)
    {
        foreach (var u in across)
        {
            Spot foot = room.Floor(u, depth), head = room.Above(u, depth, room.MetresHigh);
            var w = metresWide * room.Metre * room.Scale(depth) / 2;
            var shaft = Outline.Poly((foot.X - w, foot.Y), (head.X - w * .88f, head.Y), (head.X + w * .88f, head.Y), (foot.X + w, foot.Y));
            _pen.Form(shaft, tone, tone.To(_p.Ink, .55f), w * .9f, 2, tone.To(_p.Key, .4f));
            _pen.Ink(shaft, 1.3f, .65f);
        }
    }

    public void Plant(float u, float depth)
    {
        var foot = room.Floor(u, depth);
        var m = room.Metre * room.Scale(depth);
        var leaf = _p.Local(0x55674a).To(_p.Near, .2f);
        var leaves = new Outline();
        for (var k = 0; k < 9; k++)
        {
            var a = -1.57f + (k - 4) * .3f;
            float x = foot.X + MathF.Cos(a) * .55f * m, y = foot.Y - .45f * m + MathF.Sin(a) * .75f * m;
            leaves.M(foot.X, foot.Y - .4f * m).Q(foot.X + (x - foot.X) * .3f - 3, y - .06f * m, x, y)
                .Q(foot.X + (x - foot.X) * .6f, y + .25f * m, foot.X, foot.Y - .4f * m).Z();
        }
        _pen.Wash(leaves, leaf);
        _pen.Ink(leaves, 1, .5f, twice: false);
        _pen.Solid(Outline.Poly((foot.X - .2f * m, foot.Y - .42f * m), (foot.X + .2f * m, foot.Y - .42f * m), (foot.X + .15f * m, foot.Y),
            (foot.X - .15f * m, foot.Y)), _p.Local(0x8a5a40).To(_p.Near, .2f));
    }

    public void Screens(float u, float v, float wide, float high, int count, SKColor shine)
    {
        for (var k = 0; k < count; k++)
        {
            var step = wide / count;
            var box = room.WallBox(u + step * k, v, step * .88f, high);
            _pen.Wash(box, shine.To(_p.Near, .25f + .4f * _dice.Next()));
            Spot a = room.Wall(u + step * k, v), b = room.Wall(u + step * (k + .88f), v + high);
            var trace = new Outline().M(a.X + 3, (a.Y + b.Y) / 2);
            for (var n = 1; n < 6; n++)
                trace.L(a.X + 3 + (b.X - a.X - 6) * n / 5, (a.Y + b.Y) / 2 + _dice.Jitter((b.Y - a.Y) * .3f));
            _pen.Ink(trace, 1, .6f, _p.Pale, twice: false);
            _pen.Ink(box, 1.8f, .85f);
            _pen.Glow((a.X + b.X) / 2, (a.Y + b.Y) / 2, (b.X - a.X) * .9f, .35f, shine);
        }
    }

    public void Fireplace(float u)
    {
        var w = 1.5f / 6.2f;
        var v = 1 - 1.25f / room.MetresHigh;
        var mantel = room.WallBox(u, v, w, 1 - v);
        var stone = _p.Far.To(_p.Local(0x8a8078), .4f);
        _pen.Form(mantel, stone, stone.To(_p.Ink, .5f), room.Width * w * .5f, 2);
        _pen.Ink(mantel.And(Outline.Open(room.Wall(u - .02f, v), room.Wall(u + w + .02f, v))), 1.6f, .75f);
        var mouth = room.WallBox(u + w * .22f, v + (1 - v) * .35f, w * .56f, (1 - v) * .65f);
        _pen.Wash(mouth, _p.Ink);
        var at = room.Wall(u + w / 2, .96f);
        var m = room.Metre;
        _pen.Wash(new Outline().M(at.X - .25f * m, at.Y).Q(at.X - .25f * m, at.Y - .35f * m, at.X - .05f * m, at.Y - .5f * m)
            .Q(at.X, at.Y - .3f * m, at.X + .12f * m, at.Y - .42f * m).Q(at.X + .28f * m, at.Y - .2f * m, at.X + .25f * m, at.Y)
            .Z(), Tint.Hex(0xe0913f));
        _pen.Wash(Outline.Oval(at.X, at.Y - .1f * m, .13f * m, .16f * m), _p.Key);
        Shine(new Spot(at.X, at.Y - .2f * m), 3 * m);
    }
}
