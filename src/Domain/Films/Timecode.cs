using System.Globalization;

namespace Director.Domain.Films;

/// <summary>
/// A frame of a day, counted from 00:00:00:00 at a rate, and the label it carries. The label counts nominal frames (24 for 23.976); with
/// drop-frame counting two labels (four at 59.94) are skipped at the start of every minute that is not a tenth one, so that the labels keep
/// up with the clock. No frame is ever dropped, only labels. Source of the rule: SMPTE ST 12-1.
/// </summary>
public readonly record struct Timecode : IComparable<Timecode>
{
    private const int HoursADay = 24;

    /// <exception cref="ArgumentException">Drop-frame was asked for at a rate that has none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The frame is negative or not within one day of labels.</exception>
    public Timecode(long frame, FrameRate rate, bool dropFrame = false)
    {
        if (dropFrame && !rate.AllowsDropFrame)
            throw new ArgumentException($"Drop-frame counting exists at 29.97 and 59.94 only, not at {rate}.", nameof(dropFrame));
        ArgumentOutOfRangeException.ThrowIfNegative(frame);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(frame, FramesADay(rate, dropFrame));
        Frame = frame;
        Rate = rate;
        DropFrame = dropFrame;
    }

    /// <summary>Frames since 00:00:00:00.</summary>
    public long Frame { get; }

    public FrameRate Rate { get; }

    public bool DropFrame { get; }

    /// <summary>The first frame count that no longer has a label of its own.</summary>
    public static long FramesADay(FrameRate rate, bool dropFrame) => dropFrame
        ? 6L * HoursADay * FramesInTenMinutes(rate)
        : 3600L * HoursADay * rate.Nominal;

    public int CompareTo(Timecode other) => Rate == other.Rate
        ? Frame.CompareTo(other.Frame)
        : ((decimal)Frame * Rate.Denominator / Rate.Numerator).CompareTo((decimal)other.Frame * other.Rate.Denominator / other.Rate.Numerator);

    public static bool operator <(Timecode left, Timecode right) => left.CompareTo(right) < 0;

    public static bool operator >(Timecode left, Timecode right) => left.CompareTo(right) > 0;

    public static bool operator <=(Timecode left, Timecode right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Timecode left, Timecode right) => left.CompareTo(right) >= 0;

    /// <summary>"01:00:00:00"; with drop-frame the last separator is a semicolon, "01:00:00;00".</summary>
    public override string ToString()
    {
        var nominal = Rate.Nominal;
        var label = DropFrame ? Frame + SkippedLabels(Frame, Rate) : Frame;
        var (seconds, frames) = Math.DivRem(label, nominal);
        var digits = nominal > 100 ? "D3" : "D2";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{seconds / 3600:D2}:{seconds / 60 % 60:D2}:{seconds % 60:D2}{(DropFrame ? ';' : ':')}{frames.ToString(digits, CultureInfo.InvariantCulture)}");
    }

    /// <summary>
    /// Reads a label. A semicolon or comma before the frames means drop-frame. Refused: labels that drop-frame skips (00:01:00;00), drop-frame
    /// at another rate, frames beyond the rate, and anything past 23:59:59.
    /// </summary>
    public static bool TryParse(string? label, FrameRate rate, out Timecode timecode)
    {
        timecode = default;
        if (label is null || label.Length is < 11 or > 12 || label[2] != ':' || label[5] != ':') return false;
        var dropFrame = label[8] is ';' or ',';
        if (!dropFrame && label[8] != ':' || dropFrame && !rate.AllowsDropFrame) return false;
        if (!Digits(label.AsSpan(0, 2), out var hours) || !Digits(label.AsSpan(3, 2), out var minutes)
            || !Digits(label.AsSpan(6, 2), out var seconds) || !Digits(label.AsSpan(9), out var frames))
            return false;
        if (hours >= HoursADay || minutes > 59 || seconds > 59 || frames >= rate.Nominal) return false;

        var totalMinutes = hours * 60L + minutes;
        var frame = (totalMinutes * 60 + seconds) * rate.Nominal + frames;
        if (dropFrame)
        {
            var skipped = LabelsSkippedAMinute(rate);
            if (minutes % 10 != 0 && seconds == 0 && frames < skipped) return false;
            frame -= skipped * (totalMinutes - totalMinutes / 10);
        }

        timecode = new Timecode(frame, rate, dropFrame);
        return true;
    }

    /// <exception cref="FormatException">The label does not name a frame at this rate.</exception>
    public static Timecode Parse(string label, FrameRate rate) =>
        TryParse(label, rate, out var timecode) ? timecode : throw new FormatException($"'{label}' is not a timecode at {rate}.");

    private static long SkippedLabels(long frame, FrameRate rate)
    {
        var skipped = LabelsSkippedAMinute(rate);
        var (tens, rest) = Math.DivRem(frame, FramesInTenMinutes(rate));
        // The first minute of ten is whole; each of the other nine is shorter by the skipped labels.
        var shortMinute = 60L * rate.Nominal - skipped;
        var minutes = rest < skipped ? 0 : (rest - skipped) / shortMinute;
        return skipped * (9 * tens + minutes);
    }

    private static int LabelsSkippedAMinute(FrameRate rate) => rate.Nominal / 15;

    private static long FramesInTenMinutes(FrameRate rate) => 600L * rate.Nominal - 9L * LabelsSkippedAMinute(rate);

    private static bool Digits(ReadOnlySpan<char> text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
