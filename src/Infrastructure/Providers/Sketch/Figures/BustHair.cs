using Director.Infrastructure.Providers.Sketch.Drawing;
using SkiaSharp;

namespace Director.Infrastructure.Providers.Sketch.Figures;

/// <summary>Hair of a bust, drawn over the skull and under the hat.</summary>
internal sealed class BustHair(Pen pen, Look look, Placement at, float hh, float line, HeadView view)
{
    private readonly SKColor _tone = pen.Palette.Local(look.HairColour).To(pen.Palette.Near, .12f);

    /// <summary>Where the hairline meets the brow.</summary>
    private float Front => view == HeadView.Profile ? 26 : 21.5f;

    /// <summary>The fall of long hair behind neck and shoulders.</summary>
    public void Behind()
    {
        var fall = at.Path("M-20,-50 C-54,-46 -60,-6 -56,24 C-54,48 -62,66 -54,92 C-40,104 0,104 14,92 C20,70 6,50 2,30 Z");
        pen.Form(fall, _tone, _tone.To(pen.Palette.Ink, .5f), .3f * hh, .025f * hh, Lit(.5f));
        pen.Ink(fall, line, .7f);
    }

    public void Draw()
    {
        if (view == HeadView.Back)
        {
            Back();
            return;
        }
        if (look.Hat == Hat.Scarf)
            return;
        switch (look.Hair)
        {
            case Hair.Bald: Ring(); break;
            case Hair.Curly: Curls(); break;
            case Hair.Bun: Knot(); Swept(); break;
            case Hair.Tail: Tail(); Swept(); break;
            case Hair.Long: Lock("C-45,-47 -58,-20 -56,14 C-52,36 -58,60 -50,84 C-38,92 -20,86 -12,76 C-18,58 -15,38 -14,22"); break;
            case Hair.Bob: Lock("C-47,-47 -58,-18 -54,8 C-54,26 -56,38 -46,46 C-34,52 -16,48 -8,42 C-13,34 -14,26 -14,18"); break;
            default: Short(); break;
        }
    }

    private void Short()
    {
        var cap = view == HeadView.Profile
            ? Path($"M{Front},-34 C24,-55 -4,-63 -25,-56 C-46,-47 -54,-25 -47,-3 C-44,8 -40,16 -33,19 L-25,17 C-23,8 -19,0 -17,-9 C-14,-12 -12,-14 -11,-2 L-6,-2 C-5,-12 -6,-18 -4,-23 C4,-27 16,-28 {Front},-34 Z")
            : Path($"M{Front},-34 C21,-55 -6,-63 -26,-56 C-46,-47 -52,-25 -46,-4 C-44,4 -42,10 -38,12 L-34,-4 C-32,-9 -29,-10 -28,4 L-23,4 C-23,-10 -22,-18 -17,-24 C-6,-30 10,-29 {Front},-34 Z");
        Mass(cap);
        pen.Ink(at.Path("M18,-40 C2,-48 -22,-46 -36,-30 M12,-33 C-4,-40 -24,-36 -38,-18 M-30,-10 C-34,-2 -34,6 -31,12"), line * .7f, .6f,
            Lit(.4f), twice: false);
    }

    private void Ring()
    {
        var ring = at.Path(view == HeadView.Profile
            ? "M-8,-15 C-20,-21 -32,-28 -43,-22 C-50,-6 -46,12 -34,19 L-25,17 C-22,8 -18,0 -15,-4 L-12,4 L-7,4 Z"
            : "M-22,-20 C-30,-26 -37,-28 -42,-22 C-48,-8 -45,6 -38,13 L-34,-3 L-29,-8 L-27,4 L-22,3 Z");
        Mass(ring);
        pen.Ink(at.Path("M-4,-46 C4,-48 10,-46 14,-43"), line * .8f, .35f);
    }

    private void Swept()
    {
        var cap = Path($"M{Front},-34 C23,-54 -3,-63 -24,-56 C-46,-48 -55,-25 -47,-2 C-44,10 -36,22 -25,24 C-21,15 -20,8 -19,0 C-13,-8 -6,-13 -1,-20 C8,-25 17,-27 {Front},-34 Z");
        Mass(cap);
        pen.Ink(at.Path("M18,-37 C0,-44 -27,-35 -43,-8 M9,-30 C-11,-30 -30,-16 -40,3"), line, .55f);
        pen.Ink(at.Path("M16,-44 C-4,-52 -30,-41 -45,-14 M4,-25 C-11,-24 -28,-10 -40,7 M-11,-12 C-20,-6 -30,6 -37,11"), line * .7f, .7f,
            Lit(.42f), twice: false);
        pen.Ink(at.Path("M23,-36 C26,-30 26,-24 25,-17 M-21,18 C-19,30 -24,36 -20,46"), line * .8f, .7f, twice: false);
    }

    private void Knot()
    {
        var knot = at.Path(Outline.Oval(-57, -1, 15, 14.5f));
        pen.Form(knot, _tone.To(SKColors.White, .05f), _tone.To(pen.Palette.Ink, .4f), .12f * hh, .02f * hh, Lit(.55f));
        pen.Ink(knot, line, .7f);
        pen.Ink(at.Path("M-66,-6 C-60,-12 -52,-10 -48,-4 M-64,4 C-58,9 -52,8 -49,4"), line * .7f, .5f, twice: false);
    }

    private void Tail()
    {
        var tail = at.Path("M-40,-22 C-60,-28 -74,-8 -69,18 C-66,36 -72,48 -63,62 C-53,50 -51,32 -48,12 C-46,0 -44,-8 -38,-12 Z");
        pen.Form(tail, _tone, _tone.To(pen.Palette.Ink, .45f), .14f * hh, .02f * hh, Lit(.55f));
        pen.Ink(tail, line, .7f);
        pen.Ink(at.Path("M-60,-10 C-64,8 -60,30 -64,48"), line * .7f, .5f, Lit(.35f), twice: false);
    }

    private void Lock(string side)
    {
        var shape = Path($"M{Front},-33 C25,-57 -6,-66 -28,-57 {side} C-17,8 -12,-4 -4,-14 C4,-22 15,-26 {Front},-33 Z");
        Mass(shape);
        pen.Ink(at.Path("M16,-42 C-8,-50 -34,-36 -42,0 M6,-32 C-14,-34 -32,-14 -36,16"), line, .5f);
        pen.Ink(at.Path("M14,-47 C-8,-56 -38,-42 -47,-6 M-2,-24 C-16,-20 -26,-2 -28,26 M-44,6 C-46,20 -44,32 -46,40"), line * .7f, .65f,
            Lit(.4f), twice: false);
    }

    private void Curls()
    {
        var curls = new Outline();
        const int bumps = 11;
        for (var k = 0; k <= bumps; k++)
        {
            // Round the skull from the brow to the nape.
            var a = -.62f - k * 2.75f / bumps;
            float x = -8 + 45 * MathF.Cos(a), y = -14 + 43 * MathF.Sin(a);
            if (k == 0)
            {
                curls.M(Front, -32);
                continue;
            }
            var m = -.62f - (k - .5f) * 2.75f / bumps;
            curls.Q(-8 + 60 * MathF.Cos(m), -14 + 57 * MathF.Sin(m), x, y);
        }
        curls.Q(-52, 18, -34, 22).Q(-24, 18, -21, 6).Q(-18, -8, -10, -12).Q(-2, -18, 2, -24).Q(12, -22, Front, -32).Z();
        Mass(at.Path(curls));
        pen.Ink(at.Path("M10,-42 Q2,-52 -6,-44 M-8,-50 Q-18,-54 -22,-44 M-28,-42 Q-38,-42 -38,-30 M-38,-20 Q-46,-14 -42,-4 M-20,-30 Q-28,-32 -30,-22 M-4,-32 Q-12,-36 -16,-28"), line * .7f, .6f, Lit(.3f), twice: false);
    }

    private void Back()
    {
        var fall = look.Hair == Hair.Long ? "L24,88 C8,98 -8,98 -24,88" : look.Hair == Hair.Bob ? "L30,46 C12,54 -12,54 -30,46"
            : "L17,58 L-17,58";
        var neck = new SkinTones(pen.Palette, look);
        pen.Form(at.Path("M-20,20 L-24,74 L24,74 L20,20 Z"), neck.Shade.To(neck.Lit, .35f), neck.Shade, .2f * hh, .02f * hh);
        if (look.Hair == Hair.Bald)
        {
            var bare = at.Path("M-40,-10 C-42,-64 42,-64 40,-10 C38,18 30,36 18,46 L-18,46 C-30,36 -38,18 -40,-10 Z");
            pen.Form(bare, neck.Lit, neck.Shade, .3f * hh, .03f * hh);
            pen.Ink(bare, line, .8f);
        }
        var head = at.Path(look.Hair == Hair.Bald ? "M-40,-8 C-20,4 20,4 40,-8 C38,18 30,36 18,42 L-18,42 C-30,36 -38,18 -40,-8 Z"
            : look.Hair is Hair.Short ? "M-40,-10 C-44,-66 44,-66 40,-10 C38,18 30,36 18,46 Q0,52 -18,46 C-30,36 -38,18 -40,-10 Z"
            : look.Hair is Hair.Bun or Hair.Tail or Hair.Curly
                ? "M-40,-10 C-44,-66 44,-66 40,-10 C38,18 26,36 14,40 L-14,40 C-26,36 -38,18 -40,-10 Z"
            : $"M-41,-10 C-45,-67 45,-67 41,-10 C40,16 44,30 36,44 {fall} L-36,44 C-44,30 -40,16 -41,-10 Z");
        Mass(head);
        if (look.Hair == Hair.Bun)
        {
            var knot = at.Path(Outline.Oval(0, 4, 20, 17));
            pen.Form(knot, _tone.To(SKColors.White, .07f), _tone.To(pen.Palette.Ink, .4f), .12f * hh, .02f * hh, Lit(.6f));
            pen.Ink(knot, line, .75f);
        }
        if (look.Hair == Hair.Tail)
        {
            var tail = at.Path("M-9,-8 C-16,20 -14,60 0,84 C14,60 16,20 9,-8 Z");
            pen.Form(tail, _tone.To(SKColors.White, .05f), _tone.To(pen.Palette.Ink, .4f), .1f * hh, .02f * hh, Lit(.5f));
            pen.Ink(tail, line, .75f);
        }
        pen.Ink(at.Path("M-30,-34 C-20,-12 -12,-6 -2,-6 M30,-34 C22,-12 14,-6 4,-6 M0,-50 C-2,-36 -2,-24 0,-14"), line * .7f, .5f,
            Lit(.3f), twice: false);
    }

    private void Mass(Outline shape)
    {
        pen.Form(shape, _tone, _tone.To(pen.Palette.Ink, .5f), .3f * hh, .025f * hh, Lit(.6f));
        pen.Ink(shape, line, .6f);
    }

    private SKColor Lit(float share) => _tone.To(pen.Palette.Key, share);

    private Outline Path(FormattableString data) => at.Path(FormattableString.Invariant(data));
}
