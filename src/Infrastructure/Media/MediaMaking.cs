using System.Globalization;
using Director.Application.MediaFiles.Work;
using Director.Domain.Films;

namespace Director.Infrastructure.Media;

/// <summary>Makes what belongs to a clip or a sound, in a folder of its own. What comes first helps what comes next: pictures are taken from the small clip.</summary>
internal sealed class MediaMaking(string reader, string original, string work, MediaFacts facts)
{
    /// <summary>Lines of a proxy; taller clips are made smaller.</summary>
    internal const int ProxyLines = 540;
    /// <summary>A key frame every so many pictures: stepping back decodes that many at most.</summary>
    internal const int KeyFrames = 12;
    /// <summary>Pictures of a contact sheet.</summary>
    internal const int SheetPictures = 12;

    private const int PosterWidth = 1280;
    private const int SheetPictureWidth = 240;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan PictureLimit = TimeSpan.FromMinutes(2);

    private string Proxy => Path.Combine(work, "proxy.mp4");

    /// <summary>Makes all there is to make.</summary>
    /// <returns>What was made and where it lies, or why the clip cannot be read.</returns>
    internal async Task<(IReadOnlyDictionary<MediaProduct, string> Made, string? Failure)> MakeAsync(CancellationToken ct)
    {
        var made = new Dictionary<MediaProduct, string>();
        string? failure = null;
        if (facts.Frames is { } frames && facts.FrameRate is { } rate)
        {
            failure = await Ffmpeg.RunAsync([.. MediaReaders.Input(reader, original), .. ProxyArguments(FrameRate.Parse(rate), await Ffmpeg.WritesH264Async(ct)), Proxy], Limit, ct);
            if (failure is null) made[MediaProduct.Proxy] = Proxy;
            if (failure is null && await PosterAsync(ct) is { } poster) made[MediaProduct.Poster] = poster;
            if (failure is null && await SheetAsync(frames, ct) is { } sheet) made[MediaProduct.ContactSheet] = sheet;
        }

        if (facts.AudioCodec is null) return (made, failure);
        var (waveform, silent) = await new Waveforms(reader, original, work).MakeAsync(ct);
        if (waveform is not null) made[MediaProduct.Waveform] = waveform;
        return (made, failure ?? silent);
    }

    /// <summary>
    /// A steady clip's pictures are counted, one for one, whatever small errors their time stamps have; an unsteady one is brought to a steady
    /// rate by time. The container is MP4 for both codecs: its clock is the frame rate itself, WebM's is in milliseconds.
    /// </summary>
    private string[] ProxyArguments(FrameRate rate, bool h264)
    {
        var (n, d) = (rate.Numerator.ToString(CultureInfo.InvariantCulture), rate.Denominator.ToString(CultureInfo.InvariantCulture));
        var clock = facts.Steady ? $"settb={d}/{n},setpts=N" : $"setpts=PTS-STARTPTS,fps={n}/{d}";
        var lines = ProxyLines.ToString(CultureInfo.InvariantCulture);
        var keys = KeyFrames.ToString(CultureInfo.InvariantCulture);
        string[] codec = h264
            ? ["-c:v", "libx264", "-preset", "veryfast", "-crf", "24", "-bf", "0", "-sc_threshold", "0", "-keyint_min", keys]
            : ["-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-b:v", "0", "-crf", "36", "-lag-in-frames", "0", "-auto-alt-ref", "0", "-keyint_min", keys];
        return
        [
            "-map", "0:v:0", "-map", "0:a:0?", "-map_metadata", "-1", "-map_chapters", "-1", "-sn", "-dn",
            "-vf", $"{clock},scale=w=-2:h='trunc(min({lines},ih)/2)*2'", "-r", $"{n}/{d}", "-pix_fmt", "yuv420p", .. codec, "-g", keys,
            "-c:a", "aac", "-ac", "2", "-b:a", "128k", "-threads", "2", "-movflags", "+faststart", "-f", "mp4",
        ];
    }

    /// <summary>A third of the way in: many clips begin in the dark.</summary>
    private async Task<string?> PosterAsync(CancellationToken ct)
    {
        var path = Path.Combine(work, "poster.jpg");
        var at = ((facts.DurationMs ?? 0) / 3000m).ToString("0.000", CultureInfo.InvariantCulture);
        string[] picture = ["-map", "0:v:0", "-frames:v", "1", "-vf", $"scale=w='trunc(min({PosterWidth},iw)/2)*2':h=-2", "-q:v", "3", "-f", "mjpeg", path];
        if (await Ffmpeg.RunAsync(["-ss", at, .. MediaReaders.Input(reader, original), .. picture], PictureLimit, ct) is null && new FileInfo(path) is { Exists: true, Length: > 0 }) return path;
        return await Ffmpeg.RunAsync(["-y", .. MediaReaders.Input("mov", Proxy), .. picture], PictureLimit, ct) is null && new FileInfo(path) is { Exists: true, Length: > 0 } ? path : null;
    }

    private async Task<string?> SheetAsync(int frames, CancellationToken ct)
    {
        var path = Path.Combine(work, "contact.jpg");
        var step = Math.Max(1, frames / SheetPictures);
        var count = Math.Min(SheetPictures, (frames + step - 1) / step);
        string[] arguments =
        [
            .. MediaReaders.Input("mov", Proxy), "-map", "0:v:0", "-vf", string.Create(CultureInfo.InvariantCulture, $"select='not(mod(n,{step}))',scale={SheetPictureWidth}:-2,tile={count}x1"),
            "-frames:v", "1", "-q:v", "4", "-f", "mjpeg", path,
        ];
        return await Ffmpeg.RunAsync(arguments, PictureLimit, ct) is null && File.Exists(path) ? path : null;
    }
}
