using Director.Infrastructure.Providers.Sketch.Drawing;

namespace Director.Infrastructure.Providers.Sketch.Figures;

/// <summary>Puts a figure's own units on the picture; a facing of −1 mirrors.</summary>
internal readonly record struct Placement(float X, float Y, float Unit, float Facing)
{
    public Spot Map(Spot p) => new(X + p.X * Unit * Facing, Y + p.Y * Unit);

    public Outline Path(string data) => Outline.Parse(data).Map(Map);

    public Outline Path(Outline outline) => outline.Map(Map);
}
