using Director.Infrastructure.Providers.Sketch.Drawing;
using Director.Infrastructure.Providers.Sketch.Reading;
using SkiaSharp;

namespace Director.Infrastructure.Providers.Sketch.Sets;

/// <summary>A stair: from above a spiral, from eye height a flight with its rail.</summary>
internal sealed class StairSet : ISet
{
    public void Draw(Stage stage)
    {
        if (stage.Reading.Angle == SketchAngle.High)
            Spiral(stage);
        else
            Flight(stage);
    }

    private static void Spiral(Stage stage)
    {
        var (pen, p, w, h) = (stage.Pen, stage.Palette, stage.Width, stage.Height);
        pen.Wash(Outline.Box(-w, -h, w * 3, h * 3), p.Mid.To(p.Near, .4f));
        float cx = w * .5f, cy = h * .52f, outer = MathF.Min(w * .5f, h * .95f);
        const int steps = 60;
        const float turns = 2.55f, flat = .7f;
        var turn = stage.Take.Between(0, 1.2f) + (stage.Side > 0 ? 0 : 2.6f);
        float R(float t) => outer * MathF.Pow(1 - t, 1.35f) + h * .075f;
        float A(float t) => t * turns * MathF.Tau - .6f + turn;
        Spot At(float radius, float angle, float t) => new(cx + radius * MathF.Cos(angle), cy + radius * flat * MathF.Sin(angle) + (1 - t) * 18);
        var (edges, inner, rim, rail, posts) = (new Outline(), new Outline(), new Outline(), new Outline(), new Outline());
        for (var k = 0; k < steps; k++)
        {
            float t = k / (float)steps, u = (k + 1) / (float)steps;
            Spot a = At(R(t), A(t), t), b = At(R(u), A(u), u), c = At(R(u) * .6f, A(u), u), d = At(R(t) * .6f, A(t), t);
            var lit = .5f + .5f * MathF.Cos(A(t) - 4);
            var tone = p.Near.To(p.Far, .22f + .48f * lit).To(p.Key, .32f * t * lit + (k % 2 == 0 ? .03f : .13f)).To(p.Ink, .22f * (1 - lit));
            pen.Wash(Outline.Poly(a, b, c, d), tone);
            edges.M(a.X, a.Y).L(d.X, d.Y);
            var lift = h * .075f * (1 - t);
            _ = k == 0 ? inner.M(d.X, d.Y) : inner.L(d.X, d.Y);
            _ = k == 0 ? rim.M(a.X, a.Y) : rim.L(a.X, a.Y);
            _ = k == 0 ? rail.M(d.X, d.Y - lift) : rail.L(d.X, d.Y - lift);
            if (k % 2 == 0)
                posts.M(d.X, d.Y).L(d.X, d.Y - lift);
        }
        pen.Ink(edges, 1.3f, .72f, twice: false);
        pen.Ink(inner, 2, .85f);
        pen.Ink(rim, 1.4f, .7f);
        pen.Ink(rail, 2.1f, .9f);
        pen.Ink(posts, 1, .7f, twice: false);
        pen.Glow(cx, cy + 4, h * .21f, .6f);
        // The figure stands on the outer turn, where it is largest.
        var best = new Spot(0, 0);
        for (var t = .05f; t < .45f; t += .02f)
        {
            var step = At(R(t) * .8f, A(t), t);
            if (step.X > w * .12f && step.X < w * .88f && step.Y is var y && y > h * .3f && y < h * .86f && (best.X == 0 || MathF.Abs(step.X - stage.FigureX) < MathF.Abs(best.X - stage.FigureX)))
                best = step;
        }
        if (best.X != 0)
            stage.Footing = best;
        stage.FootingShare = .31f;
        stage.Light = best.X != 0 ? new Spot(cx, cy) : stage.Light;
    }

    private static void Flight(Stage stage)
    {
        var (pen, p, w, h) = (stage.Pen, stage.Palette, stage.Width, stage.Height);
        var room = new RoomSpace(stage, .62f, 3.6f);
        var wall = p.Far.To(p.Mid, .3f).To(p.Local(stage.Scene.Pick<uint>(0x94a08a, 0xa0867a, 0xa99a78)), .25f);
        room.Shell(wall, p.Mid.To(p.Near, .3f), true);
        var things = new Furniture(stage, room);
        things.Window(stage.Side > 0 ? .1f : .68f, .1f, .2f, .3f);
        var side = -stage.Side;
        const int steps = 10;
        float foot = h * .97f, x0 = w * (.5f + side * .02f), rise = h * .062f, run = w * .052f;
        var wood = p.Local(0x7a5a3a).To(p.Near, .3f);
        var (rail, posts) = (new Outline(), new Outline());
        for (var k = steps; k >= 0; k--)
        {
            float x = x0 + side * run * k, y = foot - rise * k;
            var step = Outline.Poly((x, y), (x, y - rise), (x + side * w, y - rise), (x + side * w, y));
            pen.Form(step, wood.To(p.Near, .15f + .03f * k), p.Near, run * 3, 2.4f, wood.To(p.Key, .3f));
            pen.Ink(Outline.Open((x, y), (x, y - rise), (x + side * w, y - rise)), 1.5f, .75f);
        }
        for (var k = 0; k <= steps; k++)
        {
            float x = x0 + side * run * (k + .4f), y = foot - rise * (k + 1);
            posts.M(x, y).L(x, y - h * .2f);
            _ = k == 0 ? rail.M(x, y - h * .2f) : rail.L(x, y - h * .2f);
        }
        pen.Ink(posts, 2, .75f);
        pen.Ink(rail, 4, .85f);
        things.HangingLamp(.5f, .2f, 2.7f);
    }
}

/// <summary>A corridor of doors.</summary>
internal sealed class CorridorSet : ISet
{
    public void Draw(Stage stage)
    {
        var (pen, p, h, hz, dice) = (stage.Pen, stage.Palette, stage.Height, stage.Horizon, stage.Scene);
        var room = new RoomSpace(stage, .2f, 5.4f);
        var wall = p.Far.To(p.Mid, .25f).To(p.Local(dice.Pick<uint>(0x9aa39a, 0xa89a7c, 0x8f8fa0)), .3f);
        room.Shell(wall, p.Mid.To(p.Local(0x7d7264), .3f), false);
        var things = new Furniture(stage, room);
        things.Door(.32f, .36f, dice.Chance(.4f));
        var (left, right) = (room.Left, room.Left + room.Width);
        foreach (var side in new[] { -1, 1 })
        {
            for (var s = 1.35f; s < 6; s *= 1.75f)
            {
                float Xs(float k) => room.VanishX + ((side < 0 ? left : right) - room.VanishX) * k;
                float Ys(float v, float k) => hz + (room.Top + room.Height * v - hz) * k;
                var door = Outline.Poly((Xs(s), Ys(1, s)), (Xs(s), Ys(.42f, s)), (Xs(s * 1.32f), Ys(.42f, s * 1.32f)), (Xs(s * 1.32f), Ys(1, s * 1.32f)));
                var tone = wall.To(p.Local(0x5d4632), .5f).To(p.Near, .25f);
                pen.Wash(door, tone);
                pen.Ink(door, 1.5f, .75f);
                pen.Line(Xs(s * 1.06f), Ys(.74f, s * 1.06f), Xs(s * 1.1f), Ys(.74f, s * 1.1f), 2, .8f, p.Key);
            }
        }
        foreach (var s in new[] { 1.5f, 2.9f })
        {
            float y = hz + (room.Top - hz) * s, half = room.Width * .12f * s;
            pen.Wash(Outline.Poly((room.VanishX - half, y), (room.VanishX + half, y), (room.VanishX + half * 1.2f, hz + (room.Top - hz) * s * 1.14f), (room.VanishX - half * 1.2f, hz + (room.Top - hz) * s * 1.14f)), p.Key, .9f);
            pen.Glow(room.VanishX, y, room.Width * s * .8f, .45f);
        }
        stage.Light = new Spot(room.VanishX, hz - h * .2f);
    }
}

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
            : new Outline().M(w * .13f, h * .56f).Q(w * .15f, h * .2f, w * .27f, h * .14f).Q(w * .5f, h * .10f, w * .73f, h * .14f).Q(w * .85f, h * .2f, w * .87f, h * .56f).Q(w * .5f, h * .6f, w * .13f, h * .56f).Z();
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
            pen.Ink(Outline.Open((w * .13f, h * .56f), (-w * .1f, h * .72f)).And(Outline.Open((w * .87f, h * .56f), (w * 1.1f, h * .72f))).And(Outline.Open((w * .27f, h * .14f), (w * .1f, -h * .2f))).And(Outline.Open((w * .73f, h * .14f), (w * .9f, -h * .2f))), 2, .6f);
        }
        foreach (var side in new[] { -1, 1 })
        {
            float x = w * (.5f + side * .24f);
            var seat = new Outline().M(x - w * .17f, h * 1.3f).L(x - w * .15f, h * .74f).Q(x - w * .145f, h * .6f, x - w * .09f, h * .59f).Q(x, h * .575f, x + w * .09f, h * .59f).Q(x + w * .145f, h * .6f, x + w * .15f, h * .74f).L(x + w * .17f, h * 1.3f).Z();
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
        var dash = new Outline().M(-w * .2f, h * .95f).Q(w * .5f, h * .86f, w * 1.2f, h * .95f).L(w * 1.2f, h * 1.4f).L(-w * .2f, h * 1.4f).Z();
        pen.Form(dash, p.Near.To(p.Mid, .2f), p.Ink, w * .3f, 3);
        pen.Ink(dash, 1.6f, .8f);
        var x = w * (.5f + stage.Side * .22f);
        pen.Ink(Outline.Oval(x, h * 1.0f, w * .13f, h * .16f), 7, .95f, p.Near);
        pen.Ink(Outline.Oval(x, h * 1.0f, w * .13f, h * .16f), 1.4f, .6f);
    }
}

/// <summary>A cave or a tunnel with its mouth of light.</summary>
internal sealed class CaveSet : ISet
{
    public void Draw(Stage stage)
    {
        var (pen, p, w, h, hz, dice) = (stage.Pen, stage.Palette, stage.Width, stage.Height, stage.Horizon, stage.Scene);
        var rock = p.Mid.To(p.Local(0x7d7263), .3f);
        pen.Wash(Outline.Box(-w, -h, w * 3, h * 3), rock.To(p.Near, .8f));
        float x = stage.LandmarkX, y = hz;
        for (var k = 0; k < 5; k++)
        {
            var s = 1 - k * .19f;
            var arch = new Outline().M(x - w * .62f * s, y + h * .62f * s);
            const int bends = 10;
            for (var n = 1; n <= bends; n++)
            {
                var a = MathF.PI + MathF.PI * n / bends;
                var r = s * dice.Between(.9f, 1.1f);
                arch.Q(x + w * .64f * r * MathF.Cos(a - .16f), y + h * .1f * s + h * .68f * r * MathF.Sin(a - .16f), x + w * .6f * r * MathF.Cos(a), y + h * .1f * s + h * .62f * r * MathF.Sin(a));
            }
            arch.L(x + w * .62f * s, y + h * .62f * s).Z();
            pen.Wash(arch, rock.To(p.Near, .7f - k * .15f).To(p.SkyLow, .05f * k));
            pen.Ink(arch, 1.5f, .6f);
            pen.Hatch(x + w * .3f * s, y - h * .3f * s, w * .22f * s, h * .5f * s, 9, 70, .24f);
        }
        var mouth = new Outline().M(x - w * .09f, y + h * .1f).Q(x - w * .1f, y - h * .12f, x, y - h * .14f).Q(x + w * .1f, y - h * .1f, x + w * .09f, y + h * .1f).Z();
        pen.Blend(mouth, (0, y - h * .14f), (0, y + h * .1f), p.SkyTop.To(p.SkyLow, .5f), p.Pale);
        pen.Ink(mouth, 1.4f, .7f);
        pen.Glow(x, y, h * .62f, .55f, p.Pale);
        var floor = new Outline().M(-w * .2f, h * .84f).Q(x - w * .2f, y + h * .14f, x, y + h * .1f).Q(x + w * .2f, y + h * .14f, w * 1.2f, h * .86f).L(w * 1.2f, h * 1.2f).L(-w * .2f, h * 1.2f).Z();
        pen.Blend(floor, (0, y), (0, h), rock.To(p.SkyLow, .2f), rock.To(p.Near, .5f), p.Near);
        for (var k = 0; k < 5; k++)
        {
            var d = dice.Between(1.2f, 2.8f);
            Pieces.Rock(stage, w * (dice.Chance(.5f) ? dice.Between(-.02f, .24f) : dice.Between(.76f, 1.02f)), stage.Row(d), stage.Metre(d) * 1.8f, stage.Metre(d) * .9f, rock.To(p.Near, .4f), dice);
        }
        stage.Light = new Spot(x, y);
    }
}

/// <summary>The lantern room: the great lens behind its glass, the sea below.</summary>
internal sealed class LanternRoomSet : ISet
{
    public void Draw(Stage stage)
    {
        var (pen, p, w, h) = (stage.Pen, stage.Palette, stage.Width, stage.Height);
        Sky.Draw(stage, 3);
        Sky.Sea(stage);
        var bars = p.Near;
        for (var k = -1; k <= 6; k++)
        {
            var x = w * (.04f + k * .19f);
            pen.Wash(Outline.Box(x - 5, -h, 10, h * 3), bars);
            pen.Ink(Outline.Open((x - 5, -20), (x - 5, h)).And(Outline.Open((x + 5, -20), (x + 5, h))), 1.2f, .6f);
        }
        foreach (var y in new[] { .12f, .7f })
            pen.Wash(Outline.Box(-w, h * y, w * 3, 8), bars);
        pen.Blend(Outline.Box(-w, h * .845f, w * 3, h), (0, h * .84f), (0, h), p.Near.To(p.Mid, .3f), p.Near);
        pen.Ink(Outline.Open((-20, h * .845f), (w + 20, h * .845f)), 1.8f, .8f);
        float cx = w * (.5f + stage.Side * .02f), cy = h * .45f, rx = h * .335f, ry = h * .383f;
        if (stage.Width < stage.Height)
            (rx, ry) = (w * .3f, w * .34f);
        var glass = p.Local(0xb9c6c4).To(p.SkyLow, .4f);
        pen.Form(Outline.Oval(cx, cy, rx, ry), glass, p.Mid.To(p.SkyTop, .3f), rx, 6, p.Key);
        pen.Glow(cx, cy, rx * 1.2f, stage.Reading.Has(SketchProp.Unlit) ? .2f : .8f);
        var rings = new Outline();
        foreach (var s in new[] { .2f, .34f, .5f, .66f, .82f, .98f })
            rings.And(Outline.Oval(cx, cy, rx * s, ry * s));
        pen.Ink(rings, 1.6f, .7f);
        var spokes = new Outline();
        for (var k = 0; k < 20; k++)
        {
            float a = k * MathF.Tau / 20, c = MathF.Cos(a), s = MathF.Sin(a);
            spokes.M(cx + rx * .21f * c, cy + ry * .21f * s).L(cx + rx * .98f * c, cy + ry * .98f * s);
        }
        pen.Ink(spokes, 1, .35f, twice: false);
        pen.Solid(Outline.Poly((cx - rx * .5f, cy + ry * .92f), (cx + rx * .5f, cy + ry * .92f), (cx + rx * .62f, cy + ry * 1.26f), (cx - rx * .62f, cy + ry * 1.26f)), p.Near, 1.6f, .85f);
        stage.FigureReach = .29f;
    }
}
