using System.Globalization;
using Director.Application.Exports;
using Director.Application.MediaFiles.Work;
using Director.Domain.Films;
using Director.Infrastructure.Media;

namespace Director.Infrastructure.Rendering;

/// <summary>A picture on disk, ready to be read.</summary>
/// <param name="Reader">How ffmpeg reads it.</param>
/// <param name="Path">Where it lies.</param>
/// <param name="Facts">What was measured of a clip; null for a still.</param>
internal sealed record PictureFile(string Reader, string Path, MediaFacts? Facts);

/// <summary>
/// Renders one shot as exactly as many frames as it runs, at the film's rate and size. A clip at the film's rate is taken frame by frame,
/// another by time; one that is too short holds its last frame, and a still is held throughout.
/// </summary>
internal sealed class ShotRendering(AssemblyPlan plan, FilmExportOptions options, BurnIn? burnIn, string work)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    /// <returns>Null when it was rendered, else why not.</returns>
    internal Task<string?> RenderAsync(PlannedShot shot, PictureFile own, (PlannedShot Shot, PictureFile File)? former, string to, Func<long, Task> told, CancellationToken ct)
    {
        var frames = shot.Frames.ToString(CultureInfo.InvariantCulture);
        var fade = options.Transition is ExportTransition.Dissolve && former is not null && options.DissolveFrames < shot.Frames ? options.DissolveFrames : 0;
        var graph = fade == 0
            ? $"[0:v:0]{Read(own, 0, shot.Frames)}[whole]"
            : string.Create(CultureInfo.InvariantCulture,
                $"[0:v:0]{Read(own, 0, shot.Frames)},split[a][b];[a]trim=end_frame={fade},{Count}[head];[b]trim=start_frame={fade},{Count}[rest];" +
                $"[1:v:0]{Read(former!.Value.File, former.Value.Shot.Frames, fade)}[tail];[tail][head]blend=all_expr='A+(B-A)*(N+1)/{fade + 1}'[mixed];[mixed][rest]concat=n=2:v=1:a=0,{Count}[whole]");
        var written = burnIn is null ? "null" : burnIn.Filter(shot);
        string[] inputs = fade == 0 ? MediaReaders.Input(own.Reader, own.Path) : [.. MediaReaders.Input(own.Reader, own.Path), .. MediaReaders.Input(former!.Value.File.Reader, former.Value.File.Path)];
        string[] arguments =
        [
            "-y", .. inputs, "-filter_complex", $"{graph};[whole]{written},format=yuv420p[out]", "-map", "[out]", "-frames:v", frames, "-r", RateText,
            "-map_metadata", "-1", "-threads", "2", "-c:v", "ffv1", "-f", "matroska", to,
        ];
        return Ffmpeg.RunAsync(arguments, Limit, ct, told);
    }

    private string RateText => string.Create(CultureInfo.InvariantCulture, $"{plan.Rate.Numerator}/{plan.Rate.Denominator}");

    /// <summary>From here on pictures are counted: nothing but their order says when they are shown.</summary>
    private string Count => string.Create(CultureInfo.InvariantCulture, $"settb={plan.Rate.Denominator}/{plan.Rate.Numerator},setpts=N");

    /// <summary>So many frames of a picture from one on, fitted into the film's frame.</summary>
    private string Read(PictureFile file, int from, int frames)
    {
        var at = file.Facts is null ? $"loop=loop=-1:size=1:start=0,{Count}"
            : file.Facts.Steady && FrameRate.TryParse(file.Facts.FrameRate, out var own) && own == plan.Rate ? Count
            : $"setpts=PTS-STARTPTS,fps={RateText},{Count}";
        return string.Create(CultureInfo.InvariantCulture,
            $"{at},tpad=stop_mode=clone:stop={from + frames},trim=start_frame={from}:end_frame={from + frames},{Count}," +
            $"scale={plan.Width}:{plan.Height}:force_original_aspect_ratio=decrease:force_divisible_by=2,pad={plan.Width}:{plan.Height}:(ow-iw)/2:(oh-ih)/2:black,setsar=1,format=yuv420p");
    }

    /// <summary>Where a shot's frames lie until all are put together.</summary>
    internal string PathOf(int number) => Path.Combine(work, string.Create(CultureInfo.InvariantCulture, $"shot-{number:00000}.mkv"));
}
