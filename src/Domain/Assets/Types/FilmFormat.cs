using Director.Domain.Common;
using Director.Domain.Films;

namespace Director.Domain.Assets.Types;

/// <summary>The technical choices of a film, with what holds when nothing was chosen.</summary>
public static class FilmFormat
{
    /// <summary>The film's rate; 24 when none was chosen.</summary>
    public static FrameRate Rate(this FilmDetails film) => FrameRate.TryParse(film.FrameRate, out var rate) ? rate : FrameRate.Film;

    /// <summary>The film's shape; 16:9 when none was chosen.</summary>
    public static AspectRatio Shape(this FilmDetails film) => AspectRatio.TryParse(film.AspectRatio, out var shape) ? shape : AspectRatio.Wide;

    /// <summary>How its shots get codes; SH0010 by tens when nothing was chosen.</summary>
    public static ShotCodeScheme Coding(this FilmDetails film) => ShotCodeScheme.TryParse(film.ShotCodeScheme, out var scheme) ? scheme : ShotCodeScheme.Numbered;

    /// <summary>How long a shot runs while nobody has said: three seconds.</summary>
    public const int UnsaidSeconds = 3;

    /// <summary>How many frames a shot runs in a film of this rate.</summary>
    public static int RunsFrames(this ShotDetails shot, FrameRate rate) => shot.DurationFrames ?? UnsaidSeconds * rate.Nominal;

    internal static IEnumerable<FieldFault> Faults(FilmDetails film)
    {
        if (film.FrameRate is not null && !FrameRate.TryParse(film.FrameRate, out _))
            yield return new FieldFault("frameRate", "A frame rate is a number or a rational, such as 24, 23.976 or 24000/1001.");
        if (film.AspectRatio is not null && !AspectRatio.TryParse(film.AspectRatio, out _))
            yield return new FieldFault("aspectRatio", "An aspect ratio is width to height, such as 16:9 or 2.39:1.");
        if (film.ShotCodeScheme is not null && !ShotCodeScheme.TryParse(film.ShotCodeScheme, out _))
            yield return new FieldFault("shotCodeScheme", "A shot code scheme is a prefix with zeros for the number, such as SH{0000}, or slate.");
    }
}
