using Director.Infrastructure.Providers.Sketch.Drawing;
using Director.Infrastructure.Providers.Sketch.Reading;

namespace Director.Infrastructure.Providers.Sketch.Sets;

/// <summary>
/// The picture's space: its size in design units, the horizon and a plain perspective of the ground, so that whatever stands
/// on a row of the ground has the size that row asks for.
/// </summary>
internal sealed class Stage
{
    public Stage(Pen pen, SketchReading reading, float width, float height, Dice scene, Dice take)
    {
        Pen = pen;
        Reading = reading;
        Width = width;
        Height = height;
        Scene = scene;
        Take = take;
        var extreme = reading.Size == SketchSize.ExtremeWide;
        Horizon = height * reading.Angle switch
        {
            SketchAngle.Low => .80f,
            SketchAngle.High => .25f,
            SketchAngle.Dutch => .58f,
            _ => extreme ? .60f : .54f,
        };
        (FigureShare, FeetShare) = (extreme ? .125f : .55f, extreme ? (reading.Angle == SketchAngle.Low ? .875f : .83f) : .93f);
        if (reading.Angle == SketchAngle.Dutch)
            FeetShare -= .055f;
        if (extreme && reading.Interior)
        {
            // A very wide room: the figure stands before its back wall, at the wall's own scale (RoomSpace).
            var wall = width * .58f * RoomSpace.FarAway * (reading.Angle == SketchAngle.High ? .72f : 1) * 2.8f / 6.2f * (height > width
                ? 1.25f : 1);
            FeetShare = (Horizon + RoomSpace.WallBelowEyes(reading.Angle) * wall * 1.4f) / height;
            FigureShare = 1.72f / 2.8f * wall * 1.4f / MathF.Min(height, width * 1.05f);
        }
        Camera = 1.72f * (height * FeetShare - Horizon) / (FigureHeight);
        KeySide = pen.Light;
        Light = new Spot(pen.Light < 0 ? 0 : width, height * .2f);
        Side = reading.Move switch
        {
            // A pan or a track needs the room ahead of it.
            SketchMove.PanRight or SketchMove.TrackRight => -1,
            SketchMove.PanLeft or SketchMove.TrackLeft => 1,
            _ => take.Sign(),
        };
    }

    public Pen Pen { get; }

    public Palette Palette => Pen.Palette;

    public SketchReading Reading { get; }

    public float Width { get; }

    public float Height { get; }

    /// <summary>Dice of the scene: what the place is. The same for every shot and take of it.</summary>
    public Dice Scene { get; }

    /// <summary>Dice of the take: where things stand this time.</summary>
    public Dice Take { get; }

    /// <summary>The row of the horizon.</summary>
    public float Horizon { get; }

    /// <summary>Camera height above the ground, metres.</summary>
    public float Camera { get; }

    /// <summary>Which half holds the figure; the landmark takes the other.</summary>
    public float Side { get; }

    public float FigureShare { get; }

    public float FeetShare { get; }

    /// <summary>Height of a grown figure at the figure's row.</summary>
    public float FigureHeight => FigureShare * MathF.Min(Height, Width * 1.05f);

    /// <summary>The measure for heads: an upright frame is filled across, a lying one from top to bottom.</summary>
    public float Reference => MathF.Min(Height, Width * (Height > Width ? .85f : .62f));

    public float FigureX { get; set; }

    /// <summary>Where the first figure's feet must stand, when the set has one place for them.</summary>
    public Spot? Footing { get; set; }

    /// <summary>The first figure's height as a share of the picture, when the set asks for its own.</summary>
    public float? FootingShare { get; set; }

    /// <summary>How far from the middle two figures stand, as a share of the width, when the set fills the middle.</summary>
    public float? FigureReach { get; set; }

    /// <summary>The side of the key light: −1 left, +1 right.</summary>
    public float KeySide { get; }

    /// <summary>Where the light comes from, on the picture; a set with a lamp moves it there.</summary>
    public Spot Light { get; set; }

    /// <summary>The side from which the light meets something at <paramref name="x"/>.</summary>
    public float LightFor(float x) => MathF.Abs(Light.X - x) < Width * .04f ? KeySide : Light.X < x ? -1 : 1;

    /// <summary>Where the landmark of the set belongs.</summary>
    public float LandmarkX => Width * (.5f - Side * .19f * Spread);

    /// <summary>How far from the middle things stand: what a camera moves in on is gathered there, what it leaves is spread.</summary>
    public float Spread => Reading.Move switch
    {
        SketchMove.PushIn or SketchMove.ZoomIn => .45f,
        SketchMove.PullOut or SketchMove.ZoomOut => 1.2f,
        _ => 1,
    };

    public bool Is(SketchTime time) => Reading.Time == time;

    public bool Dark => Reading.Time is SketchTime.Night or SketchTime.Dusk;

    /// <summary>The row of the ground at a relative distance; 1 is just under the frame.</summary>
    public float Row(float distance) => Horizon + (Height * 1.05f - Horizon) / distance;

    /// <summary>Design units to a metre at a relative distance.</summary>
    public float Metre(float distance) => (Height * 1.05f - Horizon) / (Camera * distance);

    /// <summary>The distance at which a metre measures the given design units.</summary>
    public float DistanceOf(float metre) => (Height * 1.05f - Horizon) / (Camera * metre);
}
