namespace Director.Infrastructure.Providers.Sketch.Drawing;

/// <summary>
/// Where set points land on the picture: enlarged about a point (closer sizes see less of the same set) and
/// leaned (from below verticals meet above the frame). Line widths are not enlarged.
/// </summary>
internal readonly record struct View(float Zoom, Spot About, Spot Shift, float Lean, Spot LeanFrom)
{
    public static View Plain { get; } = new(1, default, default, 0, default);

    public Spot Map(Spot p)
    {
        var x = About.X + (p.X - About.X) * Zoom + Shift.X;
        var y = About.Y + (p.Y - About.Y) * Zoom + Shift.Y;
        if (Lean != 0)
        {
            var rise = (LeanFrom.Y - y) / 334f;
            x = LeanFrom.X + (x - LeanFrom.X) * Math.Clamp(1 - Lean * rise, .3f, 1.7f);
        }
        return new Spot(x, y);
    }
}
