using System.Globalization;
using Director.Domain.Films;
using Director.Infrastructure.Providers.Sketch.Finish;

namespace Director.Infrastructure.Rendering;

/// <summary>What is written into the picture: code and take on the left, the film's frame number and its timecode on the right. ffmpeg writes it, by the frame it writes it on.</summary>
internal sealed class BurnIn(string font, FrameRate rate, int height)
{
    /// <summary>The hour that programmes begin at, by custom.</summary>
    private const int StartHour = 1;

    /// <summary>The rates whose labels ffmpeg counts.</summary>
    private static readonly int[] Labelled = [24, 25, 30, 48, 50, 60, 100, 120];

    internal string Filter(PlannedShot shot)
    {
        var size = Math.Max(9, height / 24);
        var start = shot.Start.ToString(CultureInfo.InvariantCulture);
        var line = string.Create(CultureInfo.InvariantCulture, $"fontfile='{Escape(font)}':fontsize={size}:fontcolor=white:box=1:boxcolor=black@0.6:boxborderw={Math.Max(2, size / 4)}:y=h-{size * 2}");
        var take = shot.Take is { } number ? string.Create(CultureInfo.InvariantCulture, $"  T{number}") : "";
        var left = $"drawtext={line}:x={size}:expansion=none:text='{Escape(SlateFont.Printable(shot.Code, 40) + take)}'";
        var frame = string.Create(CultureInfo.InvariantCulture, $"drawtext={line}:x=w/2:text='%{{eif\\:n+{start}\\:d\\:6}}'");
        if (!Labelled.Contains(rate.Nominal)) return $"{left},{frame}";
        var first = new Timecode((StartHour * 3600L * rate.Nominal + shot.Start) % Timecode.FramesADay(rate, false), rate).ToString().Replace(":", "\\:", StringComparison.Ordinal);
        return string.Create(CultureInfo.InvariantCulture, $"{left},{frame},drawtext={line}:x=w-tw-{size}:timecode='{first}':timecode_rate={rate.Numerator}/{rate.Denominator}");
    }

    /// <summary>For a value between quotes within a filter.</summary>
    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "’", StringComparison.Ordinal).Replace(":", "\\:", StringComparison.Ordinal);
}
