using System.Globalization;
using Director.Domain.Films;
using Director.Domain.Generation;
using Director.Infrastructure.Configuration;
using Director.Infrastructure.Media;

namespace Director.Infrastructure.Providers.SketchAdapter;

/// <summary>
/// Moves a camera over a drawn frame, as the shot's movement says, for as long as the shot runs. Made by the machine's ffmpeg: H.264 in yuv420p
/// with the index in front, which every browser plays and every editor reads.
/// </summary>
internal sealed class SketchAnimatic(DirectorSettings settings)
{
    /// <summary>The longest clip.</summary>
    internal const int MostMs = 60_000;

    /// <summary>The long edge of the clip, and of the frame that is moved over: twice as large, so that nothing jumps by whole pixels of the clip.</summary>
    private const int LongEdge = 1_280;
    internal const int FrameEdge = 2 * LongEdge;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Why it cannot be made on this machine; null when it can.</summary>
    internal static string? Unavailable => Ffmpeg.Find() is null ? "Clips are made by ffmpeg, which is not on this server's PATH." : null;

    /// <summary>How many frames at which rate: what the request asks for in milliseconds, else what the shot runs.</summary>
    internal static (int Frames, FrameRate Rate) Length(Recipe recipe)
    {
        var rate = FrameRate.TryParse(recipe.Shot.FrameRate, out var said) ? said : FrameRate.Film;
        var asked = int.TryParse(recipe.Parameters.GetValueOrDefault(Application.Generation.ProviderModel.DurationParameter), NumberStyles.None, CultureInfo.InvariantCulture, out var ms) && ms > 0 ? ms : (int?)null;
        var most = Frames(MostMs, rate);
        return (Math.Clamp(asked is { } wished ? Frames(wished, rate) : recipe.Shot.RunsFrames ?? Frames(3_000, rate), 1, most), rate);
    }

    /// <summary>Makes the clip of a frame, a PNG.</summary>
    /// <returns>The clip, in a file that goes with its handle; null with what ffmpeg said when it could not be made.</returns>
    internal async Task<(Stream? Clip, string? Failure)> FilmAsync(ReadOnlyMemory<byte> png, Recipe recipe, double ratio, CancellationToken ct)
    {
        var folder = Directory.CreateDirectory(Path.Combine(settings.DataDirectory, "arriving", Path.GetRandomFileName())).FullName;
        try
        {
            var (frame, clip) = (Path.Combine(folder, "frame.png"), Path.Combine(folder, "clip.mp4"));
            await File.WriteAllBytesAsync(frame, png, ct);
            if (await Ffmpeg.RunAsync(Arguments(frame, clip, recipe, ratio), Limit, ct) is { } failed) return (null, failed);
            // Read whole: a sketch's clip is small, and the folder goes at once.
            return (new MemoryStream(await File.ReadAllBytesAsync(clip, ct), writable: false), null);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    internal static string[] Arguments(string frame, string clip, Recipe recipe, double ratio)
    {
        var (frames, rate) = Length(recipe);
        var (width, height) = ratio >= 1 ? (LongEdge, Even(LongEdge / ratio)) : (Even(LongEdge * ratio), LongEdge);
        var (zoom, x, y) = Move(recipe.Shot.Movement, Math.Max(1, frames - 1));
        var speed = FormattableString.Invariant($"{rate.Numerator}/{rate.Denominator}");
        return
        [
            "-protocol_whitelist", "file", "-f", "png_pipe", "-i", frame,
            "-vf", FormattableString.Invariant($"zoompan=z='{zoom}':x='(iw-iw/zoom)*({x})':y='(ih-ih/zoom)*({y})':d={frames}:s={width}x{height}:fps={speed},format=yuv420p"),
            "-frames:v", frames.ToString(CultureInfo.InvariantCulture), "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact",
            "-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-threads", "1", "-movflags", "+faststart", "-f", "mp4", clip,
        ];
    }

    /// <summary>The zoom, and where of the room it leaves the frame is cut from, from 0 (left, top) to 1; <c>on</c> is ffmpeg's number of the frame.</summary>
    private static (string Zoom, string X, string Y) Move(string? movement, int last)
    {
        var t = FormattableString.Invariant($"(on/{last})");
        // Slow in, slow out, as a head on a tripod moves.
        var eased = $"({t}*{t}*(3-2*{t}))";
        return Words(movement) switch
        {
            "locked" or "static" or "fixed" => ("1", "0.5", "0.5"),
            "pan" or "panright" => ("1.25", eased, "0.5"),
            "panleft" => ("1.25", $"1-{eased}", "0.5"),
            "tilt" or "tiltup" => ("1.25", "0.5", $"1-{eased}"),
            "tiltdown" => ("1.25", "0.5", eased),
            "track" or "tracking" or "dolly" or "follow" => ("1.15", t, "0.5"),
            "crane" or "craneup" or "boom" => ($"1.3-0.15*{eased}", "0.5", $"1-{eased}"),
            "pullout" or "pullback" or "zoomout" => ($"1.3-0.3*{eased}", "0.5", "0.5"),
            "handheld" => ("1.06", $"0.5+0.3*sin(on/7)+0.15*sin(on/3)", $"0.5+0.3*sin(on/9)+0.1*sin(on/4)"),
            "pushin" or "zoomin" or "zoom" => ($"1+0.3*{eased}", "0.5", "0.5"),
            // Nothing said, or a word of the crew's own: a breath of movement, so that the clip is not taken for a still.
            _ => ($"1+0.06*{eased}", "0.5", "0.5"),
        };
    }

    private static string Words(string? movement) => new([.. (movement ?? "").Where(char.IsLetter).Select(char.ToLowerInvariant)]);

    private static int Frames(int ms, FrameRate rate) => (int)Math.Max(1, Math.Round(ms * (double)rate.Numerator / rate.Denominator / 1000d));

    private static int Even(double side) => Math.Max(2, (int)Math.Round(side / 2) * 2);
}
