using Director.Infrastructure.Providers.Sketch.Drawing;
using SkiaSharp;

namespace Director.Infrastructure.Providers.Sketch.Figures;

/// <summary>The head of a whole figure: shape, hair and hat without features.</summary>
internal sealed class FullHead(Pen pen, Look look, Placement at, float u, float line, bool back)
{
    private readonly Palette _palette = pen.Palette;

    public void Draw()
    {
        var skin = new SkinTones(_palette, look);
        var hair = _palette.Local(look.HairColour).To(_palette.Near, .15f);
        var scale = look.Build == Build.Child ? 1.25f : 1f;
        Outline P(string data) => at.Path(Outline.Parse(data).Map(p => new Spot(p.X * scale, -6.3f + (p.Y + 6.3f) * scale)));
        pen.Wash(P("M-0.2,-6.6 L-0.24,-6.15 L0.24,-6.15 L0.2,-6.6 Z"), skin.Shade);
        if (back)
        {
            var bare = look.Hair == Hair.Bald;
            pen.Form(P("M-0.42,-6.95 C-0.46,-7.6 0.46,-7.6 0.42,-6.95 C0.4,-6.5 0.28,-6.34 0,-6.34 C-0.28,-6.34 -0.4,-6.5 -0.42,-6.95 Z"),
                bare ? skin.Lit : hair, bare ? skin.Shade : hair.To(_palette.Ink, .5f), .35f * u, .06f * u, hair.To(_palette.Key, .5f));
        }
        else
        {
            pen.Form(P("M-0.42,-6.95 C-0.44,-7.45 -0.1,-7.58 0.15,-7.5 C0.4,-7.44 0.45,-7.2 0.44,-7.02 L0.57,-6.8 L0.44,-6.73 C0.43,-6.5 0.3,-6.34 0.12,-6.34 L-0.2,-6.3 C-0.35,-6.45 -0.42,-6.7 -0.42,-6.95 Z"),
                skin.Lit, skin.Shade, .38f * u, .09f * u, skin.Lit.To(_palette.Key, .8f));
            pen.Ink(P("M0.15,-7.5 C0.4,-7.44 0.45,-7.2 0.44,-7.02 L0.57,-6.8 L0.44,-6.73 C0.43,-6.5 0.3,-6.34 0.12,-6.34"), line * .7f,
                .6f);
            if (look.Beard == Beard.Full)
                pen.Wash(P("M-0.2,-6.85 L0.5,-6.7 C0.55,-6.3 0.35,-6.02 0.1,-6.08 C-0.1,-6.2 -0.2,-6.5 -0.2,-6.85 Z"), hair);
            else if (look.Beard != Beard.None)
                pen.Wash(P("M0.1,-6.72 L0.5,-6.7 C0.48,-6.56 0.3,-6.56 0.1,-6.62 Z"), hair, .8f);
        }
        Locks(P, hair);
        Headgear(P);
    }

    private void Locks(Func<string, Outline> p, SKColor hair)
    {
        if (look.Hat == Hat.Scarf)
            return;
        var cap = "M0.4,-7.28 C0.22,-7.74 -0.5,-7.7 -0.52,-6.95 C-0.52,-6.7 -0.42,-6.6 -0.3,-6.6 C-0.25,-6.75 -0.2,-6.85 -0.12,-6.98 C0.02,-7.2 0.22,-7.2 0.4,-7.28 Z";
        switch (look.Hair)
        {
            case Hair.Bald when !back:
                pen.Wash(p("M-0.15,-7.05 L-0.44,-7.15 C-0.5,-6.8 -0.42,-6.6 -0.28,-6.6 Z"), hair);
                break;
            case Hair.Bun:
                if (!back)
                    pen.Wash(p(cap), hair);
                pen.Wash(p(back ? "M-0.2,-6.85 C-0.2,-7.15 0.2,-7.15 0.2,-6.85 C0.2,-6.6 -0.2,-6.6 -0.2,-6.85 Z"
                    : "M-0.5,-6.98 C-0.84,-7.1 -0.86,-6.6 -0.52,-6.64 Z"), hair.To(SKColors.White, .06f));
                break;
            case Hair.Long:
                pen.Wash(p(back ? "M-0.44,-7.1 L-0.52,-5.7 C-0.2,-5.5 0.2,-5.5 0.52,-5.7 L0.44,-7.1 Z"
                    : "M0.4,-7.28 C0.22,-7.76 -0.52,-7.72 -0.56,-6.95 L-0.66,-5.75 C-0.45,-5.6 -0.2,-5.7 -0.1,-5.85 C-0.22,-6.3 -0.2,-6.7 -0.08,-7.0 C0.05,-7.2 0.22,-7.2 0.4,-7.28 Z"), hair);
                break;
            case Hair.Bob:
                pen.Wash(p(back ? "M-0.46,-7.1 L-0.5,-6.35 C-0.2,-6.2 0.2,-6.2 0.5,-6.35 L0.46,-7.1 Z"
                    : "M0.4,-7.28 C0.22,-7.76 -0.52,-7.72 -0.56,-6.95 L-0.52,-6.35 C-0.35,-6.25 -0.15,-6.3 -0.06,-6.4 C-0.16,-6.6 -0.16,-6.8 -0.08,-7.0 C0.05,-7.2 0.22,-7.2 0.4,-7.28 Z"), hair);
                break;
            case Hair.Tail:
                if (!back)
                    pen.Wash(p(cap), hair);
                pen.Wash(p(back ? "M-0.1,-7.1 L-0.14,-5.9 L0,-5.7 L0.14,-5.9 L0.1,-7.1 Z"
                    : "M-0.46,-7.2 C-0.85,-7.2 -0.85,-6.6 -0.8,-6.1 C-0.65,-6.3 -0.6,-6.8 -0.44,-6.9 Z"), hair);
                break;
            case Hair.Curly:
                pen.Wash(p(back ? "M-0.5,-6.9 C-0.7,-7.4 -0.4,-7.8 0,-7.76 C0.4,-7.8 0.7,-7.4 0.5,-6.9 C0.4,-6.6 -0.4,-6.6 -0.5,-6.9 Z"
                    : "M0.42,-7.2 C0.5,-7.6 0.1,-7.86 -0.2,-7.76 C-0.6,-7.72 -0.74,-7.2 -0.6,-6.8 C-0.5,-6.5 -0.3,-6.5 -0.22,-6.75 C-0.15,-7.0 0.1,-7.15 0.42,-7.2 Z"), hair);
                break;
            default:
                if (!back)
                    pen.Wash(p(cap), hair);
                break;
        }
    }

    private void Headgear(Func<string, Outline> p)
    {
        var tone = _palette.Local(look.HatColour).To(_palette.Near, .12f);
        var shape = look.Hat switch
        {
            Hat.Knit => "M0.5,-7.12 L-0.5,-6.98 C-0.56,-7.6 -0.2,-7.86 0.1,-7.8 C0.4,-7.75 0.52,-7.5 0.5,-7.12 Z",
            Hat.Peaked => "M0.76,-7.06 L0.46,-7.2 L-0.5,-7.06 C-0.62,-7.35 -0.66,-7.6 -0.5,-7.68 C-0.1,-7.86 0.42,-7.82 0.62,-7.56 L0.5,-7.3 Z",
            Hat.Brim => "M0.86,-7.12 C0.5,-7.26 -0.5,-7.2 -0.9,-6.98 C-0.7,-7.2 -0.5,-7.24 -0.42,-7.26 C-0.44,-7.7 -0.1,-7.9 0.05,-7.8 C0.3,-7.9 0.44,-7.6 0.42,-7.3 C0.6,-7.3 0.74,-7.24 0.86,-7.12 Z",
            Hat.Scarf => "M0.4,-7.25 C0.3,-7.76 -0.5,-7.76 -0.56,-6.95 C-0.56,-6.5 -0.6,-6.3 -0.5,-6.05 C-0.2,-5.9 0.2,-5.95 0.3,-6.15 C-0.05,-6.35 -0.15,-6.6 -0.1,-6.9 C0.0,-7.1 0.2,-7.18 0.4,-7.25 Z",
            Hat.Helmet => "M0.6,-7.02 L-0.58,-6.86 C-0.66,-7.6 -0.2,-7.86 0.08,-7.8 C0.46,-7.74 0.58,-7.4 0.6,-7.02 Z",
            Hat.Flat => "M0.72,-7.14 L-0.5,-7.04 C-0.62,-7.4 -0.3,-7.72 0.05,-7.68 C0.4,-7.66 0.6,-7.4 0.72,-7.14 Z",
            _ => null,
        };
        if (shape is null)
            return;
        var hat = p(shape);
        pen.Form(hat, tone, tone.To(_palette.Ink, .6f), .35f * u, .07f * u, tone.To(_palette.Key, .5f));
        pen.Ink(hat, line * .7f, .7f);
    }
}
