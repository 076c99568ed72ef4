using System.Globalization;

namespace Director.Domain.Films;

/// <summary>
/// Width to height of the picture: "16:9", "2.39:1", "4:3", "9:16". Terms are kept as the film writes them: 16:9 and 1.78:1 are two
/// different ratios. <c>default</c> is 16:9.
/// </summary>
public readonly record struct AspectRatio
{
    /// <summary>Longest text that <see cref="TryParse"/> reads and <see cref="ToString"/> writes, in characters.</summary>
    public const int MaxTextLength = 16;

    /// <summary>The widest picture accepted, width over height; the tallest is one over this.</summary>
    public const decimal Widest = 10m;

    public static readonly AspectRatio Wide = new(16, 9);
    public static readonly AspectRatio Scope = new(2.39m, 1);

    private const decimal MaxTerm = 100_000m;
    private const int MaxDecimals = 4;

    // Kept as the distance from 16:9, so that default(AspectRatio) is a legal ratio and equal to Wide.
    private readonly decimal widthFrom16;
    private readonly decimal heightFrom9;

    /// <exception cref="ArgumentOutOfRangeException">A term is not positive, or the picture is wider or taller than <see cref="Widest"/>.</exception>
    public AspectRatio(decimal width, decimal height)
    {
        if (!IsLegal(width, height))
            throw new ArgumentOutOfRangeException(nameof(width), $"{width}:{height} is not an aspect ratio.");
        widthFrom16 = width - 16;
        heightFrom9 = height - 9;
    }

    public decimal Width => widthFrom16 + 16;

    public decimal Height => heightFrom9 + 9;

    /// <summary>Width over height.</summary>
    public decimal Value => Width / Height;

    /// <summary>
    /// A picture of this ratio whose longer edge has <paramref name="longEdge"/> pixels. Both edges come out even, as 4:2:0 video wants them.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 2 pixels.</exception>
    public (int Width, int Height) PixelsFor(int longEdge)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(longEdge, 2);
        return Value >= 1 ? (Even(longEdge), Even(longEdge / Value)) : (Even(longEdge * Value), Even(longEdge));
    }

    /// <summary>"16:9", "2.39:1".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Width:0.####}:{Height:0.####}");

    /// <summary>Reads "16:9", "16x9", "16/9", "2.39:1" and a single number, "1.85", as that many to one.</summary>
    public static bool TryParse(string? text, out AspectRatio ratio)
    {
        ratio = default;
        if (text is null || text.Length > MaxTextLength) return false;
        text = text.Trim();
        var separator = text.AsSpan().IndexOfAny(":x/×");
        var widthText = separator < 0 ? text : text[..separator];
        var heightText = separator < 0 ? "1" : text[(separator + 1)..];
        if (!Term(widthText, out var width) || !Term(heightText, out var height) || !IsLegal(width, height)) return false;
        ratio = new AspectRatio(width, height);
        return true;
    }

    /// <exception cref="FormatException">The text is not an aspect ratio.</exception>
    public static AspectRatio Parse(string text) =>
        TryParse(text, out var ratio) ? ratio : throw new FormatException($"'{text}' is not an aspect ratio such as 16:9 or 2.39:1.");

    private static bool Term(string text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) && value.Scale <= MaxDecimals;

    private static bool IsLegal(decimal width, decimal height) =>
        width is > 0 and <= MaxTerm && height is > 0 and <= MaxTerm && width <= height * Widest && height <= width * Widest;

    private static int Even(decimal pixels) => Math.Max(2, (int)Math.Round(pixels / 2, MidpointRounding.AwayFromZero) * 2);
}
