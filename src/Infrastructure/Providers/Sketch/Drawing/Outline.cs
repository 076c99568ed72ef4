using System.Globalization;

namespace Director.Infrastructure.Providers.Sketch.Drawing;

/// <summary>Contours as points. Curves are flattened at once, so that every later step (placing, leaning, wobble) is a point map.</summary>
internal sealed class Outline
{
    private const int StepsPerCurve = 14;
    private readonly List<Contour> _contours = [];

    public IReadOnlyList<Contour> Contours => _contours;

    public static Outline Poly(params ReadOnlySpan<Spot> points) => Open(points).Z();

    public static Outline Open(params ReadOnlySpan<Spot> points)
    {
        var outline = new Outline().M(points[0].X, points[0].Y);
        foreach (var p in points[1..])
            outline.L(p.X, p.Y);
        return outline;
    }

    public static Outline Box(float x, float y, float width, float height) =>
        Poly((x, y), (x + width, y), (x + width, y + height), (x, y + height));

    public static Outline Oval(float x, float y, float rx, float ry)
    {
        const float k = .5523f;
        return new Outline().M(x - rx, y)
            .C(x - rx, y - ry * k, x - rx * k, y - ry, x, y - ry).C(x + rx * k, y - ry, x + rx, y - ry * k, x + rx, y)
            .C(x + rx, y + ry * k, x + rx * k, y + ry, x, y + ry).C(x - rx * k, y + ry, x - rx, y + ry * k, x - rx, y).Z();
    }

    /// <summary>Reads absolute M, L, C, Q, Z commands with numbers parted by blanks or commas.</summary>
    public static Outline Parse(string data)
    {
        var outline = new Outline();
        var numbers = new List<float>(6);
        var command = ' ';
        foreach (var range in data.AsSpan().SplitAny(' ', ','))
        {
            var word = data.AsSpan()[range];
            if (word.IsEmpty)
                continue;
            if (char.IsLetter(word[0]))
            {
                command = word[0];
                word = word[1..];
                if (command == 'Z')
                    outline.Z();
            }
            if (word.IsEmpty)
                continue;
            numbers.Add(float.Parse(word, CultureInfo.InvariantCulture));
            if (outline.Take(command, numbers))
                numbers.Clear();
        }
        return outline;
    }

    public Outline M(float x, float y)
    {
        _contours.Add(new Contour([new Spot(x, y)]));
        return this;
    }

    public Outline L(float x, float y)
    {
        Points.Add(new Spot(x, y));
        return this;
    }

    public Outline Q(float x1, float y1, float x, float y)
    {
        var from = Points[^1];
        return C(from.X + (x1 - from.X) * 2 / 3, from.Y + (y1 - from.Y) * 2 / 3, x + (x1 - x) * 2 / 3, y + (y1 - y) * 2 / 3, x, y);
    }

    public Outline C(float x1, float y1, float x2, float y2, float x, float y)
    {
        var from = Points[^1];
        for (var step = 1; step <= StepsPerCurve; step++)
        {
            var t = step / (float)StepsPerCurve;
            var u = 1 - t;
            float a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
            Points.Add(new Spot(a * from.X + b * x1 + c * x2 + d * x, a * from.Y + b * y1 + c * y2 + d * y));
        }
        return this;
    }

    public Outline Z()
    {
        _contours[^1].Closed = true;
        return this;
    }

    public Outline And(Outline other)
    {
        _contours.AddRange(other._contours);
        return this;
    }

    public Outline Map(Func<Spot, Spot> place)
    {
        var mapped = new Outline();
        foreach (var contour in _contours)
        {
            var points = new List<Spot>(contour.Points.Count);
            foreach (var p in contour.Points)
                points.Add(place(p));
            mapped._contours.Add(new Contour(points) { Closed = contour.Closed });
        }
        return mapped;
    }

    public Outline Shift(float dx, float dy) => Map(p => new Spot(p.X + dx, p.Y + dy));

    private List<Spot> Points => _contours[^1].Points;

    private bool Take(char command, List<float> n)
    {
        switch (command)
        {
            case 'M' when n.Count == 2: M(n[0], n[1]); return true;
            case 'L' when n.Count == 2: L(n[0], n[1]); return true;
            case 'Q' when n.Count == 4: Q(n[0], n[1], n[2], n[3]); return true;
            case 'C' when n.Count == 6: C(n[0], n[1], n[2], n[3], n[4], n[5]); return true;
            default: return false;
        }
    }

    internal sealed class Contour(List<Spot> points)
    {
        public List<Spot> Points { get; } = points;

        public bool Closed { get; set; }
    }
}
