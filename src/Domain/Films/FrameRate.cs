using System.Globalization;
using System.Numerics;

namespace Director.Domain.Films;

/// <summary>
/// Frames per second as an exact fraction: 24/1, 25/1, 24000/1001, 30000/1001 … always in lowest terms.
/// <c>default</c> is 24 frames per second.
/// </summary>
public readonly record struct FrameRate : IComparable<FrameRate>
{
    /// <summary>The fastest rate accepted, in frames per second.</summary>
    public const int MaxFramesPerSecond = 1000;

    /// <summary>Longest text that <see cref="TryParse"/> reads and <see cref="ToString"/> writes, in characters.</summary>
    public const int MaxTextLength = 24;

    /// <summary>The largest numerator or denominator accepted.</summary>
    public const int MaxTerm = 1_000_000;

    public static readonly FrameRate Film = new(24, 1);
    public static readonly FrameRate Pal = new(25, 1);
    public static readonly FrameRate FilmOnNtsc = new(24000, 1001);
    public static readonly FrameRate Ntsc = new(30000, 1001);
    public static readonly FrameRate NtscDouble = new(60000, 1001);

    // Kept as the distance from 24/1, so that default(FrameRate) is a legal rate and equal to Film.
    private readonly int numeratorFrom24;
    private readonly int denominatorFrom1;

    /// <exception cref="ArgumentOutOfRangeException">A term is not within 1 … <see cref="MaxTerm"/>, or the rate is above <see cref="MaxFramesPerSecond"/>.</exception>
    public FrameRate(int numerator, int denominator)
    {
        if (!IsLegal(numerator, denominator))
            throw new ArgumentOutOfRangeException(nameof(numerator), $"{numerator}/{denominator} is not a frame rate.");
        var divisor = (int)BigInteger.GreatestCommonDivisor(numerator, denominator);
        numeratorFrom24 = numerator / divisor - 24;
        denominatorFrom1 = denominator / divisor - 1;
    }

    public int Numerator => numeratorFrom24 + 24;

    public int Denominator => denominatorFrom1 + 1;

    /// <summary>Frames that a timecode counts in one second of labels: 24 for 23.976, 30 for 29.97.</summary>
    public int Nominal => (Numerator + Denominator - 1) / Denominator;

    /// <summary>29.97 and 59.94, the two rates at which SMPTE ST 12-1 knows drop-frame counting.</summary>
    public bool AllowsDropFrame => Denominator == 1001 && Numerator is 30000 or 60000;

    /// <summary>The closest double, for formats that have no fraction.</summary>
    public double ToDouble() => (double)Numerator / Denominator;

    /// <summary>How long <paramref name="frames"/> frames last, in seconds, as an exact fraction in lowest terms (denominator &gt; 0).</summary>
    public (long Numerator, long Denominator) SecondsOf(long frames)
    {
        var numerator = (BigInteger)frames * Denominator;
        var divisor = BigInteger.GreatestCommonDivisor(numerator, Numerator);
        return ((long)(numerator / divisor), (long)(Numerator / divisor));
    }

    /// <summary>The duration of <paramref name="frames"/> frames rounded to the nearest 100 ns: for display and timers, never for editing.</summary>
    public TimeSpan DurationOf(long frames)
    {
        var (numerator, denominator) = SecondsOf(frames);
        return TimeSpan.FromTicks((long)Math.Round((decimal)numerator * TimeSpan.TicksPerSecond / denominator, MidpointRounding.AwayFromZero));
    }

    /// <summary>The number of frames closest to <paramref name="seconds"/>.</summary>
    public long FramesIn(decimal seconds) => (long)Math.Round(seconds * Numerator / Denominator, MidpointRounding.AwayFromZero);

    public int CompareTo(FrameRate other) => ((long)Numerator * other.Denominator).CompareTo((long)other.Numerator * Denominator);

    public static bool operator <(FrameRate left, FrameRate right) => left.CompareTo(right) < 0;

    public static bool operator >(FrameRate left, FrameRate right) => left.CompareTo(right) > 0;

    public static bool operator <=(FrameRate left, FrameRate right) => left.CompareTo(right) <= 0;

    public static bool operator >=(FrameRate left, FrameRate right) => left.CompareTo(right) >= 0;

    /// <summary>"24" for whole rates, else the fraction, "24000/1001".</summary>
    public override string ToString() => Denominator == 1
        ? Numerator.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    /// <summary>
    /// Reads "24", "25.0", "24000/1001", and the decimal names of the NTSC family ("23.976", "23.98", "29.97", "59.94" …), which stand for
    /// thousand-and-firsts and not for the decimal itself. Other decimals are taken exactly: "12.5" is 25/2.
    /// </summary>
    public static bool TryParse(string? text, out FrameRate rate)
    {
        rate = default;
        if (text is null || text.Length > MaxTextLength) return false;
        text = text.Trim();
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0)
        {
            return int.TryParse(text.AsSpan(0, slash), NumberStyles.None, CultureInfo.InvariantCulture, out var numerator)
                && int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var denominator)
                && TryMake(numerator, denominator, out rate);
        }

        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            || value <= 0 || value > MaxFramesPerSecond)
            return false;
        return IsNtscName(value, out rate) || IsExact(value, out rate);
    }

    /// <exception cref="FormatException">The text is not a frame rate.</exception>
    public static FrameRate Parse(string text) =>
        TryParse(text, out var rate) ? rate : throw new FormatException($"'{text}' is not a frame rate such as 24, 23.976 or 24000/1001.");

    private static bool IsNtscName(decimal value, out FrameRate rate)
    {
        rate = default;
        int digits = value.Scale;
        if (digits < 2) return false;
        var nominal = (int)Math.Ceiling(value);
        if (nominal % 24 != 0 && nominal % 30 != 0) return false;
        var exact = nominal * 1000m / 1001m;
        // Both habits are met in the wild: 23.976023… is written 23.98 (rounded) and 23.97 (cut off).
        if (value != Math.Round(exact, Math.Min(digits, 12), MidpointRounding.AwayFromZero) && value != Truncate(exact, Math.Min(digits, 12)))
            return false;
        return TryMake(nominal * 1000, 1001, out rate);
    }

    private static decimal Truncate(decimal value, int digits) => Math.Round(value, digits, MidpointRounding.ToZero);

    private static bool IsExact(decimal value, out FrameRate rate)
    {
        rate = default;
        var denominator = 1;
        while (value != decimal.Truncate(value))
        {
            if (denominator >= 1000) return false;
            value *= 10;
            denominator *= 10;
        }

        return TryMake((int)value, denominator, out rate);
    }

    private static bool TryMake(int numerator, int denominator, out FrameRate rate)
    {
        var legal = IsLegal(numerator, denominator);
        rate = legal ? new FrameRate(numerator, denominator) : default;
        return legal;
    }

    private static bool IsLegal(int numerator, int denominator) =>
        numerator is > 0 and <= MaxTerm && denominator is > 0 and <= MaxTerm && numerator <= (long)denominator * MaxFramesPerSecond;
}
