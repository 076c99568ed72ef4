using Director.Infrastructure.Providers.Sketch.Drawing;
using SkiaSharp;

namespace Director.Infrastructure.Providers.Sketch.Figures;

/// <summary>Headgear of a bust.</summary>
internal sealed class BustHat(Pen pen, Look look, Placement at, float hh, float line, HeadView view)
{
    private readonly Palette _palette = pen.Palette;
    private readonly SKColor _tone = pen.Palette.Local(look.HatColour).To(pen.Palette.Near, .1f);

    private bool Back => view == HeadView.Back;

    public void Draw()
    {
        switch (look.Hat)
        {
            case Hat.Knit: Knit(); break;
            case Hat.Peaked: Peaked(); break;
            case Hat.Brim: Brim(); break;
            case Hat.Scarf: Scarf(); break;
            case Hat.Helmet: Helmet(); break;
            case Hat.Flat: Flat(); break;
            default: break;
        }
    }

    private void Knit()
    {
        Mass(Back ? "M-43,-4 L43,-4 C46,-76 -46,-76 -43,-4 Z"
            : "M34,-19 C10,-20 -20,-14 -45,-2 L-48,-16 C-52,-53 -20,-73 4,-69 C29,-65 37,-43 35,-30 Z");
        pen.Ink(at.Path(Back ? "M-44,-18 C-20,-14 20,-14 44,-18" : "M35,-30 C10,-32 -24,-26 -48,-15"), line, .7f);
        var ribs = new Outline();
        for (var x = Back ? -38 : -42; x <= (Back ? 38 : 30); x += 8)
            ribs.M(x, Back ? -16 : -29 + (30 - x) * .16f).L(x - 1, Back ? -6 : -20 + (30 - x) * .2f);
        pen.Ink(at.Path(ribs), line * .7f, .5f, twice: false);
    }

    private void Peaked()
    {
        if (!Back)
        {
            pen.Wash(at.Path("M-3,-24 C14,-27 30,-27 36,-25 C47,-20 51,-13 49,-10 C36,-16 16,-19 -3,-24 Z"), _palette.Ink);
        }
        Mass(Back ? "M-42,-10 L42,-10 L44,-25 C61,-37 61,-53 46,-59 C20,-69 -20,-69 -46,-59 C-61,-53 -61,-37 -44,-25 Z"
            : "M35,-25 C10,-26 -20,-21 -44,-11 L-47,-24 C-62,-34 -64,-51 -51,-55 C-20,-67 31,-69 48,-57 C52,-46 43,-38 37,-36 Z");
        pen.Ink(at.Path(Back ? "M-44,-25 C-20,-21 20,-21 44,-25" : "M37,-36 C10,-38 -24,-34 -47,-24"), line, .75f);
        if (!Back)
            pen.Wash(at.Path("M11,-41 L21,-43 L22,-34 L17,-30 L12,-33 Z"), _palette.Key.To(_palette.Mid, .25f));
    }

    private void Brim()
    {
        Mass(Back ? "M-36,-22 C-40,-60 -24,-74 0,-70 C24,-74 40,-60 36,-22 Z" : "M31,-26 C32,-56 20,-74 2,-68 C-16,-78 -40,-66 -41,-18 Z");
        pen.Wash(at.Path(Back ? "M-37,-30 C-10,-26 10,-26 37,-30 L37,-20 C10,-15 -10,-15 -37,-20 Z"
            : "M32,-36 C10,-36 -20,-32 -42,-26 L-42,-16 C-20,-22 10,-27 31,-26 Z"), _tone.To(_palette.Ink, .55f));
        Mass(Back ? "M-64,-18 C-30,-28 30,-28 64,-18 C40,-8 -40,-8 -64,-18 Z"
            : "M60,-20 C40,-32 -40,-24 -68,-6 C-46,-6 -30,-10 -10,-14 C14,-19 40,-21 60,-20 Z");
    }

    private void Scarf()
    {
        Mass(Back ? "M-43,-10 C-46,-66 46,-66 43,-10 C44,20 40,50 54,82 L-54,82 C-40,50 -44,20 -43,-10 Z"
            : "M27,-32 C24,-58 -10,-66 -30,-56 C-52,-44 -56,-10 -50,20 C-48,44 -52,64 -46,78 C-26,96 12,94 22,76 C16,64 4,56 0,48 C-10,38 -12,22 -12,8 C-10,-10 8,-22 27,-32 Z");
        pen.Ink(at.Path(Back ? "M-30,-20 C-16,20 -16,50 -24,78 M30,-20 C16,20 16,50 24,78"
            : "M16,-40 C-14,-44 -34,-20 -36,20 M-4,-20 C-20,0 -24,30 -28,60 M-2,54 C-10,66 -20,72 -34,74"), line * .9f, .5f);
    }

    private void Helmet()
    {
        Mass(Back ? "M-50,-4 C-54,-80 54,-80 50,-4 C20,4 -20,4 -50,-4 Z"
            : "M40,-18 C40,-58 8,-72 -14,-66 C-46,-60 -58,-30 -52,2 L-40,8 C-36,-6 -20,-12 0,-14 C16,-16 30,-16 44,-14 Z");
        pen.Ink(at.Path(Back ? "M-50,-10 C-20,-4 20,-4 50,-10" : "M40,-22 C10,-24 -26,-20 -50,-4"), line, .6f);
        if (!Back)
            pen.Ink(at.Path("M-16,-8 C-10,14 0,34 12,48"), line * 1.3f, .75f);
    }

    private void Flat()
    {
        Mass(Back ? "M-44,-14 C-58,-30 -44,-58 0,-60 C44,-58 58,-30 44,-14 C20,-8 -20,-8 -44,-14 Z"
            : "M30,-28 C10,-30 -22,-22 -45,-10 C-60,-26 -52,-52 -22,-60 C4,-66 34,-58 44,-38 C46,-32 40,-28 30,-28 Z");
        if (!Back)
        {
            pen.Wash(at.Path("M4,-29 C20,-36 38,-36 46,-30 C54,-25 54,-20 50,-18 C36,-25 20,-27 4,-29 Z"), _tone.To(_palette.Ink, .5f));
            pen.Ink(at.Path("M36,-40 C10,-50 -24,-44 -48,-24"), line * .8f, .45f);
        }
    }

    private void Mass(string data)
    {
        var shape = at.Path(data);
        pen.Form(shape, _tone, _tone.To(_palette.Ink, .6f), .3f * hh, .025f * hh, _tone.To(_palette.Key, .55f));
        pen.Ink(shape, line, .8f);
    }
}
