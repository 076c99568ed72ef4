using System.Globalization;
using System.Text.Json;
using Director.Application.MediaFiles.Work;
using Director.Domain.Films;

namespace Director.Infrastructure.Media;

/// <summary>What a clip or a sound is, as ffprobe measures it: every packet is counted, headers are not believed.</summary>
internal static class ClipProbe
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>The rates that clips are made at; what is measured a little beside one is that one.</summary>
    private static readonly FrameRate[] Usual =
    [
        new(12, 1), new(15, 1), FrameRate.FilmOnNtsc, FrameRate.Film, FrameRate.Pal, FrameRate.Ntsc, new(30, 1), new(48, 1), new(50, 1), FrameRate.NtscDouble, new(60, 1),
    ];

    /// <returns>The facts, or why there are none.</returns>
    internal static async Task<(MediaFacts? Facts, string? Failure)> MeasureAsync(string reader, string path, CancellationToken ct)
    {
        var (failure, said) = await Ffmpeg.ProbeAsync([.. MediaReaders.Input(reader, path), "-count_packets", "-show_streams", "-show_format"], Limit, ct);
        if (failure is not null) return (null, failure);
        using var json = JsonDocument.Parse(said);
        var streams = json.RootElement.TryGetProperty("streams", out var listed) ? listed.EnumerateArray().ToList() : [];
        var video = streams.FirstOrDefault(s => Text(s, "codec_type") == "video" && Number(s, "nb_read_packets") > 0 && !IsCover(s));
        var audio = streams.FirstOrDefault(s => Text(s, "codec_type") == "audio" && Number(s, "nb_read_packets") > 0);
        var (moves, sounds) = (video.ValueKind is JsonValueKind.Object, audio.ValueKind is JsonValueKind.Object);
        if (!moves && !sounds) return (null, "There is neither a picture nor a sound in it.");

        var whole = json.RootElement.TryGetProperty("format", out var format) ? Seconds(format) : null;
        var frames = moves ? Number(video, "nb_read_packets") : null;
        var (rate, steady) = moves ? RateOf(video, frames!.Value, Seconds(video) ?? whole) : (null, false);
        var (width, height) = moves ? SizeOf(video) : (null, null);
        var seconds = rate is { } r && steady ? (decimal)frames!.Value * r.Denominator / r.Numerator : (moves ? Seconds(video) : Seconds(audio)) ?? whole;
        return (new MediaFacts(
            width, height, rate?.ToString(), Int(frames), seconds is { } s and >= 0 and < 2_000_000 ? (int)Math.Round(s * 1000) : null, moves ? Text(video, "codec_name") : null,
            sounds ? Text(audio, "codec_name") : null, sounds ? Int(Number(audio, "sample_rate")) : null, sounds ? Int(Number(audio, "channels")) : null,
            sounds ? Int(Number(audio, "bit_rate")) : null, steady), null);
    }

    /// <summary>A picture of a sound's sleeve is no clip.</summary>
    private static bool IsCover(JsonElement stream) => stream.TryGetProperty("disposition", out var d) && d.TryGetProperty("attached_pic", out var cover) && cover.GetInt32() == 1;

    private static (FrameRate? Rate, bool Steady) RateOf(JsonElement video, long frames, decimal? seconds)
    {
        var (real, average) = (Rational(Text(video, "r_frame_rate")), Rational(Text(video, "avg_frame_rate")));
        if (average is not { } measured) return (real is { } only ? Snap(only) : null, false);
        // A steady clip has as many pictures as its rate says for its length, one more or less.
        var steady = real is { } base1 && Math.Abs(base1 / measured - 1) < 0.002 && (seconds is not > 0 || Math.Abs((double)seconds.Value * base1 - frames) <= 1.5);
        return (Snap(steady ? real!.Value : measured), steady);
    }

    private static FrameRate? Snap(double rate)
    {
        if (rate is not (> 0 and <= FrameRate.MaxFramesPerSecond)) return null;
        foreach (var usual in Usual)
        {
            if (Math.Abs(rate / usual.ToDouble() - 1) < 0.0003) return usual;
        }

        return rate < 0.01 ? null : new FrameRate((int)Math.Round(rate * 1000), 1000);
    }

    /// <summary>As it is shown: telephones film portraits lying on their side.</summary>
    private static (int? Width, int? Height) SizeOf(JsonElement video)
    {
        var (width, height) = (Int(Number(video, "width")), Int(Number(video, "height")));
        var turned = video.TryGetProperty("side_data_list", out var sides)
            && sides.EnumerateArray().Any(s => s.TryGetProperty("rotation", out var by) && by.ValueKind is JsonValueKind.Number && Math.Abs(by.GetDouble()) % 180 == 90);
        return turned ? (height, width) : (width, height);
    }

    private static double? Rational(string? text) =>
        text?.Split('/') is [var over, var under] && double.TryParse(over, CultureInfo.InvariantCulture, out var n) && double.TryParse(under, CultureInfo.InvariantCulture, out var d) && n > 0 && d > 0 ? n / d : null;

    private static string? Text(JsonElement from, string name) => from.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static long? Number(JsonElement from, string name) => !from.TryGetProperty(name, out var value) ? null
        : value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out var number) ? number
        : value.ValueKind is JsonValueKind.String && long.TryParse(value.GetString(), CultureInfo.InvariantCulture, out var written) ? written : null;

    private static decimal? Seconds(JsonElement from) =>
        Text(from, "duration") is { } text && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds > 0 ? seconds : null;

    private static int? Int(long? number) => number is > 0 and <= int.MaxValue ? (int)number : null;
}
