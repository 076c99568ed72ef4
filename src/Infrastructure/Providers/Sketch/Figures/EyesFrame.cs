using Director.Infrastructure.Providers.Sketch.Drawing;
using SkiaSharp;

namespace Director.Infrastructure.Providers.Sketch.Figures;

/// <summary>An extreme close-up: no outline, two eyes across the frame, hat or hair closing the top, the collar the lower corners.</summary>
internal sealed class EyesFrame(Pen pen, Look look, float width, float height, float eyeLine, Dice dice)
{
    private readonly Palette _palette = pen.Palette;
    private readonly float _s = MathF.Min(width / 640, height / 300);

    /// <summary>Eye colour belongs to the person: taken from what makes the head its own.</summary>
    private readonly uint _iris = look.Tan > .3f ? 0x3f2f28u : look.Nose > .3f ? 0x5a4130u : look.Chin > .4f ? 0x5b6b48u : 0x4e6e86u;

    public void Draw()
    {
        var skin = new SkinTones(_palette, look);
        var whole = Outline.Box(-80, -80, width + 160, height + 160);
        float lit = pen.Light < 0 ? 0 : width, dark = width - lit;
        pen.Wash(whole, skin.Lit);
        pen.Blend(whole, (lit, 0), (dark, height * .2f), skin.Lit.To(_palette.Key, .4f), skin.Lit, skin.Shade.To(skin.Lit, .2f),
            skin.Shade.To(_palette.Ink, .55f), skin.Shade.To(_palette.Ink, .8f));
        Nose(skin);
        var gaze = dice.Jitter(7);
        // Own proportion: eyes stand wider apart or closer together.
        var apart = look.Jaw * .012f;
        foreach (var (share, inner) in new[] { (.28f - apart, 1f), (.73f + apart, -1f) })
            Eye(width * share, inner, MathF.Abs(width * share - lit) / width, skin, gaze);
        Collar();
        Top();
        if (look.Beard is Beard.Full or Beard.Short)
            Stubble();
        var side = dark > 0 ? width * .66f : width * .06f;
        pen.Hatch(side, height * .6f, width * .28f, height * .3f, 18, 60, .3f, 1.6f * _s);
    }

    private void Eye(float x, float inner, float far, SkinTones skin, float gaze)
    {
        var y = eyeLine;
        Outline P(string data) => Outline.Parse(data).Map(p => new Spot(x + p.X * _s * inner, y + p.Y * _s));
        pen.Wash(P("M-106,-36 C-52,-74 62,-72 112,-32 C84,44 -72,50 -106,-36 Z"), skin.Shade, .5f);
        pen.Wash(P("M-74,8 C-34,-30 38,-32 78,6 C34,34 -36,34 -74,8 Z"), Tint.Hex(0xe6dccb).To(skin.Shade, .15f + .6f * far));
        var iris = Tint.Hex(_iris).To(_palette.Ink, .15f + .25f * far);
        pen.Wash(Outline.Oval(x + gaze * _s, y, 26 * _s, 26 * _s), iris);
        pen.Ink(Outline.Oval(x + gaze * _s, y, 26 * _s, 26 * _s), 1.6f * _s, .7f);
        pen.Wash(Outline.Oval(x + gaze * _s, y, 11.5f * _s, 11.5f * _s), _palette.Ink);
        pen.Wash(Outline.Oval(x + (gaze + pen.Light * 9) * _s, y - 9 * _s, 5 * _s, 5.5f * _s), _palette.Key);
        pen.Wash(P("M-80,9 C-38,-40 42,-42 86,8 C44,-24 -34,-24 -80,9 Z"), skin.Shade.To(_palette.Ink, .55f));
        pen.Ink(P("M-84,12 C-38,-38 42,-40 88,10 M-66,18 C-32,38 32,38 70,15 M-90,-40 C-34,-52 32,-50 92,-24"), 2.2f * _s, .85f);
        pen.Ink(P("M-58,46 C-22,62 22,62 54,48"), 1.6f * _s, .5f);
        if (look.Build == Build.Woman)
            pen.Ink(P("M-84,10 L-104,2 M-78,0 L-96,-12 M-66,-10 L-80,-24"), 2.4f * _s, .85f);
        var hair = look.Hair == Hair.Bald && look.Beard == Beard.None ? skin.Shade : _palette.Local(look.HairColour);
        var brow = new Outline();
        var hairs = look.Build == Build.Woman ? 15 : 24;
        for (var k = 0; k < hairs; k++)
        {
            var t = k / (float)hairs;
            var bow = 22 * MathF.Sin(t * 3.14f);
            var from = new Spot(-98 + 198 * t, -60 - bow + dice.Jitter(4));
            brow.M(from.X, from.Y).L(from.X + 20, from.Y - (look.Build == Build.Woman ? 10 : 20) * (1 - t * .7f) + dice.Jitter(4));
        }
        pen.Ink(brow.Map(p => new Spot(x + p.X * _s * -inner, y + p.Y * _s)), 3.2f * _s, .8f, hair.To(_palette.Ink, .2f + .5f * far),
            twice: false);
        if (!look.Old)
            return;
        for (var k = 0; k < 3; k++)
            pen.Ink(P("M-112,0 Q-136,4 -154,14").Shift(0, (k * 17 - 4) * _s), 1.5f * _s, .5f);
    }

    private void Nose(SkinTones skin)
    {
        var x = width * .505f;
        var dark = pen.Light < 0 ? 1 : -1;
        Outline P(string data) => Outline.Parse(data)
            .Map(p => new Spot(x + p.X * _s * dark, eyeLine + p.Y * _s * MathF.Max(1, height / 334)));
        pen.Wash(P("M4,-40 C34,24 52,88 62,136 C34,156 10,164 -18,186 L98,190 L82,54 C58,0 32,-34 4,-40 Z"), skin.Shade, .5f);
        pen.Ink(P("M-20,-30 C-28,14 -44,80 -58,130 C-66,156 -48,168 -28,162 M34,-30 C42,14 54,80 72,134"), 2.2f * _s, .7f);
    }

    /// <summary>The coat comes up at the corners, so that a character keeps the colour even here.</summary>
    private void Collar()
    {
        var coat = _palette.Local(look.Coat);
        var dark = _palette.Local(look.CoatDark);
        foreach (var side in new[] { 0f, 1f })
        {
            var x = side * width;
            var m = side > 0 ? -1 : 1;
            var flap = new Outline().M(x - m * 90, height * .66f)
                .Q(x + m * width * .03f, height * .70f, x + m * width * .115f, height * .86f)
                .Q(x + m * width * .16f, height * .93f, x + m * width * .21f, height + 60).L(x - m * 90, height + 60).Z();
            pen.Form(flap, coat, dark, 60 * _s, 5 * _s, coat.To(_palette.Key, .6f));
            pen.Ink(flap, 2.4f * _s, .85f);
        }
    }

    private void Top()
    {
        var hat = look.Hat != Hat.None;
        var tone = hat ? _palette.Local(look.HatColour) : _palette.Local(look.HairColour).To(_palette.Near, .2f);
        if (!hat && look.Hair == Hair.Bald)
        {
            pen.Ink(new Outline().M(width * .2f, height * .06f).Q(width * .5f, height * .02f, width * .8f, height * .07f), 1.8f * _s, .45f);
            return;
        }
        var deep = hat ? .10f : .12f;
        var band = new Outline().M(-60, -60).L(width + 60, -60).L(width + 60, height * (deep + .05f));
        if (hat)
            band.C(width * .82f, height * (deep - .03f), width * .3f, height * (deep - .05f), -60, height * (deep + .06f)).Z();
        else if (look.Build == Build.Woman)
            band.C(width * .96f, height * .12f, width * .74f, height * .10f, width * .56f, -8)
                .C(width * .4f, height * .12f, width * .08f, height * .1f, width * .03f, height * .52f).L(-60, height * .7f).Z();
        else
            band.Q(width * .8f, height * .02f, width * .62f, height * .11f).Q(width * .5f, height * .04f, width * .4f, height * .12f)
                .Q(width * .2f, height * .03f, -60, height * .18f).Z();
        pen.Form(band, tone, tone.To(_palette.Ink, .6f), width * .46f, 6 * _s, tone.To(_palette.Key, .5f));
        pen.Ink(band, 2.6f * _s, .9f);
        var ribs = new Outline();
        for (var x = -10f; x < width; x += 17 * _s)
            ribs.M(x, -10).L(x + dice.Jitter(3), height * .09f - 8 * MathF.Sin(x / width * 3.14f));
        if (look.Hat is Hat.Knit or Hat.None)
            pen.Ink(ribs, 1.6f * _s, .38f, twice: false);
    }

    private void Stubble()
    {
        var hairs = new Outline();
        for (var k = 0; k < 26; k++)
        {
            var x = width * (.1f + .8f * k / 26) + dice.Jitter(6);
            if (MathF.Abs(x - width / 2) < width * .1f)
                continue;
            hairs.M(x, height * .93f + dice.Jitter(8)).L(x + dice.Jitter(8), height + 8);
        }
        pen.Ink(hairs, 2.2f * _s, .5f, _palette.Local(look.HairColour), twice: false);
    }
}
