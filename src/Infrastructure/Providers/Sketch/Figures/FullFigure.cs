using Director.Infrastructure.Providers.Sketch.Drawing;
using Director.Infrastructure.Providers.Sketch.Reading;
using SkiaSharp;

namespace Director.Infrastructure.Providers.Sketch.Figures;

/// <summary>A whole person of 7.5 heads. Own units: one head; the ground between the feet at 0,0, facing right.</summary>
internal sealed class FullFigure(Pen pen, Look look, Spot feet, float height, float facing, SketchPose pose)
{
    private const float Heads = 7.5f;
    private readonly float _u = height / Heads;
    private readonly Placement _at = new(feet.X, feet.Y, height / Heads, facing);
    private readonly Palette _palette = pen.Palette;
    private readonly float _line = Math.Clamp(height / 170, .8f, 1.6f);
    private readonly SKColor _coat = pen.Palette.Local(look.Coat);
    private readonly SKColor _dark = pen.Palette.Local(look.CoatDark).To(pen.Palette.Near, .15f);

    private bool Small => height < 46;

    private bool Long => look.Garment is Garment.Coat or Garment.Hooded or Garment.Uniform;

    public void Draw()
    {
        Shadow();
        var seat = pose == SketchPose.Sit ? 1.9f : 0;
        var at = new Placement(feet.X, feet.Y + seat * _u, _u, facing);
        if (pose == SketchPose.Sit)
            Seat();
        Legs();
        if (pose is SketchPose.Case)
            CaseInHand(at);
        if (pose is SketchPose.Run)
            Sleeve(at, "M-0.5,-5.9 C-1.1,-5.5 -1.7,-4.9 -1.75,-4.6 L-1.2,-3.9 L-0.85,-4.15 L-1.1,-4.6 L-0.3,-5.1 Z");
        Body(at);
        Arms(at);
        // A runner's head is where the leaning shoulders carry it.
        var head = pose == SketchPose.Run ? at with { X = at.X + .5f * _u * facing, Y = at.Y + .06f * _u } : at;
        new FullHead(pen, look, head, _u, _line, pose == SketchPose.Back).Draw();
    }

    private void Shadow()
    {
        var away = -pen.Light;
        var reach = Small ? 2.2f : 3.6f;
        pen.Wash(Outline.Poly(
            (feet.X - .75f * _u, feet.Y - .08f * _u), (feet.X + .75f * _u, feet.Y - .08f * _u),
            (feet.X + away * reach * _u + .55f * _u, feet.Y + .55f * _u), (feet.X + away * reach * _u - .55f * _u, feet.Y + .5f * _u),
            (feet.X - .7f * _u, feet.Y + .14f * _u)), _palette.Ink, .32f);
    }

    /// <summary>A bench of one's own: the set may have none where the figure sits.</summary>
    private void Seat()
    {
        var wood = _palette.Local(0x6d4d31).To(_palette.Near, .25f);
        pen.Ink(_at.Path("M-0.95,-1.1 L-0.98,0.02 M0.5,-1.1 L0.52,0.02"), MathF.Max(1.6f, .16f * _u), .9f, wood.To(_palette.Ink, .5f));
        var board = _at.Path("M-1.2,-1.3 L0.75,-1.3 L0.75,-1.02 L-1.2,-1.02 Z");
        pen.Form(board, wood, wood.To(_palette.Ink, .5f), .5f * _u, .06f * _u);
        pen.Ink(board, _line, .75f);
    }

    private void Legs()
    {
        var skirt = look.Garment == Garment.Dress;
        var data = pose switch
        {
            SketchPose.Walk or SketchPose.Case or SketchPose.Lamp => "M-0.55,-3.2 L-1.02,-0.3 L-1.12,0 L-0.42,0 L-0.5,-0.22 L0.02,-1.8 L0.42,-0.2 L0.4,0 L1.12,0 L1.0,-0.24 L0.8,-0.34 L0.58,-3.2 Z",
            SketchPose.Run => "M-0.5,-3.3 L-0.62,-1.85 L-1.75,-1.15 L-1.95,-1.45 L-2.15,-1.25 L-1.85,-0.75 L-0.1,-1.5 L0.25,-2.3 L0.95,-1.6 L0.75,-0.25 L0.72,0 L1.5,0 L1.35,-0.25 L1.1,-0.3 L1.45,-1.9 L0.55,-3.3 Z",
            SketchPose.Sit => "M-0.6,-1.75 L0.9,-1.95 L1.25,-1.7 L1.2,-0.28 L1.6,-0.12 L1.62,0.02 L0.8,0.02 L0.72,-1.2 L-0.5,-1.05 Z",
            _ => "M-0.58,-3.2 L-0.56,-0.25 L-0.74,0 L-0.06,0 L-0.04,-0.3 L0.0,-2.3 L0.1,-0.3 L0.1,0 L0.82,0 L0.64,-0.25 L0.58,-3.2 Z",
        };
        var cloth = _palette.Near.To(_palette.Mid, look.Garment is Garment.Suit ? .15f : .38f);
        if (skirt)
            cloth = new SkinTones(_palette, look).Lit.To(_palette.Near, .45f);
        if (look.Garment is Garment.Suit)
            cloth = _coat.To(_palette.Near, .45f);
        var legs = _at.Path(data);
        pen.Form(legs, cloth, _palette.Ink, .2f * _u, .06f * _u, cloth.To(_palette.Key, .3f));
        pen.Ink(legs, _line * .8f, .7f);
    }

    private void Body(Placement at)
    {
        var sit = pose == SketchPose.Sit;
        var hem = sit ? -3.5f : Long ? -2.35f : look.Garment == Garment.Dress ? -1.75f : -3.2f;
        var flare = look.Garment == Garment.Dress && !sit ? .35f : Long && !sit ? .12f : 0;
        var swing = pose is SketchPose.Walk or SketchPose.Case or SketchPose.Run ? .22f : 0;
        var waist = look.Build == Build.Woman ? .74f : .86f;
        var lean = pose == SketchPose.Run ? .45f : 0;
        var body = new Outline().M(-.27f + lean, -6.36f)
            .C(-.62f + lean, -6.26f, -1.0f + lean, -6.18f, -1.06f + lean, -5.72f)
            .C(-1.1f + lean, -5.2f, -waist + lean * .5f, -4.7f, -waist + lean * .4f, -4.3f)
            .C(-waist, -3.9f, -.9f - flare - swing, -3.3f, -.94f - flare - swing, hem)
            .C(-.4f, hem + .18f, .4f, hem + .16f, .9f + flare, hem)
            .C(.92f + flare, -3.4f, waist, -4.0f, waist + lean * .4f, -4.3f)
            .C(waist + lean * .5f, -4.8f, 1.08f + lean, -5.2f, 1.04f + lean, -5.75f)
            .C(.95f + lean, -6.2f, .58f + lean, -6.28f, .27f + lean, -6.36f).Z();
        var shape = at.Path(body.Map(Broad));
        pen.Form(shape, _coat, _dark, .8f * _u, .13f * _u, _coat.To(_palette.Key, .68f));
        pen.Ink(shape, _line, .75f);
        if (Small)
            return;
        if (pose != SketchPose.Back && look.Garment is not (Garment.Jumper or Garment.Dress))
            pen.Ink(at.Path(new Outline().M(.1f + lean, -6.2f).Q(.2f + lean * .5f, -4.5f, .14f, hem + .1f)), _line * .8f, .55f);
        if (look.Garment == Garment.Uniform && pose != SketchPose.Back)
        {
            for (var y = -5.6f; y < -3.2f; y += .62f)
                pen.Wash(at.Path(Outline.Oval(.34f, y, .08f, .08f)), _palette.Key.To(_palette.Mid, .3f));
        }
        if (look.Garment == Garment.Suit && pose != SketchPose.Back)
            pen.Wash(at.Path("M-0.1,-6.3 L0.2,-5.2 L0.36,-6.3 Z"), _palette.Local(0xd8d2c4));
        if (Long || look.Garment == Garment.Dress)
            pen.Ink(at.Path(new Outline().M(-waist, -4.25f).Q(0, -4.05f, waist, -4.3f)), _line * .7f, .4f);
        if (look.Garment == Garment.Hooded && pose == SketchPose.Back)
            pen.Ink(at.Path("M-0.5,-6.3 C-0.5,-5.5 0.5,-5.5 0.5,-6.3"), _line, .6f);
    }

    private void Arms(Placement at)
    {
        switch (pose)
        {
            case SketchPose.Lamp:
                Sleeve(at, "M0.4,-6.1 L0.95,-5.95 L1.8,-4.75 L1.5,-4.42 L0.4,-5.35 Z");
                Lantern(at);
                break;
            case SketchPose.Reach:
                Sleeve(at, "M0.35,-6.1 L0.9,-6.02 L2.2,-5.62 L2.15,-5.28 L0.5,-5.3 Z");
                pen.Wash(at.Path(Outline.Oval(2.34f, -5.47f, .2f, .15f)), new SkinTones(_palette, look).Lit);
                break;
            case SketchPose.Ledger:
                Book(at);
                Sleeve(at, "M-0.2,-5.9 C-0.55,-5.4 -0.6,-4.9 -0.4,-4.6 L0.6,-4.5 L0.62,-4.85 L0.0,-5.0 L0.25,-5.7 Z");
                break;
            case SketchPose.Run:
                Sleeve(at, "M0.55,-6.0 C0.95,-5.7 1.0,-5.1 0.95,-4.85 L1.85,-5.0 L1.85,-5.35 L1.4,-5.3 L1.3,-5.8 Z");
                break;
            case SketchPose.Sit:
                Sleeve(at, "M0.05,-6.0 C-0.35,-5.5 -0.35,-4.8 -0.1,-4.3 L1.1,-3.75 L1.25,-4.05 L0.42,-4.6 L0.55,-5.8 Z");
                break;
            default:
                Hanging(at);
                break;
        }
    }

    private void Hanging(Placement at)
    {
        var swing = pose is SketchPose.Walk or SketchPose.Case ? .42f : 0;
        foreach (var side in new[] { -1f, 1f })
        {
            var dx = side * (swing > 0 ? swing : .04f);
            var arm = new Outline().M(side * .78f, -6.02f)
                .C(side * 1.12f, -5.8f, side * 1.24f + dx * .4f, -5.0f, side * 1.2f + dx * .8f, -4.4f)
                .L(side * 1.16f + dx, -3.55f).L(side * .84f + dx, -3.5f)
                    .C(side * .8f + dx * .6f, -4.4f, side * .78f, -5.0f, side * .7f, -5.4f).Z();
            pen.Wash(at.Path(Outline.Oval(side * 1.0f + dx, -3.38f, .17f, .24f).Map(Broad)), new SkinTones(_palette, look)
                .Lit.To(_palette.SkinShade, side == pen.Light * facing ? .1f : .6f));
            Sleeve(at, arm.Map(Broad));
        }
    }

    private void CaseInHand(Placement at)
    {
        var box = at.Path("M-2.2,-3.1 L-0.85,-3.1 L-0.85,-2.0 L-2.2,-2.0 Z");
        pen.Solid(box, _palette.Local(0x4a3226).To(_palette.Ink, .45f), _line, .9f);
        pen.Ink(at.Path("M-1.8,-3.1 L-1.74,-3.4 L-1.36,-3.4 L-1.3,-3.1 M-2.2,-2.75 L-0.85,-2.75"), _line, .9f);
    }

    private void Lantern(Placement at)
    {
        pen.Wash(at.Path("M1.42,-4.6 L1.88,-4.6 L1.98,-3.7 L1.32,-3.7 Z"), _palette.Ink);
        pen.Wash(at.Path("M1.5,-4.42 L1.8,-4.42 L1.85,-3.86 L1.45,-3.86 Z"), _palette.Key);
        var light = at.Map((1.64f, -4.1f));
        pen.Glow(light.X, light.Y, 3.8f * _u, .85f);
    }

    private void Book(Placement at)
    {
        var pages = at.Path("M0.15,-5.15 L1.45,-5.4 L1.55,-4.5 L0.25,-4.2 Z");
        pen.Form(pages, _palette.Local(0xd8cdb4), _palette.Local(0x8a7f6a), .6f * _u, .1f * _u);
        pen.Ink(pages, _line, .8f);
    }

    private void Sleeve(Placement at, string data) => Sleeve(at, Outline.Parse(data));

    private void Sleeve(Placement at, Outline outline)
    {
        var sleeve = at.Path(outline);
        pen.Form(sleeve, _coat.To(_dark, .12f), _dark, .22f * _u, .07f * _u, _coat.To(_palette.Key, .6f));
        pen.Ink(sleeve, _line * .9f, .65f);
    }

    private Spot Broad(Spot p) => new(p.X * look.Breadth, p.Y);
}
