using Director.Infrastructure.Providers.Sketch.Drawing;
using SkiaSharp;

namespace Director.Infrastructure.Providers.Sketch.Figures;

/// <summary>Skull and face of a bust. A face is two brows, two lids, nose and mouth; eyes are a wash of skin shade.</summary>
internal sealed class BustHead(Pen pen, Look look, Placement at, float hh, float line, HeadView view, SkinTones skin, Dice dice)
{
    private const string Profile = "M25,-36 C31,-28 33,-19 32,-11 L29.5,-5 C33,2 38.5,8 43.5,14 C44.5,17 40,18.5 35.5,18.5 L38,23.5 L34.5,26.5 L37,30 "
        + "L33.5,35 C36.5,39 36,46 29,49.5 C20,50.5 9,46 2,40 C-6,35 -12,28 -14,20 L-30,20 C-42,10 -48,-10 -44,-27 C-36,-48 -10,-54 6,-51 C15,-49 22,-43 25,-36 Z";
    private const string Turned = "M21,-36 C28,-27 31,-17 31,-9 C28.5,-3 28.5,3 31,10 C31,22 27,33 22,42 C18,49.5 9,52 1,49.5 C-10,46 -20,35 -26,22 "
        + "L-36,15 C-42,0 -44,-17 -40,-29 C-32,-49 -10,-54 4,-51.5 C13,-49 18,-43 21,-36 Z";
    private readonly Palette _palette = pen.Palette;

    public void Draw()
    {
        if (view == HeadView.Back)
            return;
        var skull = at.Path(Outline.Parse(view == HeadView.Profile ? Profile : Turned).Map(Own));
        var rimLight = skin.Lit.To(_palette.Key, .75f);
        if (pen.Light * at.Facing > 0)
            pen.Form(skull, skin.Lit, skin.Shade, .34f * hh, .028f * hh, rimLight);
        else
            pen.Form(skull, skin.Lit, skin.Shade,
                at.Path("M16,-60 C6,-40 12,-24 14,-10 C15,0 6,8 7,18 C8,30 14,36 13,44 C12,52 6,56 4,64 L80,64 L80,-60 Z"), .028f * hh,
                rimLight);
        pen.Ink(skull, line, .85f);
        if (view == HeadView.Profile)
            ProfileFace();
        else
            TurnedFace();
        if (look.Glasses)
            Glasses();
        BeardAndMoustache();
    }

    private void ProfileFace()
    {
        pen.Wash(at.Path("M17,-9 C23,-10 29,-10 31,-6 L29.5,0 C25,2 20,1 16.5,-2 Z"), skin.Shade, .7f);
        pen.Ink(Face("M16,-11.5 C21,-15.5 28,-14.5 32,-11.5"), line * 1.6f, .9f, Brow);
        pen.Ink(Face("M20.5,-3.5 C24.5,-6.5 28,-5.5 29.5,-2.5 M22,0.5 L28,0.5"), line * 1.1f, .9f, twice: false);
        pen.Wash(at.Path(Outline.Oval(27.2f, -2.2f, 1.9f, 2.6f)), _palette.Ink);
        pen.Ink(Face("M35,26.6 C32,27.4 29,27.6 26,26.8 M39,17 C36,15.5 35,13 36,10.5 M33,36 C30,35 28,34 26,32"), line, .75f,
            twice: false);
        Ear(-11, 2);
        if (look.Old)
            pen.Ink(Face("M10,-2 L3,-5 M10,1 L3,2 M30,20 C26,22 23,27 23,32 M12,-24 C18,-25 22,-24 26,-22"), line * .8f, .5f, twice: false);
        pen.Hatch(Left(-4, 20), at.Y + .2f * hh, .22f * hh, .2f * hh, 6, 60, .26f, line * .7f);
    }

    private void TurnedFace()
    {
        var gaze = dice.Jitter(1.2f);
        foreach (var (x, w) in new[] { (-2f, 8.5f), (20.5f, 6f) })
        {
            pen.Wash(at.Path(Outline.Poly((x - w, -8), (x + w, -9), (x + w * .9f, 0), (x - w * .8f, 2))), skin.Shade, .6f);
            pen.Ink(Face(new Outline().M(x - w, -10.5f).C(x - w * .3f, -15, x + w * .4f, -14.5f, x + w * 1.1f, -10.5f)), line * 1.6f, .9f,
                Brow);
            pen.Ink(Face(new Outline().M(x - w * .8f, -2.4f).C(x - w * .2f, -6, x + w * .4f, -5.5f, x + w * .9f, -2)), line * 1.2f, .9f,
                twice: false);
            pen.Wash(at.Path(Outline.Oval(x + 2 + gaze, -2, 2.1f, 2.5f)), _palette.Ink);
        }
        var front = pen.Light * at.Facing > 0;
        pen.Wash(Face("M12,-6 L22,13 L20,17 L9,16 Z"), skin.Shade, front ? .3f : .5f);
        pen.Ink(Face("M13,-6 C16,2 20,8 22.5,13 C21,17 16,17 11,16.5"), line, .8f);
        pen.Ink(Face("M2,28.5 C8,27 14,28 20,27.5 M8,34 L15,33.7"), line * 1.1f, .8f, twice: false);
        Ear(-33, 3);
        if (look.Old)
            pen.Ink(Face("M-14,-1 L-20,-4 M-13,2 L-20,4 M0,14 C-3,18 -4,24 -2,28 M24,18 C25,21 25,25 24,28 M-6,-25 C2,-27 10,-26 18,-24"),
                line * .8f, .5f, twice: false);
        pen.Hatch(Left(-24, 6), at.Y + .12f * hh, .2f * hh, .24f * hh, 7, 60, .25f, line * .7f);
    }

    private SKColor Brow => _palette.Ink.To(_palette.Local(look.HairColour), look.Old ? .5f : .15f);

    private void Ear(float x, float y)
    {
        var ear = at.Path(new Outline().M(x + 5, y - 7).C(x - 3, y - 12, x - 8, y - 2, x - 3, y + 6)
            .C(x - 1, y + 12, x + 3, y + 12, x + 5, y + 7).Z());
        pen.Form(ear, skin.Lit.To(skin.Shade, .2f), skin.Shade, .05f * hh, .012f * hh);
        pen.Ink(ear, line * .9f, .7f);
    }

    private void Glasses()
    {
        if (view == HeadView.Profile)
        {
            pen.Ink(at.Path(Outline.Oval(26, -1, 6.5f, 8)), line * 1.2f, .9f);
            pen.Ink(at.Path("M20,-2 L-8,-3"), line, .85f);
            return;
        }
        pen.Ink(at.Path(Outline.Oval(-1, -1, 10.5f, 9).And(Outline.Oval(21.5f, -1, 8, 9))), line * 1.2f, .9f);
        pen.Ink(at.Path("M9.5,-2 L13.5,-2 M-11.5,-2 L-30,-1"), line, .85f);
    }

    private void BeardAndMoustache()
    {
        var hair = _palette.Local(look.HairColour).To(_palette.Near, .08f);
        var forward = view == HeadView.Profile ? 3 : 0;
        if (look.Beard == Beard.Moustache)
        {
            pen.Wash(Ahead("M3,24 C8,19 15,18.5 19,20 C24,18.5 29,20 31,24.5 C27,27 22,26 19,24.5 C14,27 8,28 3,24 Z", forward * 1.6f),
                hair);
            pen.Ink(Ahead("M3,24 C8,19 15,18.5 19,20 C24,18.5 29,20 31,24.5", forward * 1.6f), line * .8f, .6f);
            return;
        }
        if (look.Beard == Beard.None)
            return;
        var full = look.Beard == Beard.Full;
        var shape = full
            ? "M-26,6 C-20,13 -12,20 0,20 C8,18.5 16,18.5 25,19 L31,22 C36,42 31,63 14,70 C-4,68 -20,50 -27,26 Z"
            : "M-25,10 C-19,20 -10,25 0,24 C8,20 17,20 25,20.5 L29,24 C30,38 26,50 14,53 C-2,53 -17,42 -25,24 Z";
        var beard = Ahead(shape, forward * 1.7f);
        if (!full)
        {
            pen.Wash(beard, hair.To(skin.Shade, .3f), .55f);
        }
        else
        {
            pen.Form(beard, hair.To(skin.Lit, .12f), hair.To(_palette.Ink, .6f), .26f * hh, .02f * hh, hair.To(_palette.Key, .65f));
            pen.Ink(beard, line, .6f);
            var strands = new Outline();
            for (var x = -16; x <= 22; x += 6)
                strands.M(x, 30 + MathF.Abs(x) * .3f).L(x + 3, 46 + dice.Between(0, 14));
            pen.Ink(at.Path(strands), line * .8f, .45f, twice: false);
        }
        pen.Ink(Ahead("M6,29.5 C12,30.5 18,30.5 25,29", forward * 1.6f), line * 1.2f, .8f, twice: false);
    }

    private Outline Ahead(string data, float forward) =>
        at.Path(Outline.Parse(data).Map(p => new Spot(p.X + (p.X > 10 ? forward : 0), p.Y)).Map(Own));

    private Outline Face(string data) => Face(Outline.Parse(data));

    private Outline Face(Outline outline) => at.Path(outline.Map(Own));

    /// <summary>The person's own head: nose, chin and jaw a little longer or shorter.</summary>
    private Spot Own(Spot p)
    {
        float x = p.X, y = p.Y;
        if (x > 8)
            x += look.Nose * 2.6f * MathF.Exp(-(y - 12) * (y - 12) / 60) * Math.Clamp((x - 8) / 24, 0, 1);
        if (y > 30)
            (x, y) = (x + look.Chin * 1.6f * Math.Clamp(x / 20, 0, 1), y + look.Chin * 2.4f * Math.Clamp((y - 30) / 18, 0, 1));
        if (y > 14)
            x += look.Jaw * (x < 6 ? -2.4f : .6f) * Math.Clamp((y - 14) / 10, 0, 1);
        if (look.Build == Build.Child && y > 0)
            y *= .94f;
        return new Spot(x, y);
    }

    /// <summary>The left edge, on the picture, of a box that starts at one x facing right and at the other when mirrored.</summary>
    private float Left(float right, float left) => at.X + (at.Facing > 0 ? right : -left - 18) * hh / 100;
}
