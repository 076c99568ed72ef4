using Director.Infrastructure.Providers.Sketch.Drawing;
using SkiaSharp;

namespace Director.Infrastructure.Providers.Sketch.Figures;

/// <summary>A person's head and shoulders from the front, for character sheets. Units and look are those of <see cref="Bust"/>.</summary>
internal sealed class FrontBust(Pen pen, Look look, Spot head, float headHeight)
{
    private const string Skull = "M0,-52 C22,-52 35,-38 36,-18 C37,0 34,20 26,35 C19,46 10,51 0,51 C-10,51 -19,46 -26,35 C-34,20 -37,0 -36,-18 C-35,-38 -22,-52 0,-52 Z";

    private readonly Placement _at = new(head.X, head.Y, headHeight / 100, 1);
    private readonly float _line = MathF.Max(1.1f, headHeight / 80);
    private readonly Palette _palette = pen.Palette;
    private readonly SkinTones _skin = new(pen.Palette, look);
    private readonly SKColor _hair = pen.Palette.Local(look.HairColour).To(pen.Palette.Near, .12f);

    private bool Falls => look.Hair is Hair.Long or Hair.Bob && look.Hat is not Hat.Scarf;

    public void Draw()
    {
        if (Falls) Behind();
        Shoulders();
        Ears();
        var skull = _at.Path(Skull);
        pen.Form(skull, _skin.Lit, _skin.Shade, .2f * headHeight, .02f * headHeight, _skin.Lit.To(_palette.Key, .7f));
        pen.Ink(skull, _line, .85f);
        Face();
        FacialHair();
        HairOnTop();
        HatOnTop();
    }

    private void Behind()
    {
        var low = look.Hair is Hair.Long ? 88 : 44;
        Mass($"M0,-58 C36,-58 52,-34 52,-4 C52,22 56,40 50,{low} C30,{low + 10} 20,{low - 10} 18,30 L-18,30 C-20,{low - 10} -30,{low + 10} -50,{low} C-56,40 -52,22 -52,-4 C-52,-34 -36,-58 0,-58 Z", _hair);
    }

    private void Shoulders()
    {
        var neck = _at.Path("M-15,36 L-17,74 C-8,86 8,86 17,74 L15,36 Z");
        pen.Form(neck, _skin.Lit.To(_skin.Shade, .4f), _skin.Shade, .12f * headHeight, .01f * headHeight);
        var coat = _palette.Local(look.Coat);
        var b = look.Breadth;
        var body = _at.Path(Outline.Parse("M-18,66 C-40,80 -72,86 -90,106 C-104,124 -108,160 -110,230 L110,230 C108,160 104,124 90,106 C72,86 40,80 18,66 C8,84 -8,84 -18,66 Z").Map(p => new Spot(p.X * b, p.Y)));
        pen.Form(body, coat, _palette.Local(look.CoatDark), .5f * headHeight, .02f * headHeight, coat.To(_palette.Key, .45f));
        pen.Ink(body, _line, .85f);
        var collar = look.Garment switch
        {
            Garment.Jumper => "M-22,62 C-28,78 -24,90 0,94 C24,90 28,78 22,62 C10,78 -10,78 -22,62 Z",
            Garment.Hooded => "M-30,52 C-44,74 -34,100 0,110 C34,100 44,74 30,52 C22,82 -22,82 -30,52 Z",
            Garment.Dress => "M-26,72 C-18,104 18,104 26,72 C12,84 -12,84 -26,72 Z",
            _ => "M-20,64 L-40,86 L-12,128 L0,108 L12,128 L40,86 L20,64 C8,84 -8,84 -20,64 Z",
        };
        var shape = _at.Path(collar);
        if (look.Garment is Garment.Dress) pen.Form(shape, _skin.Lit, _skin.Shade, .1f * headHeight, .01f * headHeight);
        else pen.Form(shape, coat.To(SKColors.White, .1f), coat.To(_palette.Ink, .35f), .15f * headHeight, .015f * headHeight);
        pen.Ink(shape, _line * .9f, .7f);
        if (look.Garment is Garment.Coat or Garment.Suit or Garment.Uniform) pen.Ink(_at.Path("M0,110 L1,230"), _line, .6f);
    }

    private void Ears()
    {
        foreach (var side in new[] { -1f, 1f })
        {
            var ear = _at.Path(Outline.Parse("M34,-10 C42,-16 46,-6 42,4 C40,12 36,14 33,10 Z").Map(p => new Spot(p.X * side, p.Y)));
            pen.Form(ear, _skin.Lit.To(_skin.Shade, .2f), _skin.Shade, .05f * headHeight, .01f * headHeight);
            pen.Ink(ear, _line * .9f, .7f);
        }
    }

    private void Face()
    {
        var brow = _palette.Ink.To(_palette.Local(look.HairColour), look.Old ? .5f : .15f);
        foreach (var side in new[] { -1f, 1f })
        {
            Outline Eye(string data) => _at.Path(Outline.Parse(data).Map(p => new Spot((15 + p.X) * side, p.Y)));
            pen.Wash(Eye("M-9,-8 C-4,-13 5,-13 9,-8 C6,2 -6,2 -9,-8 Z"), _skin.Shade, .45f);
            pen.Wash(Eye("M-7,-3 C-3,-7 4,-7 8,-2 C4,1 -4,1 -7,-3 Z"), Tint.Hex(0xe6dccb).To(_skin.Shade, .2f));
            pen.Wash(_at.Path(Outline.Oval(15 * side, -2.6f, 2.6f, 3)), _palette.Ink);
            pen.Ink(Eye("M-8,-3 C-3,-7.5 4,-7.5 9,-2"), _line * 1.2f, .9f, twice: false);
            pen.Ink(Eye("M-9,-13 C-3,-17 5,-16.5 10,-12"), _line * 1.6f, .9f, brow);
            if (look.Glasses) pen.Ink(_at.Path(Outline.Oval(15 * side, -2, 11, 9.5f)), _line * 1.2f, .9f);
            if (look.Old) pen.Ink(Eye("M11,-2 L16,-5 M11,1 L16,3 M-2,16 C2,20 4,24 4,29"), _line * .8f, .45f, twice: false);
        }

        if (look.Glasses) pen.Ink(_at.Path("M-4,-4 C-2,-6 2,-6 4,-4"), _line, .85f);
        pen.Wash(_at.Path("M-3,-6 L4,-6 C6,4 9,10 8,15 L-2,16 Z"), _skin.Shade, .35f);
        pen.Ink(_at.Path("M4,-4 C5,4 8,9 8,13 C6,17 -2,17 -6,14"), _line, .75f, twice: false);
        pen.Ink(_at.Path("M-11,28.5 C-5,27 5,27 11,28.5 M-4,35 L5,35"), _line * 1.1f, .8f, twice: false);
        if (look.Old) pen.Ink(_at.Path("M-16,-26 C-6,-29 6,-29 16,-26"), _line * .8f, .45f, twice: false);
    }

    private void FacialHair()
    {
        if (look.Beard is Beard.Full) Mass("M-34,4 C-30,16 -22,22 0,21 C22,22 30,16 34,4 C34,34 24,66 0,70 C-24,66 -34,34 -34,4 Z", _hair);
        if (look.Beard is Beard.Short) pen.Wash(_at.Path("M-33,8 C-26,22 -14,24 0,23 C14,24 26,22 33,8 C31,34 18,53 0,54 C-18,53 -31,34 -33,8 Z"), _hair.To(_skin.Shade, .3f), .55f);
        if (look.Beard is Beard.Moustache) Mass("M0,20 C8,17 16,20 20,26 C12,29 5,27 0,24 C-5,27 -12,29 -20,26 C-16,20 -8,17 0,20 Z", _hair);
        if (look.Beard is Beard.Full or Beard.Short) pen.Ink(_at.Path("M-11,30 C-4,29 4,29 11,30"), _line * 1.2f, .85f, twice: false);
    }

    private void HairOnTop()
    {
        if (look.Hat is Hat.Scarf) return;
        switch (look.Hair)
        {
            case Hair.Bald:
                pen.Ink(_at.Path("M-12,-46 C-4,-49 4,-49 10,-47"), _line * .8f, .35f);
                break;
            case Hair.Curly:
                foreach (var (x, y) in new[] { (-32f, -22f), (-26f, -38f), (-12f, -50f), (4f, -53f), (20f, -47f), (30f, -34f), (34f, -18f), (-35f, -8f), (0f, -42f) })
                    Mass(Outline.Oval(x, y, 12, 11), _hair);
                break;
            case Hair.Short:
                Mass("M-37,-6 C-46,-40 -26,-62 0,-62 C26,-62 46,-40 37,-6 C35,-22 30,-30 22,-34 C8,-28 -10,-30 -22,-36 C-32,-28 -35,-18 -37,-6 Z", _hair);
                break;
            default:
                if (look.Hair is Hair.Bun) Mass(Outline.Oval(0, -64, 16, 13), _hair);
                Mass("M-38,10 C-48,-40 -28,-60 0,-60 C28,-60 48,-40 38,10 C36,-14 26,-32 2,-42 C-24,-34 -36,-14 -38,10 Z", _hair);
                pen.Ink(_at.Path("M1,-58 C2,-52 2,-47 2,-42 M-18,-52 C-28,-44 -34,-32 -36,-16 M18,-52 C28,-44 34,-32 36,-16"), _line * .7f, .45f, twice: false);
                break;
        }
    }

    private void HatOnTop()
    {
        var colour = _palette.Local(look.HatColour);
        switch (look.Hat)
        {
            case Hat.None:
                return;
            case Hat.Knit:
                Mass("M-40,-24 C-44,-58 -20,-72 0,-72 C20,-72 44,-58 40,-24 C20,-34 -20,-34 -40,-24 Z", colour);
                Mass("M-42,-22 C-20,-34 20,-34 42,-22 L41,-34 C20,-46 -20,-46 -41,-34 Z", colour.To(SKColors.White, .1f));
                break;
            case Hat.Scarf:
                Mass("M0,-60 C34,-60 46,-34 44,0 C42,26 30,50 14,60 C30,40 34,20 34,-6 C32,-30 20,-42 0,-42 C-20,-42 -32,-30 -34,-6 C-34,20 -30,40 -14,60 C-30,50 -42,26 -44,0 C-46,-34 -34,-60 0,-60 Z", colour);
                break;
            case Hat.Brim:
                Mass("M-34,-34 C-36,-66 -18,-74 0,-72 C18,-74 36,-66 34,-34 Z", colour);
                Mass("M-66,-30 C-40,-42 40,-42 66,-30 C40,-22 -40,-22 -66,-30 Z", colour);
                break;
            default:
                Mass("M-40,-30 C-46,-62 -20,-68 0,-68 C20,-68 46,-62 40,-30 Z", colour);
                Mass("M-38,-28 C-20,-38 20,-38 38,-28 C24,-18 -24,-18 -38,-28 Z", colour.To(_palette.Ink, .45f));
                break;
        }
    }

    private void Mass(string data, SKColor colour) => Mass(Outline.Parse(data), colour);

    private void Mass(Outline outline, SKColor colour)
    {
        var shape = _at.Path(outline);
        pen.Form(shape, colour, colour.To(_palette.Ink, .5f), .2f * headHeight, .015f * headHeight, colour.To(_palette.Key, .4f));
        pen.Ink(shape, _line * .9f, .7f);
    }
}
