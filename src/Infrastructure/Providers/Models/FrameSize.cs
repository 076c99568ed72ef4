using System.Globalization;
using Director.Domain.Films;

namespace Director.Infrastructure.Providers.Models;

/// <summary>A size in pixels.</summary>
internal readonly record struct FrameSize(int Width, int Height)
{
    private const int Pixels = 1_048_576;
    private const int Grid = 16;

    internal double Ratio => (double)Width / Height;

    /// <summary>The shape in its smallest whole numbers, <c>16:9</c>.</summary>
    internal string Aspect
    {
        get
        {
            var divisor = (int)System.Numerics.BigInteger.GreatestCommonDivisor(Width, Height);
            return FormattableString.Invariant($"{Width / divisor}:{Height / divisor}");
        }
    }

    public override string ToString() => FormattableString.Invariant($"{Width}x{Height}");

    internal static FrameSize? Parse(string text)
    {
        var cut = text.Split('x');
        return cut.Length == 2 && int.TryParse(cut[0], NumberStyles.None, CultureInfo.InvariantCulture, out var width)
            && int.TryParse(cut[1], NumberStyles.None, CultureInfo.InvariantCulture, out var height) && width is > 0 and <= 16_384 && height is > 0 and <= 16_384
            ? new FrameSize(width, height) : null;
    }

    /// <summary>The size for a film's shape: of the given ones the nearest in shape, or, where any will do, about a megapixel on a grid of 16.</summary>
    internal static FrameSize For(string aspectRatio, IReadOnlyList<string> sizes)
    {
        var ratio = AspectRatio.TryParse(aspectRatio, out var shape) ? (double)(shape.Width / shape.Height) : 16d / 9;
        if (sizes.Count > 0) return sizes.Select(s => Parse(s)!.Value).MinBy(s => Math.Abs(Math.Log(s.Ratio / ratio)));
        var width = Math.Sqrt(Pixels * ratio);
        return new FrameSize(OnGrid(width), OnGrid(width / ratio));
    }

    private static int OnGrid(double length) => Math.Max(Grid, (int)Math.Round(length / Grid) * Grid);
}
