using Director.Infrastructure.Providers.Sketch.Drawing;
using Director.Infrastructure.Providers.Sketch.Reading;

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
        Spot At(float radius, float angle, float t) => new(cx + radius * MathF.Cos(angle),
            cy + radius * flat * MathF.Sin(angle) + (1 - t) * 18);
        var (edges, inner, rim, rail, posts) = (new Outline(), new Outline(), new Outline(), new Outline(), new Outline());
        for (var k = 0; k < steps; k++)
        {
            float t = k / (float)steps, u = (k + 1) / (float)steps;
            Spot a = At(R(t), A(t), t), b = At(R(u), A(u), u), c = At(R(u) * .6f, A(u), u), d = At(R(t) * .6f, A(t), t);
            var lit = .5f + .5f * MathF.Cos(A(t) - 4);
            var tone = p.Near.To(p.Far, .22f + .48f * lit).To(p.Key, .32f * t * lit + (k % 2 == 0 ? .03f : .13f))
                .To(p.Ink, .22f * (1 - lit));
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
            if (step.X > w * .12f && step.X < w * .88f && step.Y is var y && y > h * .42f && y < h * .88f
                && (best.X == 0 || MathF.Abs(step.X - stage.FigureX) < MathF.Abs(best.X - stage.FigureX)))
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
