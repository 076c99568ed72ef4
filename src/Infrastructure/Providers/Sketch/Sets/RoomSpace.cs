using Director.Infrastructure.Providers.Sketch.Drawing;
using Director.Infrastructure.Providers.Sketch.Reading;
using SkiaSharp;

namespace Director.Infrastructure.Providers.Sketch.Sets;

/// <summary>
/// A room in one-point perspective: back wall, side walls, floor and ceiling. Points of the back wall are shares of it
/// (0,0 top left); points of the floor are a share across and a depth from 0 at the wall to 1 at the frame.
/// </summary>
internal sealed class RoomSpace
{
    private readonly Stage _stage;
    private readonly float _bottomScale;

    public RoomSpace(Stage stage, float share, float metresHigh)
    {
        _stage = stage;
        MetresHigh = metresHigh;
        var extreme = stage.Reading.Size == SketchSize.ExtremeWide ? FarAway : 1;
        var angle = stage.Reading.Angle;
        var below = WallBelowEyes(angle);
        Width = stage.Width * share * extreme * (angle == SketchAngle.High ? .72f : 1);
        if (stage.Height > stage.Width)
            Width *= 1.25f;
        Height = Width * metresHigh / 6.2f;
        Left = stage.Width / 2 - Width / 2 + stage.Side * stage.Width * .07f * (stage.Spread - .5f);
        Bottom = stage.Horizon + below * Height;
        Top = Bottom - Height;
        VanishX = Left + Width / 2;
        _bottomScale = (stage.Height * 1.1f - stage.Horizon) / MathF.Max(1, Bottom - stage.Horizon);
    }

    /// <summary>How much smaller the back wall stands in an extreme wide shot.</summary>
    public const float FarAway = .56f;

    public float Left { get; }

    public float Top { get; }

    public float Width { get; }

    public float Height { get; }

    public float Bottom { get; }

    public float VanishX { get; }

    public float MetresHigh { get; }

    /// <summary>Design units to a metre on the back wall.</summary>
    public float Metre => Height / MetresHigh;

    /// <summary>The share of the back wall below the horizon: a high camera looks at the floor, a low one at the ceiling.</summary>
    public static float WallBelowEyes(SketchAngle angle) => angle switch { SketchAngle.Low => .17f, SketchAngle.High => .93f, _ => .43f };

    public Spot Wall(float u, float v) => new(Left + Width * u, Top + Height * v);

    /// <summary>How much larger things are at a depth than on the back wall.</summary>
    public float Scale(float depth) => 1 / (1 + depth * (1 / _bottomScale - 1));

    public Spot Floor(float u, float depth)
    {
        var s = Scale(depth);
        return new Spot(VanishX + (Left + u * Width - VanishX) * s, _stage.Horizon + (Bottom - _stage.Horizon) * s);
    }

    /// <summary>A point above the floor, in metres.</summary>
    public Spot Above(float u, float depth, float metres)
    {
        var foot = Floor(u, depth);
        return new Spot(foot.X, foot.Y - metres * Metre * Scale(depth));
    }

    public Outline WallBox(float u, float v, float wide, float high) =>
        Outline.Poly(Wall(u, v), Wall(u + wide, v), Wall(u + wide, v + high), Wall(u, v + high));

    /// <summary>The shell: walls, floor, ceiling and their corners.</summary>
    public void Shell(SKColor wall, SKColor floor, bool boards)
    {
        var (pen, p, w, h) = (_stage.Pen, _stage.Palette, _stage.Width, _stage.Height);
        var right = Left + Width;
        Spot lt = Out(Left, Top), rt = Out(right, Top), lb = Out(Left, Bottom), rb = Out(right, Bottom);
        pen.Wash(Outline.Box(-w, -h, w * 3, h * 3), wall.To(p.Near, .5f));
        var dim = wall.To(p.Near, .32f);
        var dark = wall.To(p.Near, .55f);
        pen.Wash(Outline.Poly(lt, (Left, Top), (Left, Bottom), lb), _stage.KeySide < 0 ? dark : dim);
        pen.Wash(Outline.Poly(rt, (right, Top), (right, Bottom), rb), _stage.KeySide < 0 ? dim : dark);
        pen.Wash(Outline.Poly(lt, (Left, Top), (right, Top), rt), wall.To(p.Near, .44f).To(p.SkyTop, .12f));
        pen.Blend(Outline.Poly(lb, (Left, Bottom), (right, Bottom), rb), (0, Bottom), (0, h), floor.To(wall, .2f), floor,
            floor.To(p.Near, .5f));
        pen.Blend(Outline.Poly((Left, Top), (right, Top), (right, Bottom), (Left, Bottom)), (0, Top), (0, Bottom), wall.To(p.Near, .1f),
            wall, wall.To(p.Near, .16f));
        if (boards)
        {
            var joints = new Outline();
            for (var k = 0; k <= 14; k++)
            {
                Spot a = Floor(-.2f + k * .1f, 0), b = Floor(-.2f + k * .1f, .98f);
                joints.M(a.X, a.Y).L(b.X, b.Y);
            }
            pen.Ink(joints, 1, .3f, twice: false);
        }
        pen.Ink(
            Outline.Open((Left, Top - 6), (Left, Bottom + 5)).And(Outline.Open((right, Top - 6), (right, Bottom + 5)))
                .And(Outline.Open((Left - 8, Bottom), (right + 8, Bottom))).And(Outline.Open((Left - 8, Top), (right + 8, Top)))
                .And(Outline.Open((Left, Top), lt)).And(Outline.Open((right, Top), rt)).And(Outline.Open((Left, Bottom), lb))
                    .And(Outline.Open((right, Bottom), rb)),
            1.4f, .65f);
        pen.Hatch(_stage.KeySide < 0 ? right - Width * .22f : Left + 4, Top + 4, Width * .2f, Height * .8f, 14, 64, .24f);
    }

    private Spot Out(float x, float y)
    {
        const float far = 9;
        return new Spot(VanishX + (x - VanishX) * far, _stage.Horizon + (y - _stage.Horizon) * far);
    }
}
