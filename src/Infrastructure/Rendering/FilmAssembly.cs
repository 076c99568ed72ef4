using System.Globalization;
using Director.Application.Exports;
using Director.Infrastructure.Media;

namespace Director.Infrastructure.Rendering;

/// <summary>Puts a planned film together: every shot by itself, its sound, then all in one file.</summary>
/// <param name="fetch">Brings a file of the workspace onto this disk; null when it is not there.</param>
/// <param name="told">Told how far it is, 0 to 1.</param>
internal sealed class FilmAssembly(
    AssemblyPlan plan, FilmExportOptions options, string work, Func<Application.Assets.MediaDto, CancellationToken, Task<PictureFile?>> fetch, Func<double, Task> told)
{
    private static readonly TimeSpan Limit = TimeSpan.FromHours(4);

    /// <summary>Rendering the shots is about this much of the whole.</summary>
    private const double ShareOfShots = 0.7;

    /// <returns>Where the film lies, or why there is none.</returns>
    internal async Task<(string? Path, string? Failure)> MakeAsync(CancellationToken ct)
    {
        var font = Path.Combine(work, "font.ttf");
        if (options.BurnIn) await CopyFontAsync(font, ct);
        var rendering = new ShotRendering(plan, options, options.BurnIn ? new BurnIn(font, plan.Rate, plan.Height) : null, work);
        var mixing = new SoundMixing(plan.Rate, work);
        (PlannedShot Shot, PictureFile File)? former = null;
        for (var i = 0; i < plan.Shots.Count; i++)
        {
            var shot = plan.Shots[i];
            var picture = await PictureAsync(shot, i, ct);
            var failure = await rendering.RenderAsync(shot, picture, former, rendering.PathOf(i), frame => told(ShareOfShots * (shot.Start + frame) / plan.Frames), ct)
                ?? (options.Audio is ExportAudio.None ? null : await mixing.AddAsync(shot, await SoundsAsync(shot, picture, ct), ct));
            if (failure is not null) return (null, $"{shot.Code}{(shot.Take is { } take ? string.Create(CultureInfo.InvariantCulture, $" take {take}") : "")}: {failure}");
            former = (shot, picture);
        }

        var list = Path.Combine(work, "shots.txt");
        await File.WriteAllLinesAsync(list, ["ffconcat version 1.0", .. plan.Shots.Select((_, i) => $"file '{Path.GetFileName(rendering.PathOf(i))}'")], ct);
        var made = Path.Combine(work, "film.mp4");
        var failed = await Ffmpeg.RunAsync([.. await ArgumentsAsync(list, mixing.Whole, ct), made], Limit, ct, frame => told(ShareOfShots + (1 - ShareOfShots) * frame / plan.Frames));
        return failed is null ? (made, null) : (null, failed);
    }

    private async Task<string[]> ArgumentsAsync(string list, string sound, CancellationToken ct)
    {
        var (n, d) = (plan.Rate.Numerator.ToString(CultureInfo.InvariantCulture), plan.Rate.Denominator.ToString(CultureInfo.InvariantCulture));
        string[] heard = options.Audio is ExportAudio.None ? []
            : ["-protocol_whitelist", "file", "-f", "s16le", "-ar", SoundMixing.SamplesPerSecond.ToString(CultureInfo.InvariantCulture), "-ac", "2", "-i", sound];
        string[] codec = await Ffmpeg.WritesH264Async(ct)
            ? ["-c:v", "libx264", "-preset", "veryfast", "-crf", "18", "-bf", "0"]
            : ["-c:v", "libvpx-vp9", "-deadline", "good", "-cpu-used", "5", "-b:v", "0", "-crf", "26", "-auto-alt-ref", "0", "-lag-in-frames", "0"];
        return
        [
            "-protocol_whitelist", "file", "-safe", "1", "-f", "concat", "-i", list, .. heard, "-map", "0:v:0", .. heard.Length == 0 ? [] : (string[])["-map", "1:a:0", "-c:a", "aac", "-b:a", "192k"],
            "-vf", $"settb={d}/{n},setpts=N", "-r", $"{n}/{d}", "-frames:v", plan.Frames.ToString(CultureInfo.InvariantCulture), .. codec,
            "-g", (plan.Rate.Nominal * 2).ToString(CultureInfo.InvariantCulture), "-pix_fmt", "yuv420p", "-map_metadata", "-1", "-movflags", "+faststart", "-f", "mp4",
        ];
    }

    private async Task<PictureFile> PictureAsync(PlannedShot shot, int number, CancellationToken ct)
    {
        if (shot.Picture is { } media && await fetch(media, ct) is { } picture) return picture;
        var slate = Path.Combine(work, string.Create(CultureInfo.InvariantCulture, $"slate-{number:00000}.png"));
        Slates.Draw(options.Slates ? shot : null, plan.Width, plan.Height, slate);
        return new PictureFile("png_pipe", slate, null);
    }

    private async Task<IReadOnlyList<SoundFile>> SoundsAsync(PlannedShot shot, PictureFile picture, CancellationToken ct)
    {
        var sounds = new List<SoundFile>();
        if (options.Audio is ExportAudio.All && picture.Facts?.AudioCodec is not null) sounds.Add(new SoundFile(picture.Reader, picture.Path));
        foreach (var layer in shot.Sounds)
        {
            if (await fetch(layer, ct) is { Facts.AudioCodec: not null } sound) sounds.Add(new SoundFile(sound.Reader, sound.Path));
        }

        return sounds;
    }

    private static async Task CopyFontAsync(string to, CancellationToken ct)
    {
        await using var font = typeof(FilmAssembly).Assembly.GetManifestResourceStream("Director.Fonts.NotoSans-Bold.ttf")
            ?? throw new InvalidOperationException("The font is not embedded in the assembly.");
        await using var file = File.Create(to);
        await font.CopyToAsync(file, ct);
    }
}
