using Director.Infrastructure.Providers.Sketch.Drawing;
using SkiaSharp;

namespace Director.Infrastructure.Providers.Sketch.Figures;

/// <summary>
/// A person from head to waist, for medium shots and close-ups. Own units: a hundredth of the head height (crown to chin),
/// the head's middle at 0,0, facing right.
/// </summary>
internal sealed class Bust(Pen pen, Look look, Spot head, float headHeight, float facing, HeadView view, Dice dice)
{
    private readonly Placement _at = new(head.X, head.Y, headHeight / 100, facing);
    private readonly float _hh = headHeight;
    private readonly float _line = MathF.Max(1.1f, headHeight / 80);
    private readonly Palette _palette = pen.Palette;

    public void Draw()
    {
        var skin = new SkinTones(_palette, look);
        if (view != HeadView.Back && look.Hair == Hair.Long && look.Hat is not Hat.Scarf)
            new BustHair(pen, look, _at, _hh, _line, view).Behind();
        if (view != HeadView.Back)
            pen.Form(_at.Path("M-22,18 L-28,80 C-10,98 16,98 24,82 L13,38 Z"), skin.Lit.To(skin.Shade, .5f),
                skin.Shade.To(_palette.Ink, .35f), .14f * _hh, .01f * _hh);
        Torso();
        new BustHead(pen, look, _at, _hh, _line, view, skin, dice).Draw();
        new BustHair(pen, look, _at, _hh, _line, view).Draw();
        new BustHat(pen, look, _at, _hh, _line, view).Draw();
    }

    private void Torso()
    {
        var coat = _palette.Local(look.Coat);
        var dark = _palette.Local(look.CoatDark).To(_palette.Near, .15f);
        var body = Broad("M-24,60 C-44,77 -80,82 -100,105 C-121,150 -125,240 -121,400 L114,400 C117,265 113,152 93,106 C76,85 45,80 21,62 C10,84 -10,84 -24,60 Z");
        pen.Form(body, coat, dark, .62f * _hh, .035f * _hh, coat.To(_palette.Key, .72f));
        pen.Ink(body, _line * 1.15f, .85f);
        pen.Ink(Broad("M-73,146 C-79,205 -77,265 -71,345").And(Broad("M67,150 C71,210 69,270 65,345")), _line, .5f);
        switch (look.Garment)
        {
            case Garment.Hooded: Hood(coat, dark); break;
            case Garment.Jumper: RollNeck(coat, dark); break;
            case Garment.Uniform: Uniform(coat, dark); break;
            case Garment.Suit: Suit(coat, dark); break;
            case Garment.Dress: Neckline(); break;
            default: Lapels(coat, dark); break;
        }
        var side = pen.Light < 0 ? 10 : -85;
        pen.Hatch(head.X + side * _hh / 100, head.Y + 1.25f * _hh, .75f * _hh, 1.5f * _hh, 12, 66, .26f, _line * .7f);
    }

    private void Hood(SKColor coat, SKColor dark)
    {
        var hood = "M-31,40 C-63,52 -74,84 -51,99 C-20,115 20,113 41,93 C46,77 31,66 21,61 C10,78 -18,72 -31,40 Z";
        pen.Form(_at.Path(hood), coat.To(dark, .22f), dark, .3f * _hh, .025f * _hh, coat.To(_palette.Key, .6f));
        pen.Ink(_at.Path("M-31,40 C-63,52 -74,84 -51,99 C-20,115 20,113 41,93 M-43,66 C-30,87 0,97 21,90 M7,108 C11,160 11,260 9,350"),
            _line, .72f);
    }

    private void RollNeck(SKColor coat, SKColor dark)
    {
        var roll = "M-31,44 C-38,60 -38,76 -33,85 C-10,102 17,101 29,85 L25,55 C10,66 -17,62 -31,44 Z";
        pen.Form(_at.Path(roll), coat.To(SKColors.White, .08f), dark, .2f * _hh, .02f * _hh);
        pen.Ink(_at.Path(roll), _line * .8f, .6f);
        var ribs = new Outline();
        for (var x = -28; x <= 22; x += 8)
            ribs.M(x, 64).L(x + 1, 90);
        pen.Ink(_at.Path(ribs), _line * .7f, .45f, twice: false);
        foreach (var y in new[] { 152, 158, 236, 242 })
            pen.Ink(Broad(new Outline().M(-100, y).C(-30, y + 14, 30, y + 14, 95, y)), _line * .7f, .25f, twice: false);
    }

    private void Uniform(SKColor coat, SKColor dark)
    {
        var collar = "M-34,40 L-49,92 L2,107 L35,87 L27,52 L5,80 Z";
        pen.Form(_at.Path(collar), coat.To(dark, .4f), dark.To(_palette.Ink, .4f), .2f * _hh, .02f * _hh, coat.To(_palette.Key, .5f));
        pen.Ink(_at.Path("M-34,40 L-49,92 L2,107 L35,87 L27,52 M8,108 C12,180 12,270 10,350"), _line, .75f);
        var brass = _palette.Key.To(_palette.Mid, .35f);
        for (var y = 135; y < 320; y += 48)
        {
            pen.Wash(_at.Path(Outline.Oval(-16, y, 4.6f, 4.6f)), brass);
            pen.Wash(_at.Path(Outline.Oval(30, y, 4.6f, 4.6f)), brass);
        }
        pen.Wash(Broad("M-100,105 L-62,88 L-58,97 L-98,116 Z"), brass, .8f);
    }

    private void Suit(SKColor coat, SKColor dark)
    {
        pen.Wash(_at.Path("M-26,58 L4,150 L26,62 C12,84 -10,84 -26,58 Z"), _palette.Local(0xd8d2c4));
        pen.Wash(_at.Path("M-1,84 L10,84 L12,98 L16,150 L6,164 L0,150 L3,98 Z"),
            _palette.Local(look.HatColour.To(Tint.Hex(0x7c3b33), .5f)));
        var lapels = "M-30,54 L-50,84 L-34,104 L-44,112 L4,176 L-2,128 Z";
        var other = "M24,58 L42,82 L32,100 L40,108 L5,176 L8,128 Z";
        foreach (var lapel in new[] { lapels, other })
        {
            pen.Form(_at.Path(lapel), coat.To(SKColors.Black, .12f), dark, .25f * _hh, .02f * _hh, coat.To(_palette.Key, .5f));
            pen.Ink(_at.Path(lapel), _line * .9f, .75f);
        }
        pen.Ink(_at.Path("M5,176 L8,350"), _line, .6f);
    }

    private void Lapels(SKColor coat, SKColor dark)
    {
        var scarf = "M-30,46 C-42,62 -40,84 -30,92 C-8,104 18,102 30,88 L26,56 C10,72 -16,66 -30,46 Z";
        pen.Form(_at.Path(scarf), _palette.Local(look.HatColour.To(Tint.Hex(0xd8cdb4), .35f)), dark, .24f * _hh, .02f * _hh);
        pen.Ink(_at.Path(scarf), _line * .8f, .6f);
        var left = "M-34,56 C-56,66 -66,84 -62,100 L-34,120 L4,180 L0,112 Z";
        var right = "M26,60 C44,68 54,84 50,98 L34,114 L4,180 L6,112 Z";
        foreach (var lapel in new[] { left, right })
        {
            pen.Form(_at.Path(lapel), coat.To(dark, .18f), dark, .3f * _hh, .025f * _hh, coat.To(_palette.Key, .6f));
            pen.Ink(_at.Path(lapel), _line, .75f);
        }
        pen.Ink(_at.Path("M4,180 L7,350"), _line, .6f);
        foreach (var y in new[] { 205, 262 })
            pen.Wash(_at.Path(Outline.Oval(17, y, 4.4f, 4.4f)), dark.To(_palette.Ink, .5f));
    }

    private void Neckline()
    {
        var skin = new SkinTones(_palette, look);
        var neck = "M-42,78 C-30,108 26,110 40,80 L22,62 C10,80 -10,80 -24,60 Z";
        pen.Form(_at.Path(neck), skin.Lit, skin.Shade, .3f * _hh, .02f * _hh);
        pen.Ink(_at.Path("M-42,78 C-30,108 26,110 40,80"), _line, .8f);
        pen.Ink(_at.Path("M-48,82 C-34,118 30,120 46,84"), _line * .8f, .45f);
        pen.Ink(_at.Path("M-38,170 C-20,186 -8,184 2,176 M8,176 C24,186 40,182 52,168"), _line * .8f, .3f);
    }

    private Outline Broad(string data) => Broad(Outline.Parse(data));

    private Outline Broad(Outline outline) => _at.Path(outline.Map(p => new Spot(MathF.Abs(p.X) > 25 ? p.X * look.Breadth : p.X, p.Y)));
}
