namespace Director.Infrastructure.Providers.Sketch.Drawing;

/// <summary>A point of the design canvas; the picture is 640 units wide at 16:9, y grows downward.</summary>
internal readonly record struct Spot(float X, float Y)
{
    public static implicit operator Spot((float X, float Y) pair) => new(pair.X, pair.Y);
}
