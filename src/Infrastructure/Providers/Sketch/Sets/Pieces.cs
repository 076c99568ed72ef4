using Director.Infrastructure.Providers.Sketch.Drawing;
using SkiaSharp;

namespace Director.Infrastructure.Providers.Sketch.Sets;

/// <summary>Things that stand outdoors, each on its own row of the ground and as large as that row says.</summary>
internal static class Pieces
{
    /// <summary>A house with a pitched roof; <paramref name="m"/> is design units to a metre.</summary>
    public static void House(Stage stage, float x, float foot, float m, float metresWide, float metresHigh, SKColor colour, float lightIn)
    {
        var (pen, p, dice) = (stage.Pen, stage.Palette, stage.Scene);
        float w = metresWide * m, h = metresHigh * m, roof = h * dice.Between(.28f, .5f);
        var wall = Outline.Poly((x, foot), (x, foot - h), (x + w / 2, foot - h - roof), (x + w, foot - h), (x + w, foot));
        pen.Form(wall, colour, colour.To(p.Near, .2f), w * 1.2f, 1.6f, colour.To(p.Key, .35f));
        pen.Wash(Outline.Poly((x - w * .06f, foot - h + roof * .12f), (x + w / 2, foot - h - roof * 1.08f),
            (x + w * 1.06f, foot - h + roof * .12f), (x + w / 2, foot - h - roof * .82f)), colour.To(p.Near, .6f));
        pen.Ink(Outline.Open((x, foot + 3), (x, foot - h), (x + w / 2, foot - h - roof * 1.06f), (x + w, foot - h), (x + w, foot + 3)),
            1.2f, .65f);
        if (dice.Chance(.6f))
            pen.Solid(Outline.Box(x + w * .66f, foot - h - roof * .95f, w * .09f, roof * .6f), colour.To(p.Near, .5f), 1, .6f);
        var across = Math.Max(1, (int)(metresWide / 2.6f));
        var up = Math.Max(1, (int)(metresHigh / 3f));
        for (var row = 0; row < up; row++)
        {
            for (var k = 0; k < across; k++)
            {
                float wx = x + w * (k + .5f) / across - .45f * m, wy = foot - h + h * (row + .28f) / up;
                if (row == up - 1 && k == across / 2)
                {
                    pen.Solid(Outline.Box(wx, foot - 2.1f * m, 1f * m, 2.1f * m), colour.To(p.Ink, .6f), 1, .6f);
                    continue;
                }
                var lit = dice.Chance(lightIn);
                pen.Wash(Outline.Box(wx, wy, .9f * m, 1.25f * m), lit ? p.Key : p.Near.To(p.SkyTop, .25f), lit ? .88f : .8f);
                if (m > 7)
                    pen.Ink(Outline.Box(wx, wy, .9f * m, 1.25f * m)
                        .And(Outline.Open((wx + .45f * m, wy), (wx + .45f * m, wy + 1.25f * m))), 1, .6f, twice: false);
                if (lit && m > 9)
                    pen.Glow(wx + .45f * m, wy + .6f * m, 3.4f * m, .28f);
            }
        }
        pen.Hatch(pen.Light < 0 ? x + w * .56f : x + w * .04f, foot - h + 4, w * .4f, h * .85f, 7, 70, .2f);
    }

    /// <summary>A broad-leaved tree, bare when <paramref name="leaf"/> is null.</summary>
    public static void Tree(Stage stage, float x, float foot, float height, SKColor bark, SKColor? leaf, Dice dice)
    {
        var (pen, p) = (stage.Pen, stage.Palette);
        var w = height * .045f;
        var lean = dice.Jitter(height * .05f);
        var trunk = new Outline().M(x - w * 1.3f, foot).Q(x - w * .6f, foot - height * .25f, x - w * .5f + lean, foot - height * .6f)
            .L(x + w * .5f + lean, foot - height * .6f).Q(x + w * .7f, foot - height * .25f, x + w * 1.5f, foot).Z();
        pen.Form(trunk, bark, bark.To(p.Ink, .6f), w * .7f, 1.4f, bark.To(p.Key, .35f));
        pen.Ink(trunk, 1.2f, .65f);
        var branches = new Outline();
        for (var k = 0; k < 7; k++)
        {
            var side = k % 2 == 0 ? 1 : -1;
            float y = foot - height * (.42f + .07f * k), reach = height * dice.Between(.14f, .3f);
            branches.M(x + lean * .7f, y).Q(x + side * reach * .5f, y - reach * .3f, x + side * reach, y - reach * dice.Between(.5f, 1));
        }
        pen.Ink(branches, MathF.Max(1, w * .28f), .75f, bark.To(p.Ink, .5f));
        if (leaf is not { } green)
            return;
        for (var k = 0; k < 4; k++)
        {
            float cx = x + lean + (k is 1 ? -1 : k is 2 ? 1 : 0) * height * dice.Between(.14f, .24f),
                cy = foot - height * (k == 3 ? .86f : .66f) + dice.Jitter(height * .05f);
            var crown = Blob(cx, cy, height * dice.Between(.19f, .27f), height * dice.Between(.15f, .21f), 9, dice);
            var tone = green.To(p.Near, .1f * k);
            pen.Form(crown, tone, tone.To(p.Ink, .5f), height * .1f, 2.2f, tone.To(p.Key, .34f));
            pen.Ink(crown, 1.1f, .45f);
            pen.Hatch(cx + (pen.Light < 0 ? 0 : -.16f) * height, cy - height * .04f, height * .16f, height * .12f, 6, 60, .24f);
        }
    }

    /// <summary>A conifer.</summary>
    public static void Pine(Stage stage, float x, float foot, float height, SKColor green, Dice dice)
    {
        var (pen, p) = (stage.Pen, stage.Palette);
        pen.Wash(Outline.Box(x - height * .018f, foot - height * .2f, height * .036f, height * .2f), p.Near);
        var half = height * dice.Between(.15f, .21f);
        var tree = new Outline().M(x, foot - height);
        const int tiers = 5;
        for (var k = 1; k <= tiers; k++)
        {
            float y = foot - height + height * .9f * k / tiers, r = half * k / tiers;
            tree.L(x + r + dice.Jitter(half * .08f), y).L(x + r * .55f, y - height * .035f);
        }
        tree.L(x, foot - height * .08f);
        for (var k = tiers; k >= 1; k--)
        {
            float y = foot - height + height * .9f * k / tiers, r = half * k / tiers;
            tree.L(x - r * .55f, y - height * .035f).L(x - r + dice.Jitter(half * .08f), y);
        }
        tree.Z();
        pen.Form(tree, green, green.To(p.Ink, .5f), half * .5f, 1.8f, green.To(p.Key, .25f));
        pen.Ink(tree, 1, .5f);
    }

    /// <summary>A sailing skiff; <paramref name="size"/> is its length in design units.</summary>
    public static void Skiff(Stage stage, float x, float y, float size, bool sail = true)
    {
        var (pen, p) = (stage.Pen, stage.Palette);
        var s = size / 72;
        pen.Wash(new Outline().M(x - 34 * s, y).Q(x, y + 15 * s, x + 38 * s, y - 3 * s).L(x + 30 * s, y + 13 * s)
            .Q(x, y + 20 * s, x - 24 * s, y + 13 * s).Z(), p.Ink);
        pen.Ink(Outline.Open((x - 36 * s, y), (x - 24 * s, y + 13 * s))
            .And(Outline.Open((x + 40 * s, y - 4 * s), (x + 30 * s, y + 13 * s))), 1.2f, .8f);
        if (sail)
        {
            pen.Wash(Outline.Poly((x + 2 * s, y - 42 * s), (x + 24 * s, y - 6 * s), (x + 2 * s, y - 4 * s)), p.Local(0xd8cdb4, .2f), .92f);
            pen.Wash(Outline.Poly((x - 2 * s, y - 38 * s), (x - 20 * s, y - 4 * s), (x - 2 * s, y - 4 * s)), p.Local(0xb9ab8e, .25f), .85f);
            pen.Ink(Outline.Open((x, y), (x, y - 46 * s)).And(Outline.Open((x, y - 44 * s), (x + 26 * s, y - 5 * s)))
                .And(Outline.Open((x, y - 41 * s), (x - 23 * s, y - 3 * s))), 1.3f, .8f);
        }
        var wake = new Outline();
        for (var k = 0; k < 5; k++)
            wake.M(x - (30 + k * 14) * s, y + (12 + k * 4) * s).L(x - (52 + k * 19) * s, y + (15 + k * 5) * s);
        pen.Ink(wake, 1.1f, .4f, p.Pale, twice: false);
    }

    /// <summary>A car seen from the side.</summary>
    public static void Car(Stage stage, float x, float foot, float m, SKColor colour, bool lights)
    {
        var (pen, p) = (stage.Pen, stage.Palette);
        var at = new Figures.Placement(x, foot, m, 1);
        var body = at.Path("M-2.15,-0.3 C-2.25,-0.75 -2.1,-0.9 -1.5,-0.95 C-1.1,-1.35 -0.8,-1.48 -0.2,-1.48 C0.5,-1.48 0.75,-1.3 1.15,-0.95 C1.8,-0.9 2.15,-0.75 2.15,-0.3 Z");
        pen.Wash(at.Path("M-2.2,0.02 L2.3,0.02 L2.1,-0.3 L-2.1,-0.3 Z"), p.Ink, .5f);
        pen.Form(body, colour, colour.To(p.Ink, .6f), .5f * m, .05f * m, colour.To(p.Key, .6f));
        pen.Wash(at.Path("M-1.25,-0.95 C-1.0,-1.28 -0.8,-1.36 -0.3,-1.36 L-0.25,-0.92 Z"), p.Near.To(p.SkyTop, .4f));
        pen.Wash(at.Path("M-0.1,-0.92 L-0.12,-1.36 C0.4,-1.36 0.6,-1.24 0.9,-0.95 Z"), p.Near.To(p.SkyTop, .4f));
        pen.Ink(body.And(at.Path("M-0.18,-1.4 L-0.2,-0.3 M-2.1,-0.62 L2.1,-0.62")), 1.2f, .75f);
        foreach (var wheel in new[] { -1.35f, 1.3f })
        {
            pen.Wash(at.Path(Outline.Oval(wheel, -.3f, .34f, .34f)), p.Ink);
            pen.Wash(at.Path(Outline.Oval(wheel, -.3f, .15f, .15f)), p.Mid);
        }
        if (!lights)
            return;
        var lamp = at.Map((2.1f, -.68f));
        pen.Beam(lamp.X, lamp.Y, 4, 7, 6 * m, .45f);
        pen.Glow(lamp.X, lamp.Y, 1.5f * m, .8f);
        var tail = at.Map((-2.15f, -.7f));
        pen.Glow(tail.X, tail.Y, .7f * m, .6f, Tint.Hex(0xb5473a));
    }

    /// <summary>A street lamp.</summary>
    public static void LampPost(Stage stage, float x, float foot, float m, bool lit)
    {
        var (pen, p) = (stage.Pen, stage.Palette);
        var side = x < stage.Width / 2 ? 1 : -1;
        pen.Ink(new Outline().M(x, foot).L(x, foot - 4.2f * m)
            .Q(x, foot - 4.9f * m, x + side * .9f * m, foot - 4.8f * m), MathF.Max(1.4f, .12f * m), .9f);
        pen.Wash(Outline.Poly((x + side * .6f * m, foot - 4.8f * m), (x + side * 1.3f * m, foot - 4.8f * m),
            (x + side * 1.15f * m, foot - 4.55f * m), (x + side * .75f * m, foot - 4.55f * m)), p.Ink);
        if (!lit)
            return;
        pen.Beam(x + side * .95f * m, foot - 4.6f * m, 90, 24, 4.6f * m, .26f);
        pen.Glow(x + side * .95f * m, foot - 4.55f * m, 2.6f * m, .8f);
    }

    /// <summary>A boulder or a low mass of rock.</summary>
    public static void Rock(Stage stage, float x, float foot, float width, float height, SKColor colour, Dice dice)
    {
        var (pen, p) = (stage.Pen, stage.Palette);
        var rock = new Outline().M(x - width / 2, foot)
            .Q(x - width * .5f, foot - height * dice.Between(.3f, .5f), x - width * .34f, foot - height * dice.Between(.5f, .7f))
            .L(x - width * .14f, foot - height * dice.Between(.8f, 1))
                .Q(x + width * .04f, foot - height * dice.Between(.9f, 1.1f), x + width * .2f, foot - height * dice.Between(.6f, .8f))
            .L(x + width * .4f, foot - height * dice.Between(.3f, .5f)).Q(x + width * .5f, foot - height * .2f, x + width / 2, foot)
                .Q(x, foot + height * .08f, x - width / 2, foot).Z();
        pen.Form(rock, colour, colour.To(p.Ink, .32f), width * .5f, 2, colour.To(p.Key, .25f));
        pen.Ink(rock, 1.4f, .7f);
        pen.Hatch(pen.Light < 0 ? x : x - width * .4f, foot - height * .7f, width * .34f, height * .6f, 8, 55, .3f);
    }

    /// <summary>Posts and rails along a row.</summary>
    public static void Fence(Stage stage, float from, float to, float foot, float m)
    {
        var (pen, p) = (stage.Pen, stage.Palette);
        var step = MathF.Max(5, 1.6f * m);
        for (var x = from; x <= to; x += step)
            pen.Wash(Outline.Box(x, foot - 1.05f * m, MathF.Max(1.5f, .13f * m), 1.1f * m), p.Near);
        pen.Ink(Outline.Open((from - 6, foot - .82f * m), (to + 6, foot - .8f * m))
            .And(Outline.Open((from - 6, foot - .42f * m), (to + 6, foot - .44f * m))), MathF.Max(1.2f, .08f * m), .75f);
    }

    /// <summary>Grass along a row.</summary>
    public static void Tufts(Stage stage, int count, float opacity = .4f)
    {
        var tufts = new Outline();
        for (var k = 0; k < count; k++)
        {
            var d = stage.Take.Between(1.02f, 4);
            float x = stage.Take.Between(-10, stage.Width + 10), y = stage.Row(d), s = MathF.Min(16, stage.Metre(d) * .22f) + 2;
            tufts.M(x, y).L(x - s * .5f, y - s).M(x + 1, y).L(x + s * .1f, y - s * 1.2f).M(x + 2, y).L(x + s * .6f, y - s * .9f);
        }
        stage.Pen.Ink(tufts, 1, opacity, twice: false);
    }

    /// <summary>A rounded, uneven mass.</summary>
    public static Outline Blob(float x, float y, float rx, float ry, int bumps, Dice dice)
    {
        var blob = new Outline();
        for (var k = 0; k <= bumps; k++)
        {
            float a = k * MathF.Tau / bumps, m = (k - .5f) * MathF.Tau / bumps, swell = 1.18f + dice.Next() * .2f;
            float px = x + rx * MathF.Cos(a), py = y + ry * MathF.Sin(a);
            if (k == 0)
                blob.M(px, py);
            else
                blob.Q(x + rx * swell * MathF.Cos(m), y + ry * swell * MathF.Sin(m), px, py);
        }
        return blob.Z();
    }

    /// <summary>A few people far off, as dark shapes.</summary>
    public static void Crowd(Stage stage, float distance, int count)
    {
        var (pen, p, dice) = (stage.Pen, stage.Palette, stage.Take);
        for (var k = 0; k < count; k++)
        {
            var d = distance * dice.Between(.85f, 1.15f);
            float m = stage.Metre(d), x = dice.Between(.02f, .98f) * stage.Width, y = stage.Row(d), h = 1.7f * m;
            var tone = p.Depth(d).To(p.Local(dice.Pick<uint>(0x6b5a48, 0x56616b, 0x6b4a44, 0x5b6350)), .5f);
            pen.Form(new Outline().M(x - h * .13f, y).L(x - h * .15f, y - h * .55f).Q(x - h * .16f, y - h * .82f, x, y - h * .83f)
                .Q(x + h * .16f, y - h * .82f, x + h * .15f, y - h * .55f).L(x + h * .12f, y).Z(),
                tone, tone.To(p.Ink, .5f), h * .1f, 1);
            pen.Wash(Outline.Oval(x, y - h * .91f, h * .068f, h * .082f), tone.To(p.SkinLit, .4f));
        }
    }
}
